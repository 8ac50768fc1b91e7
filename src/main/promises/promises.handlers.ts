import { Day } from '../../shared/dates/add-months'
import type { InterviewId } from '../../shared/interviews/interviews'
import { PromiseId, type StepKind, type TrackedPromise } from '../../shared/promises/promises'
import {
  changeWords,
  closingOf,
  mayBeDue,
  mayFinish,
  mayReopen,
  shownClosing,
  shownCount,
} from '../../shared/promises/promises.rules'
import { AppError, insist } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import { seenUnits } from '../cadres/cadres.repo'
import { partOf } from '../interviews/interviews.repo'
import { dayNow } from '../ipc/clock'
import type { CommandContext, CoreHandlers, QueryContext } from '../ipc/contexts'
import { listWithin } from '../units/units.repo'
import * as promises from './promises.repo'
import { oversees } from './promises.sight'
import type { PromisesTable } from './promises.table'

/** @returns the account's name */
async function insistAccount({ db }: QueryContext, id: TrackedPromise['ownerId']): Promise<string> {
  const account = (await accounts.list(db)).find(each => each.id === id)
  if (account?.state !== 'active') throw new AppError('refused', '责任人的账户已停用或者注销，请换人')
  return account.name
}

/** The day on which a talk's promise was made: the day of the talk, which may be one of last month. */
async function madeInTalk(context: QueryContext, id: InterviewId, cadreKey: number): Promise<Day> {
  const { db, caller } = context
  const talk = await db.selectFrom('interviews').selectAll().where('id', '=', id).executeTakeFirst()
  const part = talk && (await partOf(db, talk, caller.id))
  if (!talk || (part !== '谈话人' && part !== '记录人'))
    throw new AppError('refused', '只有这次谈话的谈话人和记录人能登记')
  if (talk.state === 'final' || talk.state === 'cancelled')
    throw new AppError('refused', '谈话已经定稿或者取消，不能再登记；以后的事请登记到干部名下')
  const present = await db
    .selectFrom('interviewPeople')
    .select('place')
    .where('interviewKey', '=', talk.key)
    .where('cadreKey', '=', cadreKey)
    .executeTakeFirst()
  if (!present) throw new AppError('refused', '这个人不是这次谈话的谈话对象')
  return talk.heldOn === null ? dayNow(context) : Day.parse(talk.heldOn)
}

/** One change of one promise: the revision must be the one that was read. */
async function move(
  context: CommandContext,
  { id, revision }: { id: PromiseId; revision: number },
  step: { kind: StepKind; text: string },
  change: (promise: TrackedPromise) => Partial<PromisesTable>,
): Promise<TrackedPromise> {
  const { db, caller, now, record } = context
  record({ subject: `promises:${id}` })
  const promise = await promises.get(db, caller, oversees(context), id)
  if (!promise.movable)
    throw new AppError('refused', '只有责任人、这次谈话的谈话人和记录人，或者安排谈话的人能办理这件事')
  if (promise.revision !== revision) throw new AppError('conflict', '这件事刚被改过，请看过再改')
  await db
    .updateTable('promises')
    .set({ ...change(promise), revision: revision + 1 })
    .where('id', '=', id)
    .execute()
  await promises.addStep(db, id, { id: caller.id, at: new Date(now()).toISOString() }, step.kind, step.text)
  return promises.get(db, caller, oversees(context), id)
}

export const promisesHandlers: CoreHandlers['promises'] = {
  list: (context, page) =>
    promises.list(context.db, context.caller, oversees(context), { ...page, on: dayNow(context) }),

  async add(context, { cadreId, ...input }) {
    const { db, newId, record, caller } = context
    const id = PromiseId.parse(newId())
    record({ subject: `promises:${id}` })
    const person = await db.selectFrom('cadres').select('key').where('id', '=', cadreId).executeTakeFirst()
    if (!person) throw new AppError('not-found', '没有这份档案')
    const madeOn =
      input.interviewId === null ? dayNow(context) : await madeInTalk(context, input.interviewId, person.key)
    if (input.interviewId === null && !oversees(context)) throw new AppError('refused', '请在谈话记录里登记')
    insist(mayBeDue(madeOn, input.dueOn))
    await insistAccount(context, input.ownerId)
    await db
      .insertInto('promises')
      .values({
        ...input,
        id,
        cadreKey: person.key,
        madeOn,
        state: 'open',
        result: '',
        satisfaction: null,
        endedOn: null,
        revision: 1,
      })
      .execute()
    return promises.get(db, caller, oversees(context), id)
  },

  async change(context, { reason, id, revision, ...after }) {
    const { db, caller } = context
    const before = await promises.get(db, caller, oversees(context), id)
    if (before.state !== 'open') throw new AppError('refused', '这件事已经了结，先重开再改')
    insist(mayBeDue(before.madeOn, after.dueOn))
    const ownerName = await insistAccount(context, after.ownerId)
    const words = changeWords(before, { ...after, ownerName })
    if (words === null) throw new AppError('refused', '没有改动')
    const kind: StepKind = before.ownerId !== after.ownerId ? '转办' : before.dueOn !== after.dueOn ? '改期' : '进展'
    return move(context, { id, revision }, { kind, text: `${reason}（${words}）` }, () => after)
  },

  report: (context, { text, ...one }) => move(context, one, { kind: '进展', text }, () => ({})),

  finish: (context, { result, ...one }) =>
    move(context, one, { kind: '办结', text: result }, promise => {
      insist(mayFinish(promise, result))
      return { state: 'done', result, endedOn: dayNow(context) }
    }),

  visit: (context, { satisfaction, text, ...one }) =>
    move(context, one, { kind: '回访', text: text === '' ? satisfaction : `${satisfaction}：${text}` }, ({ state }) => {
      if (state !== 'done') throw new AppError('refused', '办结以后才回访')
      return { satisfaction }
    }),

  withdraw: (context, { reason, ...one }) =>
    move(context, one, { kind: '撤回', text: reason }, ({ state }) => {
      if (state !== 'open') throw new AppError('refused', '这件事已经了结')
      return { state: 'withdrawn', endedOn: dayNow(context) }
    }),

  reopen: (context, { reason, ...one }) =>
    move(context, one, { kind: '重开', text: reason }, promise => {
      insist(mayReopen(promise))
      return { state: 'open', endedOn: null, satisfaction: null }
    }),

  async figures(context, { from, to, unitId }) {
    const { db, caller } = context
    const seen = await seenUnits(db, caller.scope)
    const below = unitId === null ? null : (await listWithin(db, [unitId])).map(({ id }) => id)
    const units = below === null ? seen : seen === null ? below : below.filter(id => seen.includes(id))
    const all = db
      .selectFrom('promises')
      .innerJoin('cadres', 'cadres.key', 'promises.cadreKey')
      .where('promises.madeOn', '>=', from)
      .where('promises.madeOn', '<=', to)
    const found = units === null ? all : all.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
    const rows = await found
      .select(['promises.kind', 'promises.theme', 'promises.state', 'promises.dueOn', 'promises.madeOn'])
      .select(['promises.endedOn', 'cadres.unitId'])
      .execute()
    const days = rows.map(row => ({
      ...row,
      dueOn: Day.parse(row.dueOn),
      madeOn: Day.parse(row.madeOn),
      endedOn: row.endedOn === null ? null : Day.parse(row.endedOn),
    }))
    const counts = new Map<string, { unitId: string | null; theme: TrackedPromise['theme']; count: number }>()
    for (const row of days) {
      if (row.kind !== '诉求' || row.state === 'withdrawn') continue
      const key = `${row.unitId}\n${row.theme}`
      const known = counts.get(key) ?? { unitId: row.unitId, theme: row.theme, count: 0 }
      counts.set(key, { ...known, count: known.count + 1 })
    }
    const themes = [...counts.values()].map(each => ({ ...each, count: shownCount(each.count) }))
    return { closing: shownClosing(closingOf(dayNow(context), days)), themes }
  },
}
