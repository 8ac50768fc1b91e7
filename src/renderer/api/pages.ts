/** The first rows of a list, and how many there are in all. */
export interface Found<T> {
  readonly rows: readonly T[]
  readonly total: number
}
/** As many as one request may ask for. */
const PAGE = 500

/** Reads a list page by page until its end, or until `most` rows are there. */
export async function readUpTo<T>(
  most: number,
  read: (page: { offset: number; limit: number }) => Promise<Found<T>>,
): Promise<Found<T>> {
  const rows: T[] = []
  for (;;) {
    const page = await read({ offset: rows.length, limit: Math.min(PAGE, most - rows.length) })
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total || rows.length >= most) return { rows, total: page.total }
  }
}
