import { afterBatch, batchWords } from '../../shared/cadres/batch.rules'
import { undoRefusal } from '../../shared/cadres/history.rules'
import { AppError } from '../../shared/result'
import type { CoreHandlers } from '../ipc/contexts'
import * as cadres from './cadres.repo'
import { keep, stateOf, stepsOf, undoStep } from './history'
import { insistUnitSeen } from './insist-units'

/** One change of many files as one step that can be taken back together. */
export const batchHandlers: Pick<CoreHandlers['cadres'], 'changeMany' | 'undoMany'> = {
  async changeMany(context, { ids, change, reason }) {
    const { db, caller, record, newId } = context
    const unitName =
      change.act === 'set' && change.field === 'unitId' ? await insistUnitSeen(context, change.value) : ''
    const batchId = newId()
    let [changed, unchanged] = [0, 0]
    for (const id of new Set(ids)) {
      const stored = await cadres.get(db, caller.scope, id)
      if (stored.trashedAt !== null)
        throw new AppError('refused', `${stored.cadre.name}的档案在回收站里，先恢复或者取消选择再改`)
      const after = afterBatch(stored.cadre, change)
      if (after === stored.cadre) unchanged += 1
      else {
        await keep(context, stored.cadre, after, stored.revision + 1, { kind: 'change', reason, batchId })
        changed += 1
      }
    }
    record({ subject: 'cadres:batch', reason, details: `${batchWords(change, unitName)}，${changed} 人` })
    return { batchId, changed, unchanged }
  },

  async undoMany(context, { batchId }) {
    const { db, caller, record } = context
    const found = await db
      .selectFrom('cadreChanges')
      .select(['id', 'cadreId'])
      .where('batchId', '=', batchId)
      .where('kind', '=', 'change')
      .execute()
    if (found.length === 0) throw new AppError('not-found', '没有这次批量修改')
    let [undone, kept] = [0, 0]
    for (const { id, cadreId } of found) {
      const stored = await cadres.get(db, caller.scope, cadreId)
      const steps = await stepsOf(db, cadreId)
      const step = steps.find(each => each.id === id)
      // Whoever was changed since keeps what was changed, and is counted.
      const mayUndo =
        step && stored.trashedAt === null && undoRefusal(await stateOf(db, stored, steps), steps, step) === undefined
      if (mayUndo) {
        await undoStep(context, stored, step)
        undone += 1
      } else kept += 1
    }
    record({ subject: 'cadres:batch', details: `撤销批量修改，${undone} 人` })
    return { undone, kept }
  },
}
