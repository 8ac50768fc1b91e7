import type { HonourFilter } from './honours'
import { type Holder, type HonourKind, type HonourLevel, holders, honourKinds, honourLevels } from './honours.data'

/** How many honours share a year, a level, a kind and a sort of holder. */
export interface BoardCell {
  readonly year: number
  readonly level: HonourLevel
  readonly kind: HonourKind
  readonly holder: Holder
  readonly count: number
}

/** Given to whoever has been a member for fifty years and not for what somebody did: no commendation, so counted apart. */
export const APART = '纪念章' satisfies HonourKind

/** What a board counts of a filter: where no kind is chosen everything but medals for years of membership. */
export const countedIn = (filter: HonourFilter): HonourFilter =>
  filter.kinds.length > 0 ? filter : { ...filter, kinds: honourKinds.filter(kind => kind !== APART) }

/** A row of a board's table: its name, the numbers of its columns and their sum. */
export interface BoardRow<K> {
  readonly key: K
  readonly counts: readonly number[]
  readonly sum: number
}
export interface BoardTable<K, C> {
  readonly columns: readonly C[]
  readonly rows: readonly BoardRow<K>[]
  readonly sums: readonly number[]
  readonly sum: number
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

/** Cells as a table of rows and columns; what has nothing in it is left out of the rows. */
function tableOf<K, C>(
  cells: readonly BoardCell[],
  keys: readonly K[],
  columns: readonly C[],
  placeOf: (cell: BoardCell) => readonly [K, C],
): BoardTable<K, C> {
  const counts = new Map<K, number[]>(keys.map(key => [key, columns.map(() => 0)]))
  for (const cell of cells) {
    const [key, column] = placeOf(cell)
    const at = columns.indexOf(column)
    const row = counts.get(key)
    if (row && at >= 0) row[at] = (row[at] ?? 0) + cell.count
  }
  const rows = keys
    .map(key => ({ key, counts: counts.get(key) ?? [], sum: total(counts.get(key) ?? []) }))
    .filter(({ sum }) => sum > 0)
  const sums = columns.map((_, at) => total(rows.map(row => row.counts[at] ?? 0)))
  return { columns, rows, sums, sum: total(sums) }
}

/** Years with the latest first, each by level. */
export function yearsByLevel(cells: readonly BoardCell[]): BoardTable<number, HonourLevel> {
  const years = [...new Set(cells.map(({ year }) => year))].toSorted((a, b) => b - a)
  return tableOf(cells, years, honourLevels, ({ year, level }) => [year, level])
}
export const kindsByHolder = (cells: readonly BoardCell[]): BoardTable<HonourKind, Holder> =>
  tableOf(cells, honourKinds, holders, ({ kind, holder }) => [kind, holder])
