import type { ChangeSet } from '../../shared/cadres/cadres.contract'
import { undoneAmong, undoRefusal } from '../../shared/cadres/history.rules'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import type { CoreHandlers } from '../ipc/contexts'
import { overrideFor } from '../retirements/overrides'
import * as cadres from './cadres.repo'
import { before, stateOf, stepsOf, undoStep } from './history'
import { maskedChange, toFile } from './masking'

export const historyHandlers: Pick<CoreHandlers['cadres'], 'history' | 'asOf' | 'undo'> = {
  async history({ db, caller }, { id }) {
    const stored = await cadres.get(db, caller.scope, id)
    const names = await accounts.names(db)
    const steps = await stepsOf(db, id)
    const state = await stateOf(db, stored, steps)
    const undone = undoneAmong(steps)
    return steps.map(
      (step): ChangeSet => ({
        id: step.id,
        at: step.at,
        byName: names.get(step.byId) ?? '',
        kind: step.kind,
        reason: step.reason,
        changes: step.changes.map(maskedChange),
        undoes: step.undoes,
        undone: undone.has(step.id),
        undoRefusal: undoRefusal(state, steps, step) ?? null,
      }),
    )
  },

  async asOf({ db, caller }, { id, on }) {
    const stored = await cadres.get(db, caller.scope, id)
    const end = new Date(`${on}T23:59:59.999`).toISOString()
    const steps = await stepsOf(db, id)
    const later = steps.filter(({ at }) => at > end)
    if (later.length === steps.length) throw new AppError('not-found', '那一天还没有这份档案')
    return toFile({ ...before(stored, later), decided: await overrideFor(db, id, end) })
  },

  async undo(context, { id, changeSetId }) {
    const { db, caller, record } = context
    record({ subject: `cadres:${id}` })
    const stored = await cadres.get(db, caller.scope, id)
    if (stored.trashedAt !== null) throw new AppError('refused', '档案在回收站里，先恢复再撤销')
    const steps = await stepsOf(db, id)
    const step = steps.find(each => each.id === changeSetId)
    if (!step) throw new AppError('not-found', '没有这一步修改')
    const refusal = undoRefusal(await stateOf(db, stored, steps), steps, step)
    if (refusal !== undefined) throw new AppError('conflict', refusal)
    await undoStep(context, stored, step)
    return toFile(await cadres.get(db, caller.scope, id))
  },
}
