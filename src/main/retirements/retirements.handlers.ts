import { mayOverrideRetirement } from '../../shared/cadres/retirement.rules'
import { addMonths } from '../../shared/dates/add-months'
import { AppError, insist } from '../../shared/result'
import { keyOf } from '../cadres/cadres.repo'
import { dayNow } from '../ipc/clock'
import type { CoreHandlers } from '../ipc/contexts'
import { listWithin } from '../units/units.repo'
import * as retirements from './retirements.repo'
import { withoutMonth } from './unknown.repo'

export const retirementsHandlers: CoreHandlers['retirements'] = {
  async person({ db, caller }, { cadreId }) {
    const key = await keyOf(db, caller, cadreId)
    return { decisions: await retirements.decisionsOf(db, key), tasks: await retirements.tasksOfOne(db, key) }
  },

  async decide({ db, caller, now, newId, record }, { cadreId, month, seen, reason }) {
    record({ subject: `cadres:${cadreId}`, reason })
    const cadreKey = await keyOf(db, caller, cadreId)
    const decisions = await retirements.decisionsOf(db, cadreKey)
    if (decisions.length !== seen) throw new AppError('conflict', '到龄年月刚被认定过，请看过再改')
    if (month !== null) insist(mayOverrideRetirement({ month, reason }))
    else if ((decisions[0]?.month ?? null) === null) throw new AppError('refused', '没有认定可以撤回')
    const at = new Date(now()).toISOString()
    await retirements.putDecision(db, { id: newId(), cadreKey, version: seen + 1, month, reason, byId: caller.id, at })
    return {}
  },

  async settle({ db, caller, now, record }, { cadreId, task, state, on, note }) {
    record({ subject: `cadres:${cadreId}`, details: task })
    const cadreKey = await keyOf(db, caller, cadreId)
    if (on !== null && on > dayNow({ now })) throw new AppError('refused', '日期还没有到')
    if (state === null) await retirements.openTask(db, cadreKey, task)
    else
      await retirements.putTask(db, {
        cadreKey,
        task,
        state,
        onDay: on,
        note,
        byId: caller.id,
        at: new Date(now()).toISOString(),
      })
    return {}
  },

  async list({ db, caller, now }, { months, unitId, offset, limit }) {
    const within = unitId === null ? null : (await listWithin(db, [unitId])).map(({ id }) => id as string)
    // Up to the end of the month that lies so many months ahead.
    const until = Number(addMonths(dayNow({ now }), months).slice(0, 7).replace('-', '')) * 100 + 31
    return retirements.retiring(db, caller, { until, within, offset, limit })
  },

  async unknown({ db, caller }, { unitId, missing, offset, limit }) {
    const within = unitId === null ? null : (await listWithin(db, [unitId])).map(({ id }) => id as string)
    const all = await withoutMonth(db, caller, within)
    const counts = new Map<string, number>()
    for (const each of all) counts.set(each.missing, (counts.get(each.missing) ?? 0) + 1)
    const chosen = missing === null ? all : all.filter(each => each.missing === missing)
    return {
      rows: chosen.slice(offset, offset + limit),
      total: chosen.length,
      counts: [...counts]
        .map(([words, count]) => ({ missing: words, count }))
        .toSorted((a, b) => b.count - a.count || (a.missing < b.missing ? -1 : 1)),
    }
  },
}
