import type { Raw } from './open'
import { quoted } from './whole'

type Take = (rowid: bigint | null, values: unknown[]) => void
interface Column {
  readonly name: string
  readonly pk: number
}

/** After so many row numbers in a row that cannot be read, the rest of a table counts as lost. */
const GIVE_UP_AFTER = 4096n
/** So many row numbers are tried at once where the last one is not known. */
const STRETCH = 1024n

const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(String(error.code))

/** What a reading gives, or undefined where the pages it needs are damaged. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (isDamage(error)) return undefined
    throw error
  }
}

/**
 * Hands out every row of a table that can be read, also those behind damaged pages.
 * @returns how many could not be read; -1 when that cannot be told; null when none was lost
 */
export function rowsOf(raw: Raw, table: string, columns: readonly Column[], take: Take): number | null {
  const isKeyed = /WITHOUT\s+ROWID/i.test(
    raw.prepare<[string], string>('SELECT sql FROM sqlite_master WHERE name = ?').pluck().get(table) ?? '',
  )
  return isKeyed ? byBothEnds(raw, table, columns, take) : byNumber(raw, table, take)
}

/** Rows without a number are read from the front and, where that fails, from the back. */
function byBothEnds(raw: Raw, table: string, columns: readonly Column[], take: Take): number | null {
  const keys = columns
    .filter(({ pk }) => pk > 0)
    .toSorted((a, b) => a.pk - b.pk)
    .map(({ name }) => quoted(name))
  const read = (direction: 'ASC' | 'DESC'): boolean => {
    const order = keys.map(key => `${key} ${direction}`).join(', ')
    return (
      readable(() => {
        const rows = raw
          .prepare(`SELECT * FROM ${quoted(table)} ORDER BY ${order}`)
          .safeIntegers()
          .raw()
        for (const row of rows.iterate()) take(null, row as unknown[])
        return true
      }) === true
    )
  }
  if (read('ASC')) return null
  read('DESC')
  return -1
}

function byNumber(raw: Raw, table: string, take: Take): number | null {
  const name = quoted(table)
  const between = raw
    .prepare<[bigint, bigint]>(`SELECT rowid, * FROM ${name} WHERE rowid > ? AND rowid <= ? ORDER BY rowid`)
    .safeIntegers()
    .raw()
  const newest = raw.prepare<[], bigint | null>(`SELECT max(rowid) FROM ${name}`).safeIntegers().pluck()
  const last = readable(() => newest.get())
  let lost = 0
  let [reached, failed] = [0n, 0n]

  /** Reads a stretch whole, or halves it until the damaged rows alone are left. @returns false to give up */
  function stretch(low: bigint, high: bigint): boolean {
    const rows = readable(() => between.all(low, high) as unknown[][])
    if (rows) {
      for (const [rowid, ...values] of rows) take(rowid as bigint, values)
      if (rows.length > 0) failed = 0n
      reached = high
      return true
    }
    if (high - low === 1n) {
      lost += 1
      failed += 1n
      return last !== undefined || failed < GIVE_UP_AFTER
    }
    const middle = (low + high) / 2n
    return stretch(low, middle) && stretch(middle, high)
  }

  if (last === null) return null
  if (last !== undefined) stretch(0n, last)
  else {
    // The end itself is damaged: on from what was read, until nothing more comes.
    while (stretch(reached, reached + STRETCH)) {
      if (readable(() => between.all(reached, reached + STRETCH).length) === 0) break
    }
    return -1
  }
  return lost === 0 ? null : lost
}
