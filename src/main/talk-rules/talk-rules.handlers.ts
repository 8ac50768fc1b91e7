import { switchedOn } from '../../shared/basis/versions.rules'
import { levelOrder } from '../../shared/cadres/facts.rules'
import { Day } from '../../shared/dates/add-months'
import { quietBound, stampOf } from '../../shared/dates/stamps'
import { AppError } from '../../shared/result'
import type { DueTalk } from '../../shared/talk-rules/due.rules'
import { DueState, TalkRule } from '../../shared/talk-rules/talk-rules'
import type { DueRow } from '../../shared/talk-rules/talk-rules.contract'
import { shippedTalkRules } from '../../shared/talk-rules/talk-rules.data'
import * as accounts from '../accounts/accounts.repo'
import * as cadres from '../cadres/cadres.repo'
import { dayNow } from '../ipc/clock'
import type { CoreHandlers } from '../ipc/contexts'
import { remembered } from '../store/remembered'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { board, covered, quietAfter } from './coverage.repo'
import { dueOn } from './due.repo'
import * as rules from './rules.repo'

const dayText = (stamp: number): string =>
  `${String(stamp).slice(0, 4)}-${String(stamp).slice(4, 6)}-${String(stamp).slice(6)}`

async function named(db: Reads, keys: readonly number[]) {
  const rows = await db
    .selectFrom('cadres')
    .select(['key', 'id', 'name', 'currentPost', 'unitId'])
    .where('key', 'in', keys.length > 0 ? keys : [-1])
    .execute()
  return new Map(rows.map(row => [row.key, row]))
}

/** People of a board with their names and the day of their last talk. */
async function withNames(db: Reads, page: readonly { readonly key: number; readonly lastOn: number | null }[]) {
  const people = await named(
    db,
    page.map(({ key }) => key),
  )
  return page.flatMap(({ key, lastOn }) => {
    const person = people.get(key)
    if (!person) return []
    const { id, name, currentPost, unitId } = person
    return { cadreId: id, name, post: currentPost, unitId, lastOn: lastOn === null ? null : dayText(lastOn) }
  })
}

/** Due talks with names, with what was planned for them and why they were waived. */
async function toRows(db: Reads, due: readonly DueTalk[]): Promise<DueRow[]> {
  const people = await named(db, [...new Set(due.map(({ personKey }) => personKey))])
  const keys = due.map(({ key }) => key)
  const planned = await db
    .selectFrom('interviews')
    .select(['dueKey', 'startsAt'])
    .where('dueKey', 'in', keys.length > 0 ? keys : [''])
    .where('state', 'in', ['planned', 'open'])
    .execute()
  const waived = await db
    .selectFrom('talkWaivers')
    .select(['dueKey', 'reason'])
    .where('dueKey', 'in', keys.length > 0 ? keys : [''])
    .execute()
  return due.flatMap(({ personKey, ...talk }) => {
    const person = people.get(personKey)
    if (!person) return []
    return {
      ...talk,
      cadreId: person.id,
      name: person.name,
      post: person.currentPost,
      unitId: person.unitId,
      plannedFor: planned.find(({ dueKey }) => dueKey === talk.key)?.startsAt ?? null,
      waivedFor: waived.find(({ dueKey }) => dueKey === talk.key)?.reason ?? null,
    }
  })
}

export const talkRulesHandlers: CoreHandlers['talkRules'] = {
  list: ({ db }) => rules.current(db),

  async versions({ db }, { id }) {
    const names = await accounts.names(db)
    const changed = (await rules.versions(db, id)).map(({ changedBy, ...each }) => ({
      ...each,
      byName: names.get(changedBy) ?? '',
    }))
    const shipped = shippedTalkRules.find(rule => rule.id === id)
    if (!shipped) return changed
    return [...changed, { rule: { ...shipped, version: 0 }, changedAt: '', byName: '', reason: '随应用提供' }]
  },
  /** A rule that is switched on asks from that day on, or from a later day that was set: what lies before is not late at once. */
  async change({ db, caller, now, record }, { rule: wanted, version, reason }) {
    const rule = TalkRule.parse(wanted)
    record({ subject: `talkRules:${rule.id}`, reason })
    const present = (await rules.current(db)).find(({ id }) => id === rule.id)
    if (version !== (present?.version ?? 0)) throw new AppError('conflict', '这条规则刚被改过，请重新打开再改')
    const starting = switchedOn(rule, present, dayNow({ now }))
    if (starting.validTo !== null && starting.validTo < starting.validFrom)
      throw new AppError('refused', '停用日期早于启用日期')
    const next = { ...starting, version: version + 1 }
    await rules.put(db, next, { id: caller.id, at: new Date(now()).toISOString(), reason })
    return next
  },

  async due(context, { states, unitId, cadreId, offset, limit }) {
    const { db, caller } = context
    const on = dayNow(context)
    const only = cadreId === null ? undefined : await cadres.keyOf(context.db, context.caller, cadreId)
    const key = `due ${on} ${JSON.stringify(caller.scope)} ${only ?? ''}`
    const all = await remembered(db, key, () => dueOn(db, caller.scope, on, only))
    const within = unitId === null ? null : new Set<string>((await listWithin(db, [unitId])).map(({ id }) => id))
    const people = within === null ? null : await named(db, [...new Set(all.map(({ personKey }) => personKey))])
    const here = all.filter(({ personKey }) => within === null || within.has(people?.get(personKey)?.unitId ?? ''))
    const counts = Object.fromEntries(
      DueState.options.map(state => [state, here.filter(talk => talk.state === state).length]),
    ) as Record<DueState, number>
    const chosen = states.length === 0 ? here : here.filter(({ state }) => states.includes(state))
    return {
      rows: await toRows(db, chosen.slice(offset, offset + limit)),
      total: chosen.length,
      counts,
    }
  },

  async waive(context, { key, cadreId, reason }) {
    const { db, caller, now, record } = context
    record({ subject: `cadres:${cadreId}`, reason })
    const cadreKey = await cadres.keyOf(context.db, context.caller, cadreId)
    const due = await dueOn(db, caller.scope, dayNow(context), cadreKey)
    if (!due.some(talk => talk.key === key && ['soon', 'due', 'late'].includes(talk.state)))
      throw new AppError('refused', '这次谈话已经谈过或者不再应谈，不用免谈')
    await db
      .insertInto('talkWaivers')
      .values({ dueKey: key, cadreKey, byId: caller.id, at: new Date(now()).toISOString(), reason })
      .execute()
    return {}
  },
  async unwaive(context, { key, cadreId }) {
    context.record({ subject: `cadres:${cadreId}` })
    const cadreKey = await cadres.keyOf(context.db, context.caller, cadreId)
    await context.db.deleteFrom('talkWaivers').where('dueKey', '=', key).where('cadreKey', '=', cadreKey).execute()
    return {}
  },

  async occasions(context, { cadreId }) {
    const rows = await context.db
      .selectFrom('talkOccasions')
      .select(['id', 'kind', 'onDay', 'note'])
      .where('cadreKey', '=', await cadres.keyOf(context.db, context.caller, cadreId))
      .orderBy('onDay', 'desc')
      .execute()
    return rows.map(({ onDay, ...row }) => ({ ...row, cadreId, on: Day.parse(dayText(onDay)) }))
  },
  async addOccasion(context, occasion) {
    const { db, caller, now, newId, record } = context
    record({ subject: `cadres:${occasion.cadreId}` })
    const cadreKey = await cadres.keyOf(context.db, context.caller, occasion.cadreId)
    const { kind, note, on } = occasion
    const id = newId()
    const at = new Date(now()).toISOString()
    await db
      .insertInto('talkOccasions')
      .values({ id, cadreKey, kind, note, onDay: stampOf(on), byId: caller.id, at })
      .execute()
    return { ...occasion, id }
  },
  async removeOccasion(context, { id, reason }) {
    const { db, caller, record } = context
    record({ reason })
    const row = await db
      .selectFrom('talkOccasions')
      .innerJoin('cadres', 'cadres.key', 'talkOccasions.cadreKey')
      .select('cadres.id as cadreId')
      .where('talkOccasions.id', '=', id)
      .executeTakeFirst()
    if (!row) throw new AppError('not-found', '没有这条谈话事由')
    record({ subject: `cadres:${row.cadreId}` })
    await cadres.get(db, caller.scope, row.cadreId)
    await db.deleteFrom('talkOccasions').where('id', '=', id).execute()
    return {}
  },

  coverage: ({ db, caller }, asked) => board(db, caller.scope, asked),

  async covered({ db, caller }, { offset, limit, ...asked }) {
    const found = await covered(db, caller.scope, asked)
    return { rows: await withNames(db, found.slice(offset, offset + limit)), total: found.length }
  },

  async quiet(context, { months, unitId, level, offset, limit }) {
    const { db, caller } = context
    const found = await quietAfter(db, caller.scope, {
      last: quietBound(dayNow(context), months),
      unitId,
      level: level === null ? null : levelOrder(level),
    })
    return { rows: await withNames(db, found.slice(offset, offset + limit)), total: found.length }
  },
}
