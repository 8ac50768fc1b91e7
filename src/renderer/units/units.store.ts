import { create } from 'zustand'
import type { UnitId } from '../../shared/units/units'
import type { Folds } from './units.tree'

export type Editing =
  | { readonly kind: 'add'; readonly parentId: UnitId }
  | { readonly kind: 'rename'; readonly id: UnitId }
  | { readonly kind: 'move'; readonly id: UnitId }

export interface UnitsState {
  readonly selected: UnitId | null
  readonly folds: Folds
  readonly text: string
  readonly editing: Editing | null
  select(id: UnitId): void
  fold(id: UnitId, open: boolean): void
  search(text: string): void
  edit(editing: Editing | null): void
}

export const useUnitsStore = create<UnitsState>()(set => ({
  selected: null,
  folds: new Map(),
  text: '',
  editing: null,
  select: id => set({ selected: id }),
  fold: (id, open) => set(({ folds }) => ({ folds: new Map(folds).set(id, open) })),
  search: text => set({ text, editing: null }),
  edit: editing =>
    set(({ folds }) => {
      if (editing?.kind !== 'add') return { editing }
      // The new line stands below its parent, so the parent must be open.
      return { editing, folds: new Map(folds).set(editing.parentId, true), text: '', selected: editing.parentId }
    }),
}))
