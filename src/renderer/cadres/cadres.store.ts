import { create } from 'zustand'
import type { CadreId, CadreStatus } from '../../shared/cadres/cadres'
import type { CadreFilter, CadreRow, CadreSort } from '../../shared/cadres/cadres.contract'

export interface CadresState {
  readonly filter: CadreFilter
  readonly sort: CadreSort
  readonly text: string
  /** The row that the keys stand on, and whose file is open beside the list. */
  readonly cursor: number
  readonly beside: CadreId | null
  readonly picked: ReadonlyMap<CadreId, CadreRow>
  readonly treeOpen: boolean
  readonly closed: ReadonlySet<string>
  /** Where the list stood when a file was opened. */
  readonly top: number
  narrow(filter: Partial<CadreFilter>): void
  toggleStatus(status: CadreStatus): void
  order(by: CadreSort['by']): void
  search(text: string): void
  walk(cursor: number, id?: CadreId | null): void
  pick(row: CadreRow): void
  clearPicked(): void
  openTree(open: boolean): void
  fold(id: string, open: boolean): void
  leaveAt(top: number): void
}

export const everyone: CadreFilter = { unitId: null, status: [], trashed: false }
const anew = { cursor: -1, beside: null, top: 0 } as const

/** Below this the tree of units would leave the list no room: it opens over it instead. */
const WIDE_PX = 1000

export const useCadresStore = create<CadresState>()(set => ({
  filter: everyone,
  sort: { by: 'unit', descending: false },
  text: '',
  ...anew,
  picked: new Map(),
  treeOpen: innerWidth >= WIDE_PX,
  closed: new Set(),
  narrow: filter =>
    set(now => ({
      ...anew,
      filter: { ...now.filter, ...filter },
      // What is picked among the living must not be restored, nor the other way round.
      picked: filter.trashed === undefined ? now.picked : new Map(),
    })),
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
  order: by => set(({ sort }) => ({ ...anew, sort: { by, descending: sort.by === by && !sort.descending } })),
  search: text => set({ ...anew, text }),
  walk: (cursor, id) => set(id === undefined ? { cursor } : { cursor, beside: id }),
  pick: row =>
    set(({ picked }) => {
      const next = new Map(picked)
      if (!next.delete(row.id)) next.set(row.id, row)
      return { picked: next }
    }),
  clearPicked: () => set({ picked: new Map() }),
  openTree: treeOpen => set({ treeOpen }),
  fold: (id, open) =>
    set(({ closed }) => {
      const next = new Set(closed)
      if (open) next.delete(id)
      else next.add(id)
      return { closed: next }
    }),
  leaveAt: top => set({ top }),
}))
