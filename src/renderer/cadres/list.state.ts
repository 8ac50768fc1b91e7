import type { CadreId } from '../../shared/cadres/cadres'
import type { CadreRow, CadreSort } from '../../shared/cadres/cadres.contract'

/** Where somebody stands in a list of people, and whom they have picked. Every page with such a list keeps one. */
export interface ListState {
  readonly sort: CadreSort
  /** The row that the keys stand on, and whose file is open beside the list. */
  readonly cursor: number
  readonly beside: CadreId | null
  readonly picked: ReadonlyMap<CadreId, CadreRow>
  /** Where the list stood when a file was opened. */
  readonly top: number
  order(by: CadreSort['by']): void
  walk(cursor: number, id?: CadreId | null): void
  pick(row: CadreRow): void
  clearPicked(): void
  leaveAt(top: number): void
}

/** For what begins another list: nobody walked to, at its head. */
export const anew = { cursor: -1, beside: null, top: 0 } as const

/** The part of a page's store that its list needs. */
export const listState = (set: (change: (now: ListState) => Partial<ListState>) => void): ListState => ({
  sort: { by: 'unit', descending: false },
  ...anew,
  picked: new Map(),
  order: by => set(({ sort }) => ({ ...anew, sort: { by, descending: sort.by === by && !sort.descending } })),
  walk: (cursor, id) => set(() => (id === undefined ? { cursor } : { cursor, beside: id })),
  pick: row =>
    set(({ picked }) => {
      const next = new Map(picked)
      if (!next.delete(row.id)) next.set(row.id, row)
      return { picked: next }
    }),
  clearPicked: () => set(() => ({ picked: new Map() })),
  leaveAt: top => set(() => ({ top })),
})
