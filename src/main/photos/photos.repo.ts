import { createHash } from 'node:crypto'
import type { CadreId } from '../../shared/cadres/cadres'
import type { Photo, PhotoChange, PhotoId } from '../../shared/photos/photos'
import { AppError } from '../../shared/result'
import { prepared } from '../store/prepared'
import type { Reads, Writes } from '../store/schema'
import { type PhotosTable, photosColumns } from './photos.table'

/** A picture whose bytes lie in the store. */
export type KeptPicture = Pick<PhotosTable, 'kind' | 'sha256' | 'bytesKey'>

const insertBytes = prepared({ bytes: 'BLOB' }, (db, { bytes }: Pick<Photo, 'bytes'>) =>
  db.insertInto('photoBytes').values({ bytes }).returning('key'),
)

/** Lays a picture's bytes down by themselves. Whoever calls this writes the row that they belong to. */
export async function keepBytes(db: Writes, { kind, bytes }: Photo): Promise<KeptPicture> {
  const [row] = await insertBytes(db, { bytes })
  if (!row) throw new AppError('internal', '程序内部错误')
  return { kind, sha256: hashOf(bytes), bytesKey: row.key }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

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
    .innerJoin('photoBytes', 'photoBytes.key', 'photos.bytesKey')
    .select(['photos.kind', 'photoBytes.bytes'])
    .where('photos.id', '=', id)
    .where('photos.cadreId', '=', cadreId)
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

const knownOf = prepared({ cadreId: 'TEXT', sha256: 'TEXT' }, (db, of: { cadreId: CadreId; sha256: string }) =>
  db
    .selectFrom('photos')
    .select(['id', 'shown', 'sha256'])
    .where('cadreId', '=', of.cadreId)
    .where(({ eb, or }) => or([eb('sha256', '=', of.sha256), eb('shown', '=', 1)])),
)
const insertPhoto = prepared(photosColumns, (db, row: PhotosTable) => db.insertInto('photos').values(row))

/**
 * Makes a picture the portrait that is shown.
 * @param keep lays its bytes down; called unless this person has had the same picture before
 */
async function place(
  db: Writes,
  cadreId: CadreId,
  sha256: string,
  newId: PhotoId,
  keep: () => Promise<KeptPicture>,
): Promise<PhotoChange | undefined> {
  const known = await knownOf(db, { cadreId, sha256 })
  const before = known.find(({ shown }) => shown === 1)?.id ?? null
  const after = known.find(photo => photo.sha256 === sha256)?.id ?? newId
  if (after === before) return undefined
  if (before !== null) await show(db, cadreId, null)
  if (after === newId) await insertPhoto(db, { id: newId, cadreId, shown: 1, ...(await keep()) })
  else await show(db, cadreId, after)
  return { kind: 'photo', before, after }
}

/**
 * Keeps a picture, already known to be one, and shows it.
 * @param newId the id under which it is kept when this person has not had the same picture before
 * @returns what changed; undefined when it is shown already
 */
export const put = (db: Writes, cadreId: CadreId, photo: Photo, newId: PhotoId): Promise<PhotoChange | undefined> =>
  place(db, cadreId, hashOf(photo.bytes), newId, () => keepBytes(db, photo))

/** As `put`, with a picture whose bytes lie in the store already: they are not copied. */
export const take = (
  db: Writes,
  cadreId: CadreId,
  picture: KeptPicture,
  newId: PhotoId,
): Promise<PhotoChange | undefined> => place(db, cadreId, picture.sha256, newId, async () => picture)

/** The first portrait of a person who is new. */
export const begin = async (db: Writes, cadreId: CadreId, picture: KeptPicture, newId: PhotoId): Promise<void> =>
  void (await insertPhoto(db, { id: newId, cadreId, shown: 1, ...picture }))
