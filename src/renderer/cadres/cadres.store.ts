import { create } from 'zustand'
import type { CadreStatus } from '../../shared/cadres/cadres'
import type { CadreFilter } from '../../shared/cadres/cadres.contract'
import type { UnitId } from '../../shared/units/units'
import type { Folds } from '../units/units.tree'
import { anew, type ListState, listState } from './list.state'

export interface CadresState extends ListState {
  readonly filter: CadreFilter
  readonly text: string
  readonly treeOpen: boolean
  readonly folds: Folds
  narrow(filter: Partial<CadreFilter>): void
  toggleStatus(status: CadreStatus): void
  search(text: string): void
  openTree(open: boolean): void
  fold(id: UnitId, open: boolean): void
}

export const everyone: CadreFilter = { unitId: null, status: [], trashed: false }

/** Below this the tree of units would leave the list no room: it opens over it instead. */
const WIDE_PX = 1000

export const useCadresStore = create<CadresState>()(set => ({
  ...listState(set),
  filter: everyone,
  text: '',
  treeOpen: innerWidth >= WIDE_PX,
  folds: new Map(),
  narrow: filter => set(now => ({ ...anew, filter: { ...now.filter, ...filter } })),
  toggleStatus: status =>
    set(({ filter }) => ({
      ...anew,
      filter: {
        ...filter,
        status: filter.status.includes(status)
          ? filter.status.filter(other => other !== status)
          : [...filter.status, status],
      },
    })),
  search: text => set({ ...anew, text }),
  openTree: treeOpen => set({ treeOpen }),
  fold: (id, open) => set(({ folds }) => ({ folds: new Map(folds).set(id, open) })),
}))
