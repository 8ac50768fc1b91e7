import type { Kysely } from 'kysely'
import type { Raw } from './open'
import type { Tables, Writes } from './schema'

/**
 * One IMMEDIATE transaction on the store's only connection; what else is asked meanwhile waits.
 * SQLite itself rolls back when the disk is full: a second rollback would then hide the reason, as Kysely's own does.
 */
export const transact = <T>(root: Kysely<Tables>, raw: Raw, work: (db: Writes) => Promise<T>): Promise<T> =>
  root.connection().execute(async db => {
    raw.exec('BEGIN IMMEDIATE')
    try {
      const done = await work(db)
      raw.exec('COMMIT')
      return done
    } catch (error) {
      if (raw.inTransaction) raw.exec('ROLLBACK')
      throw error
    }
  })
