import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../../shared/result'
import { makeFolder, renameOver, syncFile, syncFolder } from './atomic-file'
import { requireFree } from './disk'
import { openEncrypted, type Raw } from './open'
import { toStoreError } from './store-errors'

const MARGIN_BYTES = 16 * 2 ** 20

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

const shapeOf = (raw: Raw): string => {
  const tables = raw
    .prepare<[], string>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()
  const count = (table: string) =>
    raw
      .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get()
  return JSON.stringify([raw.pragma('user_version', { simple: true }), tables.map(table => [table, count(table)])])
}

/**
 * A copy under the same key, through VACUUM INTO (the driver's `backup` fails on encrypted files). It gets its name
 * only once it was opened with the key, checked page by page and found to hold as many rows of every table.
 * @throws AppError disk-full, store-damaged; nothing is left behind
 */
export function verifiedCopy(raw: Raw, dek: Buffer, target: string): void {
  const folder = dirname(target)
  const partial = `${target}.partial`
  makeFolder(folder)
  try {
    requireFree(folder, storeBytes(raw) + MARGIN_BYTES)
    rmSync(partial, { force: true })
    // One read transaction would not help: VACUUM INTO cannot run inside one. The core writes nothing in between.
    const shape = shapeOf(raw)
    raw.prepare('VACUUM INTO ?').run(partial)
    syncFile(partial)
    const copy = openEncrypted(partial, dek, { readonly: true })
    try {
      assertWhole(copy)
      if (shapeOf(copy) !== shape) throw new AppError('store-damaged', '备份与数据库不一致')
    } finally {
      copy.close()
    }
    renameOver(partial, target)
    syncFolder(folder)
  } catch (error) {
    rmSync(partial, { force: true })
    throw toStoreError(error)
  }
}
