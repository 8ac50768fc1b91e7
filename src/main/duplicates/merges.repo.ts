import type { CadreId } from '../../shared/cadres/cadres'
import type { FileState } from '../../shared/cadres/history.rules'
import type { Reads, Writes } from '../store/schema'

export const link = async (db: Writes, goneId: CadreId, keptId: CadreId): Promise<void> =>
  void (await db.insertInto('merges').values({ goneId, keptId }).execute())

/** Whoever is taken out of the trash is nobody's other file any more. */
export const unlink = async (db: Writes, goneIds: readonly CadreId[]): Promise<void> =>
  void (await db.deleteFrom('merges').where('goneId', 'in', goneIds).execute())

/** The file that stands for a person now: the one that a merged file went into, or the file itself. */
export async function keptOf(db: Reads, id: CadreId): Promise<CadreId> {
  const row = await db.selectFrom('merges').select('keptId').where('goneId', '=', id).executeTakeFirst()
  return row ? keptOf(db, row.keptId) : id
}

/** How the files stand now that were once merged into this one. */
export async function othersOf(db: Reads, keptId: CadreId, ids: readonly CadreId[]): Promise<FileState['others']> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('cadres')
    .leftJoin('merges', 'merges.goneId', 'cadres.id')
    .where('cadres.id', 'in', ids)
    .select(['cadres.id', 'cadres.revision', 'cadres.trashedAt', 'merges.keptId'])
    .execute()
  return new Map(
    rows.map(row => [
      row.id,
      { revision: row.revision, trashed: row.trashedAt !== null, mergedHere: row.keptId === keptId },
    ]),
  )
}
