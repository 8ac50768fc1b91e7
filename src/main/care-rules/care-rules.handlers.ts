import { switchedOn } from '../../shared/basis/versions.rules'
import { CareRule, CareState } from '../../shared/care-rules/care-rules'
import { shippedCareRules } from '../../shared/care-rules/care-rules.data'
import { type CareItem, keyOfItem } from '../../shared/care-rules/due.rules'
import { mayKeepCareRule, mayStartOn } from '../../shared/care-rules/keep.rules'
import { addDays, addMonths, Day } from '../../shared/dates/add-months'
import { AppError, insist } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import { keyOf } from '../cadres/cadres.repo'
import { dayNow } from '../ipc/clock'
import type { CoreHandlers } from '../ipc/contexts'
import { dueJobs } from './due.job'
import { chosenOf, dueAsked, dueHere, isOpen, toRows } from './due.rows'
import * as rules from './rules.repo'
import { weekJobs } from './week.job'

/** How far ahead something may be waived. */
const MONTHS_AHEAD = 12

export const careRulesHandlers: CoreHandlers['careRules'] = {
  list: ({ db }) => rules.current(db),

  async versions({ db }, { id }) {
    const names = await accounts.names(db)
    const changed = (await rules.versions(db, id)).map(({ changedBy, ...each }) => ({
      ...each,
      byName: names.get(changedBy) ?? '',
    }))
    const shipped = shippedCareRules.find(rule => rule.id === id)
    if (!shipped) return changed
    return [...changed, { rule: { ...shipped, version: 0 }, changedAt: '', byName: '', reason: '随应用提供' }]
  },
  async change({ db, caller, now, record }, { rule: wanted, version, reason }) {
    const rule = CareRule.parse(wanted)
    record({ subject: `careRules:${rule.id}`, reason })
    const present = (await rules.current(db)).find(({ id }) => id === rule.id)
    if (version !== (present?.version ?? 0)) throw new AppError('conflict', '这条规则刚被改过，请重新打开再改')
    const starting = switchedOn<CareRule>(rule, present, dayNow({ now }))
    insist(mayKeepCareRule(starting))
    const next = { ...starting, version: version + 1 }
    await rules.put(db, next, { id: caller.id, at: new Date(now()).toISOString(), reason })
    return next
  },
  start: ({ db }) => rules.start(db),
  async setStart({ db, caller, now, record }, { since, reason }) {
    record({ reason })
    insist(mayStartOn(since, dayNow({ now })))
    await rules.setStart(db, since, { id: caller.id, at: new Date(now()).toISOString(), reason })
    return {}
  },

  async due(context, { offset, limit, ...of }) {
    const here = await dueAsked(context, of)
    const counts = Object.fromEntries(
      CareState.options.map(state => [state, here.filter(item => item.state === state).length]),
    ) as Record<CareState, number>
    const chosen = chosenOf(here, of)
    const week = addDays(dayNow(context), 6)
    return {
      rows: await toRows(context.db, chosen.slice(offset, offset + limit)),
      total: chosen.length,
      counts,
      near: {
        late: counts.late,
        today: counts.due,
        week: here.filter(item => item.state === 'soon' && item.actOn <= week).length,
      },
      unknownYears: [...new Set(here.flatMap(item => (isOpen(item) ? (item.unknownYear ?? []) : [])))].toSorted(
        (a, b) => a - b,
      ),
    }
  },

  async month(context, { month, unitId }) {
    const from = Day.parse(`${month}-01`)
    const to = addDays(addMonths(from, 1), -1)
    const items = await dueHere(context, { unitId, cadreId: null, window: { from, to } })
    const days = new Map<Day, CareItem[]>()
    for (const item of items)
      if (from <= item.dueOn && item.dueOn <= to && item.state !== 'waived')
        days.set(item.dueOn, [...(days.get(item.dueOn) ?? []), item])
    return [...days]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([on, here]) => ({
        on,
        open: here.filter(item => item.state === 'soon' || item.state === 'due').length,
        late: here.filter(({ state }) => state === 'late').length,
        done: here.filter(({ state }) => state === 'done').length,
        titles: [...new Set(here.map(({ rule }) => rule.title))].slice(0, 4),
      }))
  },

  async waive(context, { keys, reason }) {
    const { db, caller, now, record } = context
    record({ ...(keys[0] ? { subject: `cadres:${keys[0].cadreId}` } : {}), details: `${keys.length} 项`, reason })
    const at = new Date(now()).toISOString()
    const on = dayNow(context)
    // What is listed a month or a quarter ahead may be waived too.
    const window = { from: on, to: addMonths(on, MONTHS_AHEAD) }
    const open = new Set(
      (await dueHere(context, { unitId: null, cadreId: null, window })).filter(isOpen).map(keyOfItem),
    )
    for (const { key, cadreId } of keys) {
      const cadreKey = await keyOf(db, caller, cadreId)
      if (!open.has(key)) throw new AppError('refused', '有一项已经办过或者不再应办，不用免办；请刷新名单再选')
      await db.insertInto('careWaivers').values({ dueKey: key, cadreKey, byId: caller.id, at, reason }).execute()
    }
    return {}
  },
  async unwaive(context, { key, cadreId, reason }) {
    context.record({ subject: `cadres:${cadreId}`, reason })
    const cadreKey = await keyOf(context.db, context.caller, cadreId)
    await context.db.deleteFrom('careWaivers').where('dueKey', '=', key).where('cadreKey', '=', cadreKey).execute()
    return {}
  },
  saveWeek: weekJobs.save,
  printWeek: weekJobs.print,
  saveDue: dueJobs.save,
  printDue: dueJobs.print,
}
