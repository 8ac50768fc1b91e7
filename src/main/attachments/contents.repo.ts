import { createHash } from 'node:crypto'
import type { AttachmentFormat, AttachmentId } from '../../shared/attachments/attachments'
import { AppError } from '../../shared/result'
import type { Reads, Writes } from '../store/schema'

/** So much is read, kept and handed out at once: a document of any size costs this much memory. */
export const PART_BYTES = 2 ** 20

export interface Content {
  readonly format: AttachmentFormat
  readonly bytes: number
  readonly sha256: string
}

export const partsOf = ({ bytes }: Pick<Content, 'bytes'>): number => Math.ceil(bytes / PART_BYTES)

/** Begins a content of which no part has come yet. */
export const begin = async (db: Writes, id: AttachmentId, format: AttachmentFormat, bytes: number): Promise<void> =>
  void (await db.insertInto('attachmentContents').values({ id, format, bytes, sha256: null }).execute())

export const addPart = async (db: Writes, id: AttachmentId, part: number, bytes: Uint8Array): Promise<void> =>
  void (await db.insertInto('attachmentParts').values({ id, part, bytes }).execute())

export const complete = async (db: Writes, id: AttachmentId, sha256: string): Promise<void> =>
  void (await db.updateTable('attachmentContents').set({ sha256 }).where('id', '=', id).execute())

/**
 * Takes away what belongs to nothing: a file that was refused, or the remains of an interrupted adding.
 * @param among these alone, where others may be arriving just now
 */
export async function removeUnused(db: Writes, among?: readonly AttachmentId[]): Promise<void> {
  await db
    .deleteFrom('attachmentContents')
    .$if(among !== undefined, query => query.where('id', 'in', [...(among ?? [])]))
    .where('id', 'not in', ({ selectFrom }) => selectFrom('attachments').select('attachments.id'))
    .where('id', 'not in', ({ selectFrom }) => selectFrom('interviewScans').select('interviewScans.id'))
    .where('id', 'not in', ({ selectFrom }) => selectFrom('honourScans').select('honourScans.id'))
    .where('id', 'not in', ({ selectFrom }) => selectFrom('exchangeContents').select('exchangeContents.id'))
    .execute()
}

/** @throws AppError not-found */
export async function get(db: Reads, id: AttachmentId): Promise<Content> {
  const row = await db
    .selectFrom('attachmentContents')
    .select(['format', 'bytes', 'sha256'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.sha256 === null) throw new AppError('not-found', '没有这个附件')
  return { ...row, sha256: row.sha256 }
}

/** @throws AppError not-found beyond the last part */
export async function getPart(db: Reads, id: AttachmentId, number: number): Promise<Uint8Array<ArrayBuffer>> {
  const row = await db
    .selectFrom('attachmentParts')
    .select('bytes')
    .where('id', '=', id)
    .where('part', '=', number)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '附件没有这一部分')
  // The driver hands out Buffers, which do not cross to the page as what they are.
  return new Uint8Array(row.bytes)
}

/**
 * A content part by part, compared with its hash at the end.
 * @throws AppError store-damaged when the content is not what was added
 */
export async function* parts(db: Reads, id: AttachmentId): AsyncGenerator<Uint8Array> {
  const content = await get(db, id)
  const hash = createHash('sha256')
  for (let number = 0; number < partsOf(content); number += 1) {
    const bytes = await getPart(db, id, number).catch((error: unknown) => {
      throw error instanceof AppError ? damaged() : error
    })
    hash.update(bytes)
    yield bytes
  }
  if (hash.digest('hex') !== content.sha256) throw damaged()
}

/** A piece of a content. */
export async function read(db: Reads, id: AttachmentId, at: number, length: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for (let number = Math.floor(at / PART_BYTES); number * PART_BYTES < at + length; number += 1)
    pieces.push(await getPart(db, id, number))
  const from = at % PART_BYTES
  return Buffer.concat(pieces).subarray(from, from + length)
}

const damaged = (): AppError =>
  new AppError('store-damaged', '这个附件的内容和加入时不一致，可能是磁盘损坏。请从备份恢复，或用原件重新加入')
