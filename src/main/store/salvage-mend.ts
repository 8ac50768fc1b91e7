import { randomBytes } from 'node:crypto'
import type { Lost } from '../../shared/backups/backups'
import type { Raw } from './open'
import { plainRow, quoted } from './whole'

const asJson = (row: unknown): string => JSON.stringify(plainRow(row as object))

interface Dangling {
  readonly table: string
  readonly rowid: number | bigint | null
}

/** Rows whose counterpart was lost would break the store: they are kept as text beside it. Until none is left. */
export function parkDangling(raw: Raw): Lost[] {
  raw.exec(
    'CREATE TABLE IF NOT EXISTS salvaged_rows (id INTEGER PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL) STRICT',
  )
  const park = raw.prepare('INSERT INTO salvaged_rows (name, body) VALUES (?, ?)')
  const counted = new Map<string, number>()
  for (;;) {
    const dangling = raw.pragma('foreign_key_check') as Dangling[]
    if (dangling.length === 0) break
    raw.transaction(() => {
      for (const { table, rowid } of new Map(dangling.map(one => [`${one.table} ${one.rowid}`, one])).values()) {
        if (rowid === null) counted.set(table, (counted.get(table) ?? 0) + dropUnnumbered(raw, table, park))
        else {
          const row = raw.prepare(`SELECT * FROM ${quoted(table)} WHERE rowid = ?`).get(rowid)
          if (row === undefined) continue
          park.run(table, asJson(row))
          raw.prepare(`DELETE FROM ${quoted(table)} WHERE rowid = ?`).run(rowid)
          counted.set(table, (counted.get(table) ?? 0) + 1)
        }
      }
    })()
  }
  return [...counted].map(([table, rows]) => ({ table, rows, what: '所属的内容丢了，另存在抢救记录里' }))
}

/** A table without row numbers does not tell which of its rows dangle: each reference is looked at. */
function dropUnnumbered(raw: Raw, table: string, park: { run(...values: string[]): unknown }): number {
  const references = raw
    .prepare<[string], { from: string; table: string; to: string | null }>(
      'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)',
    )
    .all(table)
  let dropped = 0
  for (const { from, table: parent, to } of references) {
    const key =
      to ??
      raw.prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk = 1').pluck().get(parent) ??
      'rowid'
    const where = `${quoted(from)} IS NOT NULL AND ${quoted(from)} NOT IN (SELECT ${quoted(key)} FROM ${quoted(parent)})`
    for (const row of raw.prepare(`SELECT * FROM ${quoted(table)} WHERE ${where}`).all()) park.run(table, asJson(row))
    dropped += raw.prepare(`DELETE FROM ${quoted(table)} WHERE ${where}`).run().changes
  }
  return dropped
}

/** The head must stand at the last line that is left, or nothing could be written any more; verifying tells the gap. */
export function mendChain(raw: Raw): Lost[] {
  const last = raw
    .prepare<[], { seq: number; epoch: number; mac: Buffer }>(
      'SELECT seq, epoch, mac FROM audit_lines ORDER BY seq DESC LIMIT 1',
    )
    .get()
  const head = raw
    .prepare<[], { seq: number; mac: Buffer; seen: number }>('SELECT seq, mac, max_seen_ms AS seen FROM audit_head')
    .get()
  if (!last || (head?.seq === last.seq && head.mac.equals(last.mac))) return []
  raw.prepare('DELETE FROM audit_head').run()
  raw
    .prepare('INSERT INTO audit_head (id, epoch, seq, key, mac, max_seen_ms) VALUES (1, ?, ?, ?, ?, ?)')
    .run(last.epoch, last.seq, randomBytes(32), last.mac, head?.seen ?? 0)
  return [{ table: 'audit_lines', rows: Math.max(0, (head?.seq ?? last.seq) - last.seq), what: '末尾的审计日志' }]
}
