import { createHash } from 'node:crypto'
import type { CadreId } from '../../shared/cadres/cadres'
import type { Photo, PhotoChange, PhotoId } from '../../shared/photos/photos'
import { AppError } from '../../shared/result'
import type { Reads, Writes } from '../store/schema'

/** The portrait that is shown of a person; null when there is none. */
export async function shownOf(db: Reads, cadreId: CadreId): Promise<PhotoId | null> {
  const row = await db
    .selectFrom('photos')
    .select('id')
    .where('cadreId', '=', cadreId)
    .where('shown', '=', 1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** @throws AppError not-found */
export async function get(db: Reads, cadreId: CadreId, id: PhotoId): Promise<Photo> {
  const row = await db
    .selectFrom('photos')
    .select(['kind', 'bytes'])
    .where('id', '=', id)
    .where('cadreId', '=', cadreId)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这张照片')
  // The driver hands out Buffers, which do not cross to the page as what they are.
  return { kind: row.kind, bytes: new Uint8Array(row.bytes) }
}

/** Shows an earlier portrait, or none. Nothing is deleted: what was shown can be shown again. */
export async function show(db: Writes, cadreId: CadreId, id: PhotoId | null): Promise<void> {
  await db.updateTable('photos').set({ shown: 0 }).where('cadreId', '=', cadreId).where('shown', '=', 1).execute()
  if (id === null) return
  await db.updateTable('photos').set({ shown: 1 }).where('cadreId', '=', cadreId).where('id', '=', id).execute()
}

/**
 * Keeps a picture, already known to be one, and shows it.
 * @param newId the id under which it is kept when this person has not had the same picture before
 * @returns what changed; undefined when it is shown already
 */
export async function put(
  db: Writes,
  cadreId: CadreId,
  { kind, bytes }: Photo,
  newId: PhotoId,
): Promise<PhotoChange | undefined> {
  const before = await shownOf(db, cadreId)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const same = await db
    .selectFrom('photos')
    .select('id')
    .where('cadreId', '=', cadreId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  const after = same?.id ?? newId
  if (after === before) return undefined
  if (!same) await db.insertInto('photos').values({ id: newId, cadreId, kind, sha256, shown: 0, bytes }).execute()
  await show(db, cadreId, after)
  return { kind: 'photo', before, after }
}
