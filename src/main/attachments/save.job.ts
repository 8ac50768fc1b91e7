import { markOfCopy } from '../../shared/attachments/attachments.rules'
import { AppError, insist } from '../../shared/result'
import { mayMark } from '../../shared/secrecy/secrecy.rules'
import * as cadres from '../cadres/cadres.repo'
import { carryOut, goOn } from '../exports/outgoing'
import type { CoreHandlers } from '../ipc/contexts'
import * as attachments from './attachments.repo'
import * as contents from './contents.repo'

export const saveAttachment: CoreHandlers['attachments']['save'] = async (
  context,
  { cadreId, id, target, ...order },
) => {
  const { db, caller, signal, progress, gatehouse, record } = context
  record({ subject: `cadres:${cadreId}` })
  const { cadre } = await cadres.get(db, caller.scope, cadreId)
  const attachment = await attachments.get(db, cadreId, id)
  if (attachment.removedAt !== null) throw new AppError('refused', '这个附件已移出档案，先恢复再另存')
  const atLeast = markOfCopy(attachment.mark, cadre.secrecy)
  const mark = order.mark ?? atLeast
  insist(mayMark(mark, atLeast))
  const { entry } = await carryOut(
    context,
    { ...order, mark, whom: { by: 'ids', ids: [cadreId] }, sensitive: [], kind: 'attachment', namePattern: '' },
    () => gatehouse.options.files.take(target),
    async file => {
      let done = 0
      for await (const part of contents.parts(db, id)) {
        await goOn(signal)
        file.write(part)
        done += part.byteLength
        progress({ done: Math.floor((done / attachment.bytes) * 100), total: 100, note: '正在写出附件' })
      }
      return 1
    },
  )
  return { entry }
}
