import Database from 'better-sqlite3'
import { toStoreError } from './store-errors'
import { lockFile } from './store-paths'

export type StoreLock = { readonly release: () => void }

/**
 * Makes this process the only writer of a store: it holds an exclusive transaction on an empty SQLite file. The system
 * frees such a lock when the process dies in whatever way, so there is never a stale lock to clear by hand.
 * No other code of this process may open `store.lock`: closing any descriptor of it would free the lock (POSIX).
 * @throws AppError store-in-use, store-read-only
 */
export function lockStore(folder: string): StoreLock {
  let holder: InstanceType<typeof Database> | undefined
  try {
    holder = new Database(lockFile(folder), { timeout: 0 })
    holder.pragma('journal_mode = MEMORY')
    holder.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    holder?.close()
    throw toStoreError(error)
  }
  const held = holder
  return {
    release: () => {
      if (held.open) held.close()
    },
  }
}
