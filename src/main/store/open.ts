import { chmodSync, existsSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely'
import { AppError } from '../../shared/result'
import { keepingStatements } from './prepared'
import { deriveFor, zero } from './seal'
import { toStoreError } from './store-errors'

/** The driver without what would write plaintext (`serialize`), fail on an encrypted file (`backup`) or load code. */
export type Raw = Omit<
  InstanceType<typeof Database>,
  'backup' | 'serialize' | 'loadExtension' | 'unsafeMode' | 'key' | 'table'
>

type Setting = readonly [name: string, value: string, readBack: string | number]

/** security.md §3.5: measured, not taste. Each is set and then read back, because SQLite ignores what it does not know. */
const everyConnection: readonly Setting[] = [
  ['synchronous', 'FULL', 2], // NORMAL lost acknowledged commits in 58 % of simulated power cuts
  ['temp_store', 'MEMORY', 2], // temporary files would be plaintext
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['wal_autocheckpoint', '1000', 1000],
  ['busy_timeout', '5000', 5000],
  ['cache_size', '-65536', -65_536], // going through 100,000 people anew took four times as long with the default of 16 MB
]
const writers: readonly Setting[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['journal_size_limit', '67108864', 67_108_864],
]
const readers: readonly Setting[] = [['query_only', 'ON', 1]]

function applySettings(raw: Raw, settings: readonly Setting[]): void {
  for (const [name, value] of settings) raw.pragma(`${name} = ${value}`)
  for (const [name, , expected] of settings) {
    const actual = raw.pragma(name, { simple: true })
    if (actual !== expected) throw new AppError('self-test-failed', '数据库引擎没有接受安全设置', { name, actual })
  }
}

/** 'raw:' and the 32-byte page key; as a Buffer, because a string would stay in memory. The caller wipes it. */
export function pageKey(dek: Buffer): Buffer {
  const key = deriveFor('db', dek)
  const buffer = Buffer.allocUnsafeSlow(36)
  buffer.write('raw:', 'latin1')
  key.copy(buffer, 4)
  zero(key)
  return buffer
}

export type OpenOptions = {
  readonly readonly?: boolean
  /** Only set-up and copies make files: a store that is missing must never be replaced by an empty one. */
  readonly create?: boolean
}

/**
 * Opens a store file under its DEK with every setting asserted.
 * @throws AppError store-missing, store-damaged (also a wrong key), store-read-only, disk-full, self-test-failed
 */
export function openEncrypted(file: string, dek: Buffer, { readonly = false, create = false }: OpenOptions = {}): Raw {
  if (isMainThread) process.umask(0o077)
  if (!create && !existsSync(file)) throw new AppError('store-missing', '找不到数据库文件')
  let raw: InstanceType<typeof Database> | undefined
  try {
    raw = new Database(file, { readonly, fileMustExist: !create })
    raw.pragma("cipher = 'chacha20'") // must come before the key
    const key = pageKey(dek)
    raw.key(key)
    zero(key)
    raw.prepare('SELECT count(*) FROM sqlite_master').get()
    if (raw.pragma('cipher', { simple: true }) !== 'chacha20') throw new AppError('self-test-failed', '加密引擎不可用')
    applySettings(raw, [...everyConnection, ...(readonly ? readers : writers)])
    if (create) chmodSync(file, 0o600)
    return raw
  } catch (error) {
    raw?.close()
    throw toStoreError(error)
  }
}

/** Kysely over a connection: camelCase in code, snake_case in the file; statements stay prepared. */
export const kyselyOver = <Tables>(raw: Raw): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: new SqliteDialect({ database: keepingStatements(raw) }),
    plugins: [new CamelCasePlugin()],
  })

/** Empties the WAL into the file and closes. A deleted WAL would otherwise drop committed data unnoticed. */
export function closeStore(raw: Raw): void {
  if (!raw.open) return
  try {
    // Whoever still reads is not waited for: the commits are safe in the log.
    raw.pragma('busy_timeout = 0')
    if (!raw.readonly) raw.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // A reader or a full disk stops the checkpoint; the commits are safe in the WAL and the next opening goes on from there.
  } finally {
    raw.close()
  }
}
