import { type AttachmentChange, AttachmentFormat } from '../../shared/attachments/attachments'
import { attachmentLimits, firstFacts, sizeWords } from '../../shared/attachments/attachments.rules'
import { AppError } from '../../shared/result'
import { highestMark } from '../../shared/secrecy/secrecy.rules'
import * as cadres from '../cadres/cadres.repo'
import { recordStep } from '../cadres/history'
import { insistOpen } from '../cadres/insist-open'
import type { CoreHandlers } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import { takeFiles } from './arriving'
import * as attachments from './attachments.repo'

export const addAttachments: CoreHandlers['attachments']['add'] = async (context, { cadreId, token, category }) => {
  const store = requireStore(context)
  if (store.readOnly) throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前只能查看')
  const paths = context.gatehouse.options.files.takeReading(token)
  const stored = await cadres.get(context.db, context.caller.scope, cadreId)
  const known = await attachments.list(context.db, cadreId)
  const { ofPerson } = attachmentLimits
  if (known.length + paths.length > ofPerson.value)
    throw new AppError('refused', `一份档案最多 ${ofPerson.value} 个附件，现有 ${known.length} 个`)
  return takeFiles(context, store, { paths, known, formats: AttachmentFormat.options }, arrived =>
    context.commit(async inner => {
      await insistOpen(inner, cadreId)
      const mark = highestMark([stored.cadre.secrecy])
      const by = { byId: inner.caller.id, addedAt: new Date(inner.now()).toISOString() }
      const changes: AttachmentChange[] = []
      for (const { id, name } of arrived) {
        const after = firstFacts(name, category, mark)
        await attachments.insert(inner.db, cadreId, id, after, by)
        changes.push({ kind: 'attachment', id, before: null, after })
      }
      await recordStep(inner, cadreId, changes, { kind: 'change', reason: '' })
      const bytes = arrived.reduce((sum, each) => sum + each.bytes, 0)
      inner.record({ details: `附件 ${arrived.length} 件，共 ${sizeWords(bytes)}` })
    }),
  )
}
