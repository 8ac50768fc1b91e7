import { create } from 'zustand'
import type { UnitId } from '../../shared/units/units'

export type Editing =
  | { readonly kind: 'add'; readonly parentId: UnitId }
  | { readonly kind: 'rename'; readonly id: UnitId }
  | { readonly kind: 'move'; readonly id: UnitId }

export interface UnitsState {
  readonly selected: UnitId | null
  readonly closed: ReadonlySet<UnitId>
  readonly text: string
  readonly editing: Editing | null
  select(id: UnitId): void
  fold(id: UnitId, open: boolean): void
  search(text: string): void
  edit(editing: Editing | null): void
}

export const useUnitsStore = create<UnitsState>()(set => ({
  selected: null,
  closed: new Set(),
  text: '',
  editing: null,
  select: id => set({ selected: id }),
  fold: (id, open) =>
    set(({ closed }) => {
      const next = new Set(closed)
      if (open) next.delete(id)
      else next.add(id)
      return { closed: next }
    }),
  search: text => set({ text, editing: null }),
  edit: editing =>
    set(({ closed }) => {
      if (editing?.kind !== 'add') return { editing }
      // The new line stands below its parent, so the parent must be open.
      const next = new Set(closed)
      next.delete(editing.parentId)
      return { editing, closed: next, text: '', selected: editing.parentId }
    }),
}))
