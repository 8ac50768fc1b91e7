import { PhotoId } from '../../shared/photos/photos'
import { mayKeep } from '../../shared/photos/photos.rules'
import { AppError, insist } from '../../shared/result'
import * as cadres from '../cadres/cadres.repo'
import { recordStep } from '../cadres/history'
import { insistOpen } from '../cadres/insist-open'
import type { CoreHandlers } from '../ipc/contexts'
import * as photos from './photos.repo'

export const photosHandlers: CoreHandlers['photos'] = {
  async show({ db, caller }, { cadreId, id }) {
    await cadres.get(db, caller.scope, cadreId)
    return photos.get(db, cadreId, id)
  },

  async set(context, { cadreId, bytes }) {
    await insistOpen(context, cadreId)
    insist(mayKeep(bytes))
    const change = await photos.put(context.db, cadreId, { kind: 'jpeg', bytes }, PhotoId.parse(context.newId()))
    if (!change?.after) throw new AppError('conflict', '这张照片已经是现在的照片')
    await recordStep(context, cadreId, [change], { kind: 'photo', reason: '' })
    return { id: change.after }
  },

  async remove(context, { cadreId }) {
    const { db } = context
    await insistOpen(context, cadreId)
    const before = await photos.shownOf(db, cadreId)
    if (before === null) throw new AppError('conflict', '这份档案没有照片')
    await photos.show(db, cadreId, null)
    await recordStep(context, cadreId, [{ kind: 'photo', before, after: null }], { kind: 'photo', reason: '' })
    return {}
  },
}
