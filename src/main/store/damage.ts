import { createHash } from 'node:crypto'
import type { Finding } from '../../shared/backups/backups'
import type { BackupWatch } from './backup-make'
import type { Raw } from './open'
import { quoted, tablesOf } from './whole'

const FEW = 5
const wordsOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '读不出来'

/** Reads every row of a table with all that it holds. */
function readTable(raw: Raw, table: string): string | null {
  try {
    const found = raw
      .prepare<[], string>(`PRAGMA integrity_check(${quoted(table)})`)
      .pluck()
      .all()
      .filter(line => line !== 'ok')
    if (found.length > 0) return `${found.length} 处不符`
    for (const _row of raw
      .prepare(`SELECT * FROM ${quoted(table)}`)
      .raw()
      .iterate()) {
      // Reading is the check: each page's MAC is compared as it comes in.
    }
    return null
  } catch (error) {
    return wordsOf(error)
  }
}

function brokenReferences(raw: Raw): Finding[] {
  const rows = raw.pragma('foreign_key_check') as { table: string; parent: string }[]
  const counted = new Map<string, number>()
  for (const { table, parent } of rows)
    counted.set(`${table} → ${parent}`, (counted.get(`${table} → ${parent}`) ?? 0) + 1)
  return [...counted].map(([name, count]) => ({ kind: 'references', name, detail: `${count} 条记录指向的内容不见了` }))
}

/** What a content was when it came in stands beside it as a hash. */
const hashed: readonly { readonly name: string; readonly query: string }[] = [
  { name: '照片', query: 'SELECT sha256, bytes FROM photos JOIN photo_bytes ON photo_bytes.key = photos.bytes_key' },
  { name: '录音', query: 'SELECT lower(hex(sha256)), bytes FROM sound_pieces' },
]
const hashOf = (parts: readonly Buffer[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

function wrongFiles(raw: Raw, watch: BackupWatch): Finding[] {
  const found: Finding[] = []
  for (const { name, query } of hashed) {
    let wrong = 0
    for (const row of raw.prepare<[], [string, Buffer]>(query).raw().iterate()) {
      watch.insist()
      if (hashOf([row[1]]) !== row[0]) wrong += 1
    }
    if (wrong > 0) found.push({ kind: 'file', name, detail: `${wrong} 份与入库时的哈希不符` })
  }
  const contents = raw
    .prepare<[], { id: string; sha256: string }>('SELECT id, sha256 FROM attachment_contents WHERE sha256 IS NOT NULL')
    .all()
  const parts = raw.prepare<[string], Buffer>('SELECT bytes FROM attachment_parts WHERE id = ? ORDER BY part').pluck()
  const wrong = contents.filter(({ id, sha256 }) => {
    watch.insist()
    return hashOf(parts.all(id)) !== sha256
  })
  if (wrong.length > 0) found.push({ kind: 'file', name: '附件', detail: `${wrong.length} 份与入库时的哈希不符` })
  return found
}

/** A line that is missing in the middle shows without any key; that none was changed takes an auditor's. */
function brokenChain(raw: Raw): Finding[] {
  const row = raw
    .prepare<[], { lines: number; first: number | null; last: number | null }>(
      'SELECT count(*) AS lines, min(seq) AS first, max(seq) AS last FROM audit_lines',
    )
    .get()
  if (!row || row.lines === 0 || (row.first === 1 && row.last === row.lines)) return []
  return [{ kind: 'chain', name: '审计日志', detail: `应有 ${row.last} 行，实有 ${row.lines} 行` }]
}

/**
 * Looks through the whole store and names what is damaged; empty when nothing is. Finding damage is an answer, not a
 * failure. @throws AppError cancelled
 */
export function findDamage(raw: Raw, watch: BackupWatch): Finding[] {
  const tables = tablesOf(raw)
  const found: Finding[] = []
  tables.forEach((table, done) => {
    watch.insist()
    watch.step('check', done, tables.length)
    const detail = readTable(raw, table)
    if (detail !== null) found.push({ kind: 'table', name: table, detail })
  })
  const pages = attempt(() =>
    raw
      .prepare<[], string>(`PRAGMA integrity_check(${FEW})`)
      .pluck()
      .all()
      .filter(line => line !== 'ok'),
  )
  if (typeof pages === 'string') found.push({ kind: 'pages', name: '数据文件', detail: pages })
  else if (pages.length > 0 && found.length === 0)
    found.push({ kind: 'pages', name: '数据文件', detail: `${pages.length} 处页面不符` })
  for (const look of [() => brokenReferences(raw), () => wrongFiles(raw, watch), () => brokenChain(raw)]) {
    const more = attempt(look)
    if (typeof more !== 'string') found.push(...more)
  }
  return found
}

/** What cannot be read is named already, table by table. */
function attempt<T>(look: () => T): T | string {
  try {
    return look()
  } catch (error) {
    if (error instanceof Error && error.name === 'AppError') throw error
    return wordsOf(error)
  }
}
