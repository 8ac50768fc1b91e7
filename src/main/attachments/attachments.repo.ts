import type { AccountId } from '../../shared/accounts/accounts'
import type { ArchiveClass, Attachment, AttachmentFacts, AttachmentId } from '../../shared/attachments/attachments'
import { classOrder } from '../../shared/attachments/attachments.rules'
import type { CadreId } from '../../shared/cadres/cadres'
import { AppError } from '../../shared/result'
import type { Reads, Writes } from '../store/schema'

const whole = (db: Reads) =>
  db
    .selectFrom('attachments')
    .innerJoin('attachmentContents', 'attachmentContents.id', 'attachments.id')
    .innerJoin('accounts', 'accounts.id', 'attachments.byId')
    .select([
      'attachments.id',
      'category',
      'title',
      'documentOn',
      'documentNumber',
      'note',
      'mark',
      'format',
      'bytes',
      'sha256',
      'addedAt',
      'removedAt',
      'accounts.name as byName',
    ])
type Row = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

const toAttachment = ({ sha256, ...row }: Row): Attachment => ({ ...row, sha256: sha256 ?? '' })

/** In the order of the archive: by class, then by place. Those that were taken out stand among them. */
export async function list(db: Reads, cadreId: CadreId): Promise<Attachment[]> {
  const rows = await whole(db)
    .where('cadreId', '=', cadreId)
    .orderBy('position')
    .orderBy('addedAt')
    .orderBy('attachments.id')
    .execute()
  return rows.map(toAttachment).toSorted((a, b) => classOrder(a.category) - classOrder(b.category))
}

/** @throws AppError not-found also for another person's */
export async function get(db: Reads, cadreId: CadreId, id: AttachmentId): Promise<Attachment> {
  const row = await whole(db).where('attachments.id', '=', id).where('cadreId', '=', cadreId).executeTakeFirst()
  if (!row) throw new AppError('not-found', '这份档案没有这个附件')
  return toAttachment(row)
}

export const factsOf = ({ category, title, documentOn, documentNumber, note, mark }: Attachment): AttachmentFacts => ({
  category,
  title,
  documentOn,
  documentNumber,
  note,
  mark,
})

/** What the file says of each attachment now; null of those that were taken out. */
export async function states(db: Reads, cadreId: CadreId): Promise<Map<AttachmentId, AttachmentFacts | null>> {
  return new Map((await list(db, cadreId)).map(each => [each.id, each.removedAt === null ? factsOf(each) : null]))
}

/** The place after the last one of a class. */
async function nextPosition(db: Reads, cadreId: CadreId, category: ArchiveClass): Promise<number> {
  const { last } = await db
    .selectFrom('attachments')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('cadreId', '=', cadreId)
    .where('category', '=', category)
    .executeTakeFirstOrThrow()
  return (last ?? -1) + 1
}

/** Puts a content that has arrived into a file. */
export async function insert(
  db: Writes,
  cadreId: CadreId,
  id: AttachmentId,
  facts: AttachmentFacts,
  { byId, addedAt }: { readonly byId: AccountId; readonly addedAt: string },
): Promise<void> {
  const position = await nextPosition(db, cadreId, facts.category)
  await db
    .insertInto('attachments')
    .values({ ...facts, id, cadreId, position, addedAt, byId, removedAt: null })
    .execute()
}

/** Lets the file say this of an attachment; null takes it out. What changes its class goes to the end of the new one. */
export async function put(
  db: Writes,
  cadreId: CadreId,
  id: AttachmentId,
  facts: AttachmentFacts | null,
  at: string,
): Promise<void> {
  const before = await get(db, cadreId, id)
  const position =
    facts && facts.category !== before.category ? await nextPosition(db, cadreId, facts.category) : undefined
  await db
    .updateTable('attachments')
    .set(facts ? { ...facts, ...(position !== undefined && { position }), removedAt: null } : { removedAt: at })
    .where('id', '=', id)
    .execute()
}

export async function arrange(db: Writes, ids: readonly AttachmentId[]): Promise<void> {
  for (const [position, id] of ids.entries())
    await db.updateTable('attachments').set({ position }).where('id', '=', id).execute()
}

/** As a follower of the person: those that were taken out go along. */
export async function moveTo(
  db: Writes,
  from: CadreId,
  to: CadreId,
  only?: readonly string[],
): Promise<readonly string[]> {
  const moving = (await list(db, from)).filter(({ id }) => only?.includes(id) ?? true)
  for (const { id, category } of moving) {
    const position = await nextPosition(db, to, category)
    await db.updateTable('attachments').set({ cadreId: to, position }).where('id', '=', id).execute()
  }
  return moving.map(({ id }) => id)
}
