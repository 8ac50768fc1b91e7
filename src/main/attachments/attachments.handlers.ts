import type { AttachmentFacts, AttachmentId } from '../../shared/attachments/attachments'
import { saySame } from '../../shared/attachments/attachments.rules'
import { formatTitles } from '../../shared/attachments/recognise.rules'
import type { CadreId } from '../../shared/cadres/cadres'
import { AppError } from '../../shared/result'
import * as cadres from '../cadres/cadres.repo'
import { recordStep } from '../cadres/history'
import { insistOpen } from '../cadres/insist-open'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import { createOpened } from '../ipc/opened'
import { addAttachments } from './add.job'
import * as attachments from './attachments.repo'
import * as contents from './contents.repo'
import { saveAttachment } from './save.job'
import { verifyAttachments } from './verify.job'

/** A line of the audit log names an attachment by its number and kind alone. */
const named = (id: AttachmentId): string => `附件 …${id.slice(-6)}`

const opened = createOpened<AttachmentId>('查阅附件要先写明事由')

/** Changes what a file says of an attachment, as one step of its history. Null takes it out. */
async function change(
  context: CommandContext,
  cadreId: CadreId,
  id: AttachmentId,
  to: (before: AttachmentFacts | null) => AttachmentFacts | null,
  reason = '',
): Promise<void> {
  const { db, now, record } = context
  await insistOpen(context, cadreId)
  record({ details: named(id), ...(reason !== '' && { reason }) })
  const attachment = await attachments.get(db, cadreId, id)
  const before = attachment.removedAt === null ? attachments.factsOf(attachment) : null
  const after = to(before)
  if (saySame(before, after)) return
  await attachments.put(db, cadreId, id, after, new Date(now()).toISOString())
  await recordStep(context, cadreId, [{ kind: 'attachment', id, before, after }], { kind: 'change', reason })
}

export const attachmentsHandlers: CoreHandlers['attachments'] = {
  async list({ db, caller }, { cadreId }) {
    await cadres.get(db, caller.scope, cadreId)
    return attachments.list(db, cadreId)
  },

  add: addAttachments,

  async describe(context, { cadreId, id, facts }) {
    await change(context, cadreId, id, before => {
      if (before === null) throw new AppError('refused', '这个附件已移出档案，先恢复再著录')
      return facts
    })
    return attachments.get(context.db, cadreId, id)
  },

  async arrange(context, { cadreId, category, ids }) {
    await insistOpen(context, cadreId)
    const held = (await attachments.list(context.db, cadreId)).filter(
      each => each.category === category && each.removedAt === null,
    )
    if (held.length !== new Set(ids).size || !held.every(({ id }) => ids.includes(id)))
      throw new AppError('conflict', '这一类的附件刚有变动，请看过再排')
    await attachments.arrange(context.db, ids)
    context.record({ details: `附件 ${ids.length} 件` })
    return {}
  },

  async remove(context, { cadreId, id, reason }) {
    await change(
      context,
      cadreId,
      id,
      before => {
        if (before === null) throw new AppError('conflict', '这个附件已经移出')
        return null
      },
      reason,
    )
    return {}
  },

  async restore(context, { cadreId, id }) {
    const attachment = await attachments.get(context.db, cadreId, id)
    await change(context, cadreId, id, before => {
      if (before !== null) throw new AppError('conflict', '这个附件没有移出')
      return attachments.factsOf(attachment)
    })
    return {}
  },

  async open({ db, caller, record }, { cadreId, id, reason }) {
    record({ subject: `cadres:${cadreId}`, reason, details: named(id) })
    await cadres.get(db, caller.scope, cadreId)
    const { format } = await attachments.get(db, cadreId, id)
    record({ details: `${named(id)}，${formatTitles[format]}` })
    opened.add(caller, id)
    return { parts: contents.partsOf(await contents.get(db, id)) }
  },

  async part({ db, caller }, { cadreId, id, part }) {
    opened.insist(caller, id)
    await cadres.get(db, caller.scope, cadreId)
    await attachments.get(db, cadreId, id)
    return { bytes: await contents.getPart(db, id, part) }
  },

  save: saveAttachment,
  verify: verifyAttachments,
}
