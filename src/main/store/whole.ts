import { AppError } from '../../shared/result'
import type { Raw } from './open'

/** The bytes a copy of this store takes, free pages included. */
export function storeBytes(raw: Raw): number {
  const number = (name: string) => Number(raw.pragma(name, { simple: true }))
  return number('page_count') * number('page_size')
}

/** Reads every page, and with it every page's MAC. @throws AppError store-damaged with the first findings */
export function assertWhole(raw: Raw): void {
  const findings = raw.prepare('PRAGMA integrity_check(5)').pluck().all()
  if (findings.length !== 1 || findings[0] !== 'ok') {
    throw new AppError('store-damaged', '数据库完整性检查未通过', { findings: findings.length })
  }
}

/** The tables of a store, SQLite's own left out, by name. */
export const tablesOf = (raw: Raw): string[] =>
  raw
    .prepare<[], string>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Rows of each table. Shadow tables of a full-text index are left out: they are written anew with the index. */
export const countsOf = (raw: Raw): Record<string, number> =>
  Object.fromEntries(
    tablesOf(raw).map(table => [
      table,
      Number(
        raw
          .prepare(`SELECT count(*) FROM ${quoted(table)}`)
          .pluck()
          .get(),
      ),
    ]),
  )

/** A row of any table as JSON can hold it: bytes as base64, large numbers as text. */
export const plainRow = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]: [string, unknown]) => [
      column,
      Buffer.isBuffer(value) ? value.toString('base64') : typeof value === 'bigint' ? value.toString() : value,
    ]),
  )
