import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { AttachmentId } from '../../shared/attachments/attachments'
import { AppError } from '../../shared/result'
import * as cadres from '../cadres/cadres.repo'
import type { CoreHandlers } from '../ipc/contexts'
import * as attachments from './attachments.repo'
import * as contents from './contents.repo'

export const verifyAttachments: CoreHandlers['attachments']['verify'] = async (context, { cadreId }) => {
  const { db, caller, signal, progress } = context
  await cadres.get(db, caller.scope, cadreId)
  const all = await attachments.list(db, cadreId)
  const damaged: AttachmentId[] = []
  for (const [done, { id }] of all.entries()) {
    progress({ done, total: all.length, note: '正在逐个核对' })
    try {
      for await (const _ of contents.parts(db, id)) {
        await yieldToOthers()
        if (signal.aborted) throw new AppError('cancelled', '已停止核对')
      }
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error
      damaged.push(id)
    }
  }
  return { checked: all.length, damaged }
}
