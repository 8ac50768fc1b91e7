import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Lost } from '../../shared/backups/backups'
import { AppError } from '../../shared/result'
import { syncFile, syncFolder } from './atomic-file'
import type { BackupWatch } from './backup-make'
import { requireFree, sizeOf } from './disk'
import { closeStore, openEncrypted, type Raw } from './open'
import { mendChain, parkDangling } from './salvage-mend'
import { rowsOf } from './salvage-rows'
import { toStoreError } from './store-errors'
import { assertWhole, quoted } from './whole'

export interface Salvaged {
  readonly rows: number
  readonly lost: readonly Lost[]
}

interface Entry {
  readonly type: 'table' | 'index' | 'trigger' | 'view'
  readonly name: string
  readonly sql: string
}

/** What the store is made of. A virtual table makes its own shadow tables. */
function entriesOf(raw: Raw): Entry[] {
  const all = raw
    .prepare<[], Entry>(
      "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
    )
    .all()
  const virtual = all.filter(({ sql }) => /^CREATE VIRTUAL/i.test(sql)).map(({ name }) => `${name}_`)
  return all.filter(({ name }) => !virtual.some(start => name.startsWith(start)))
}

/** Copies what can be read of one table. @returns the rows that came over, and what did not */
function copyTable(from: Raw, to: Raw, name: string, watch: BackupWatch): { rows: number; lost: Lost | undefined } {
  const columns = from
    .prepare<[string], { name: string; type: string; pk: number }>('SELECT name, type, pk FROM pragma_table_info(?)')
    .all(name)
  const keys = columns.filter(({ pk }) => pk > 0)
  const hasOwnKey = keys.length === 1 && keys[0]?.type.toUpperCase() === 'INTEGER'
  const names = columns.map(column => quoted(column.name))
  let rows = 0
  const missing = rowsOf(from, name, columns, (rowid, values) => {
    watch.insist()
    const whole = rowid !== null && !hasOwnKey
    const insert = to.prepare(
      `INSERT OR IGNORE INTO ${quoted(name)} (${[...(whole ? ['rowid'] : []), ...names].join(', ')})
       VALUES (${[...(whole ? ['?'] : []), ...names.map(() => '?')].join(', ')})`,
    )
    rows += insert.run(...(whole ? [rowid] : []), ...values).changes
  })
  return { rows, lost: missing === null ? undefined : { table: name, rows: missing, what: '读不出来' } }
}

/** Without its first pages a store has no list of tables, and nothing behind them can be told apart. */
function openHeart(file: string, dek: Buffer) {
  let from: Raw | undefined
  try {
    from = openEncrypted(file, dek)
    return { from, entries: entriesOf(from) }
  } catch (error) {
    from?.close()
    const failure = toStoreError(error)
    if (failure.code !== 'store-damaged') throw failure
    throw new AppError(
      'store-damaged',
      '数据库的开头损坏了，里面的内容读不出来，不能抢救。文件没有改动，请返回，从备份恢复；没有备份的，保留原文件，请信息部门检查磁盘',
      failure.details,
    )
  }
}

/**
 * Writes everything that can still be read of a damaged store into a new one, with the same key, and tells what was lost.
 * What can be read but refers to what was lost is parked in `salvaged_rows`, so that it is not lost too.
 * @param target a file that is not there yet
 * @throws AppError store-damaged when not even the list of tables can be read, disk-full, cancelled; nothing is left then
 */
export function salvage(file: string, dek: Buffer, target: string, watch: BackupWatch): Salvaged {
  let to: Raw | undefined
  const { from, entries } = openHeart(file, dek)
  try {
    requireFree(dirname(target), sizeOf(file) * 1.2)
    const tables = entries.filter(({ type }) => type === 'table')
    to = openEncrypted(target, dek, { create: true })
    to.pragma('foreign_keys = OFF')
    for (const { sql } of tables) to.exec(sql)
    const lost: Lost[] = []
    let rows = 0
    tables.forEach(({ name }, done) => {
      watch.step('salvage', done, tables.length)
      const copied = (to as Raw).transaction(() => copyTable(from, to as Raw, name, watch))()
      rows += copied.rows
      if (copied.lost) lost.push(copied.lost)
    })
    for (const { type, sql } of entries) if (type !== 'table') to.exec(sql)
    to.pragma(`user_version = ${Number(from.pragma('user_version', { simple: true }))}`)
    lost.push(...parkDangling(to), ...mendChain(to))
    to.pragma('foreign_keys = ON')
    assertWhole(to)
    closeStore(to)
    syncFile(target)
    syncFolder(dirname(target))
    return { rows, lost }
  } catch (error) {
    if (to?.open) to.close()
    rmSync(target, { force: true })
    throw toStoreError(error)
  } finally {
    from.close()
  }
}
