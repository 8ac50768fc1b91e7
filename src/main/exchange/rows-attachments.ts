import * as z from 'zod'
import { AttachmentFacts, AttachmentFormat, AttachmentId } from '../../shared/attachments/attachments'
import { attachmentFields, attachmentLimits, saySame, sizeWords } from '../../shared/attachments/attachments.rules'
import { formatTitles } from '../../shared/attachments/recognise.rules'
import { CadreId } from '../../shared/cadres/cadres'
import { AppError } from '../../shared/result'
import * as attachments from '../attachments/attachments.repo'
import * as contents from '../attachments/contents.repo'
import { instantOf } from '../ipc/clock'
import { insistOwner } from './row-owner'
import type { RowKind } from './rows'

/** What is said of an attachment, and of which content: the bytes come behind the people, in the order of these. */
export const SentAttachment = AttachmentFacts.extend({
  format: AttachmentFormat,
  bytes: z.int().min(1).max(attachmentLimits.bytes.value),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type SentAttachment = z.infer<typeof SentAttachment>

export const attachmentRows: RowKind = {
  name: 'attachments',
  module: 'attachments',
  value: SentAttachment,
  of: (db, keys) =>
    db
      .selectFrom('attachments')
      .innerJoin('cadres', 'cadres.id', 'attachments.cadreId')
      .select(['attachments.id', 'cadres.key as cadreKey'])
      .where('removedAt', 'is', null)
      .where('cadres.key', 'in', [...keys])
      .orderBy('attachments.id')
      .execute(),

  async find(db, id) {
    const row = await db
      .selectFrom('attachments')
      .innerJoin('cadres', 'cadres.id', 'attachments.cadreId')
      .select(['cadres.key as cadreKey', 'attachments.cadreId'])
      .where('attachments.id', '=', AttachmentId.parse(id))
      .executeTakeFirst()
    if (!row) return undefined
    const attachment = await attachments.get(db, row.cadreId, AttachmentId.parse(id))
    if (attachment.removedAt !== null) return { cadreKey: row.cadreKey, value: null }
    const { format, bytes, sha256 } = attachment
    return { cadreKey: row.cadreKey, value: { ...attachments.factsOf(attachment), format, bytes, sha256 } }
  },

  async put(context, cadreKey, id, came) {
    const { db, caller } = context
    const attachmentId = AttachmentId.parse(id)
    const owner = await db.selectFrom('cadres').select('id').where('key', '=', cadreKey).executeTakeFirstOrThrow()
    const cadreId = CadreId.parse(owner.id)
    const known = await db
      .selectFrom('attachments')
      .innerJoin('cadres', 'cadres.id', 'attachments.cadreId')
      .select(['cadres.key', 'attachments.cadreId'])
      .where('attachments.id', '=', attachmentId)
      .executeTakeFirst()
    const { format: _format, bytes, sha256, ...after } = SentAttachment.parse(came)
    const content = await contents.get(db, attachmentId)
    if (content.sha256 !== sha256 || content.bytes !== bytes)
      throw new AppError('conflict', '数据包里有一个附件与本库同号的附件内容不同，没有并入任何内容')
    const at = instantOf(context)
    if (!known) {
      await attachments.insert(db, cadreId, attachmentId, after, { byId: caller.id, addedAt: at })
      return { kind: 'attachment', id: attachmentId, before: null, after }
    }
    await insistOwner(db, known.key, cadreKey)
    if (known.cadreId !== cadreId) await attachments.moveTo(db, known.cadreId, cadreId, [attachmentId])
    const stood = await attachments.get(db, cadreId, attachmentId)
    const before = stood.removedAt === null ? attachments.factsOf(stood) : null
    if (!saySame(before, after)) await attachments.put(db, cadreId, attachmentId, after, at)
    return { kind: 'attachment', id: attachmentId, before, after }
  },

  words(came) {
    const attachment = SentAttachment.parse(came)
    return {
      title: `附件：${attachment.title}`,
      lines: [
        ...attachmentFields.map(({ title, of }) => [title, of(attachment)] as const),
        ['文件', `${formatTitles[attachment.format]}，${sizeWords(attachment.bytes)}`],
      ],
    }
  },
}
