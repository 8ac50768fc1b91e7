import type { AccountId } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import { type InterviewHeader, InterviewId, type Plan, RoundId } from '../../shared/interviews/interviews'
import type { VersionedKind } from '../../shared/interviews/kinds'
import {
  type Avoiding,
  type Booked,
  mayHold,
  mayMeet,
  mayMeetThen,
  type SubjectFacts,
  type TalkerFacts,
} from '../../shared/interviews/planning.rules'
import { AppError, insist } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import * as cadres from '../cadres/cadres.repo'
import type { CommandContext, CoreHandlers, QueryContext } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import * as content from './content'
import * as interviews from './interviews.repo'
import * as kinds from './kinds.repo'

export async function talkerFacts(db: Reads): Promise<TalkerFacts[]> {
  const all = await accounts.list(db)
  return all.map(({ id, name, holder, department, roles, state }) => ({
    id,
    name,
    holder,
    department,
    roles,
    active: state === 'active',
  }))
}

export async function subjectFacts({ db, caller }: QueryContext, ids: readonly CadreId[]): Promise<SubjectFacts[]> {
  const facts: SubjectFacts[] = []
  for (const id of ids) {
    const { cadre, trashedAt } = await cadres.get(db, caller.scope, id)
    if (trashedAt !== null) throw new AppError('refused', `${cadre.name}的档案在回收站里，先恢复再安排`)
    facts.push({ id, name: cadre.name, family: cadre.family.map(({ title, name }) => ({ title, name })) })
  }
  return facts
}

/** What stands in the calendar between two instants, but for one talk. */
async function bookedBetween(db: Reads, from: string, to: string, but: InterviewId | null): Promise<Booked[]> {
  const rows = await db
    .selectFrom('interviews')
    .selectAll()
    .where('state', 'in', ['planned', 'open'])
    // No talk lasts longer than ten hours.
    .where('startsAt', '>', new Date(Date.parse(from) - 36_000_000).toISOString())
    .where('startsAt', '<', to)
    .execute()
  const others = rows.filter(({ id }) => id !== but)
  const keys = others.map(({ key }) => key)
  const talkers = await interviews.talkerIds(db, keys)
  const subjects = await interviews.subjectsOf(db, keys)
  return others.map(({ key, id, startsAt, minutes, recorderId }) => ({
    id,
    startsAt,
    minutes,
    accounts: [...(talkers.get(key) ?? []), ...(recorderId === null ? [] : [recorderId])],
    subjects: (subjects.get(key) ?? []).map(subject => subject.id),
  }))
}

const endOf = ({ startsAt, minutes }: Pick<Plan, 'startsAt' | 'minutes'>): string =>
  new Date(Date.parse(startsAt) + minutes * 60_000).toISOString()

/** Checks one plan against its kind, against who must stay away, and against the calendar. */
async function insistMayPlan(
  context: QueryContext,
  plan: Plan,
  {
    kind,
    avoid,
    but,
    already,
  }: {
    kind: VersionedKind
    avoid: Avoiding
    but: InterviewId | null
    already: readonly Booked[]
  },
): Promise<void> {
  const { db } = context
  const talkers = await talkerFacts(db)
  const asked = talkers.filter(({ id }) => plan.talkers.includes(id) || id === plan.recorderId)
  const subjects = await subjectFacts(context, plan.subjects)
  insist(mayHold(plan, kind, talkers))
  insist(mayMeet(subjects, asked, avoid))
  const booked = [...already, ...(await bookedBetween(db, plan.startsAt, endOf(plan), but))]
  const nameOf = (id: string): string => [...talkers, ...subjects].find(each => each.id === id)?.name ?? ''
  insist(mayMeetThen(plan, booked, nameOf))
}

async function setTalkers(db: CommandContext['db'], key: number, ids: readonly AccountId[]): Promise<void> {
  await db.deleteFrom('interviewTalkers').where('interviewKey', '=', key).execute()
  const rows = ids.map((accountId, place) => ({ interviewKey: key, accountId, place }))
  await db.insertInto('interviewTalkers').values(rows).execute()
}

async function insertPlan(
  context: CommandContext,
  plan: Plan,
  kind: VersionedKind,
  roundId: RoundId | null,
): Promise<InterviewId> {
  const { db, caller, now, newId } = context
  const { place, mode, occasion } = plan
  const details = { place, mode, occasion, others: '', summary: '', spirit: '', mindset: '', posture: '', grade: null }
  const { key, id } = await db
    .insertInto('interviews')
    .values({
      id: InterviewId.parse(newId()),
      kind: plan.kind,
      kindVersion: kind.version,
      roundId,
      state: 'planned',
      startsAt: plan.startsAt,
      minutes: plan.minutes,
      mark: plan.mark,
      dueKey: plan.dueKey,
      recorderId: plan.recorderId,
      readers: JSON.stringify(plan.readers),
      details: JSON.stringify({ ...details, consent: '未询问' }),
      heldOn: null,
      closedAt: null,
      finalAt: null,
      hash: null,
      frozen: null,
      cancelledFor: null,
      createdBy: caller.id,
      createdAt: new Date(now()).toISOString(),
      revision: 1,
    })
    .returning(['key', 'id'])
    .executeTakeFirstOrThrow()
  await setTalkers(db, key, plan.talkers)
  const cadreKeys = await interviews.cadreKeys(db, plan.subjects)
  const people = plan.subjects.map((subject, at) => ({
    interviewKey: key,
    cadreKey: cadreKeys.get(subject) ?? 0,
    place: at,
    kind: plan.kind,
    heldOn: null,
    subjectId: subject,
  }))
  await db.insertInto('interviewPeople').values(people).execute()
  return id
}

/** What may be changed of a planned talk. */
export type Change = Pick<Plan, 'startsAt' | 'minutes' | 'talkers' | 'recorderId' | 'place' | 'mode'>

/** A talk as it is planned now. */
export async function changeOf(db: Reads, row: interviews.InterviewRow): Promise<Change> {
  const { place, mode } = interviews.detailsOf(row)
  const talkers = (await interviews.talkerIds(db, [row.key])).get(row.key) ?? []
  const { startsAt, minutes, recorderId } = row
  return { startsAt, minutes, recorderId, talkers, place, mode }
}

/** @throws AppError refused with the rule's words when it may not be held like that */
async function insistMayReplan(context: QueryContext, row: interviews.InterviewRow, change: Change, avoid: Avoiding) {
  const { db, caller } = context
  if (row.state !== 'planned') throw new AppError('refused', '谈话已经开始或者取消，不能再调整安排')
  const subjects = (await interviews.subjectsOf(db, [row.key])).get(row.key) ?? []
  const kind = await kinds.getVersion(db, row.kind, row.kindVersion)
  const plan: Plan = {
    ...change,
    kind: row.kind,
    subjects: subjects.map(subject => subject.id),
    occasion: interviews.detailsOf(row).occasion,
    mark: (await interviews.headerOf(db, row, caller.id)).mark,
    readers: interviews.readersOf(row),
    dueKey: row.dueKey,
  }
  await insistMayPlan(context, plan, { kind, avoid, but: row.id, already: [] })
}

/** Why it may not be held like that, in words; null when it may. */
export async function replanRefusal(
  context: QueryContext,
  row: interviews.InterviewRow,
  change: Change,
  avoid: Avoiding,
): Promise<string | null> {
  try {
    await insistMayReplan(context, row, change, avoid)
    return null
  } catch (error) {
    if (error instanceof AppError && error.code === 'refused') return error.message
    throw error
  }
}

/** Puts a planned talk to another time, place or people, with every check of a plan. */
export async function replanTo(
  context: CommandContext,
  row: interviews.InterviewRow,
  change: Change,
  avoid: Avoiding,
): Promise<void> {
  const { db } = context
  await insistMayReplan(context, row, change, avoid)
  const { startsAt, minutes, recorderId, place, mode } = change
  const details = JSON.stringify({ ...interviews.detailsOf(row), place, mode })
  await db
    .updateTable('interviews')
    .set({ startsAt, minutes, recorderId, details, revision: row.revision + 1 })
    .where('key', '=', row.key)
    .execute()
  await setTalkers(db, row.key, change.talkers)
}

type Handlers = CoreHandlers['interviews']

export const planningHandlers: Pick<Handlers, 'plan' | 'replan' | 'cancel' | 'setReaders'> = {
  async plan(context, { plans, round, avoid }) {
    const { db, record, caller, now, newId } = context
    const roundId = round === null ? null : RoundId.parse(newId())
    record({ subject: roundId === null ? 'interviews:plan' : `interviews:${roundId}`, details: `${plans.length} 次` })
    const [first] = plans
    if (roundId !== null && round !== null && first)
      await db
        .insertInto('interviewRounds')
        .values({
          id: roundId,
          title: round,
          kind: first.kind,
          createdAt: new Date(now()).toISOString(),
          createdBy: caller.id,
        })
        .execute()
    const ids: InterviewId[] = []
    for (const plan of plans) {
      const kind = await kinds.get(db, plan.kind)
      await insistMayPlan(context, plan, { kind, avoid, but: null, already: [] })
      ids.push(await insertPlan(context, plan, kind, roundId))
    }
    return { ids, roundId }
  },

  async replan(context, { id, avoid, ...change }) {
    context.record({ subject: `interviews:${id}` })
    const { row } = await content.open(context, id)
    await replanTo(context, row, change, avoid)
    return header(context, id)
  },

  async cancel(context, { id, reason }) {
    const { db, record } = context
    record({ subject: `interviews:${id}`, reason })
    const { row } = await content.open(context, id)
    if (row.state !== 'planned') throw new AppError('refused', '谈话已经开始，不能取消；请谈话人结束记录')
    await db
      .updateTable('interviews')
      .set({ state: 'cancelled', cancelledFor: reason, revision: row.revision + 1 })
      .where('key', '=', row.key)
      .execute()
    return header(context, id)
  },

  async setReaders(context, { id, readers, mark }) {
    const { db, record } = context
    record({ subject: `interviews:${id}`, details: `可阅 ${readers.length} 人，${mark}` })
    const row = await content.writable(context, id)
    if (row.state === 'cancelled') throw new AppError('refused', '谈话已取消')
    const known = new Set((await accounts.list(db)).map(account => account.id))
    if (readers.some(reader => !known.has(reader))) throw new AppError('not-found', '可阅人中有账户已注销')
    // The mark belongs to what was confirmed: it stays once the content is locked.
    if (row.state !== 'planned' && row.state !== 'open' && mark !== row.mark)
      throw new AppError('refused', '记录已经锁定，密级不能再改；需要变更密级的，用补充记录说明')
    await db
      .updateTable('interviews')
      .set({ readers: JSON.stringify(readers), mark, revision: row.revision + 1 })
      .where('key', '=', row.key)
      .execute()
    return header(context, id)
  },
}

async function header(context: QueryContext, id: InterviewId): Promise<InterviewHeader> {
  const { row } = await content.open(context, id)
  return interviews.headerOf(context.db, row, context.caller.id)
}
