import type { AccountId } from '../../shared/accounts/accounts'
import type { Party } from '../../shared/interviews/interviews'
import { isSettled, maySucceed, mayWaive } from '../../shared/interviews/leaving.rules'
import { type Avoiding, mayHold, mayMeet } from '../../shared/interviews/planning.rules'
import { AppError, insist } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import type { CoreHandlers, QueryContext } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'
import * as content from './content'
import type { InterviewRow } from './interviews.repo'
import * as interviews from './interviews.repo'
import * as kinds from './kinds.repo'
import { subjectFacts, talkerFacts } from './planning'
import { plansTalks } from './plans-talks'

/** Everyone who must confirm, with what came of it. */
async function partiesOf(db: Reads, row: InterviewRow): Promise<Party[]> {
  const names = await accounts.names(db)
  const active = new Set((await accounts.list(db)).flatMap(({ id, state }) => (state === 'active' ? [id] : [])))
  const confirmed = await db
    .selectFrom('interviewConfirmations')
    .select(['accountId', 'at'])
    .where('interviewKey', '=', row.key)
    .execute()
  const waivers = await content.waiversOf(db, row.key)
  return (await content.mustConfirm(db, row)).map(({ id, part }) => {
    const waiver = waivers.find(({ accountId }) => accountId === id)
    return {
      id,
      name: names.get(id) ?? '',
      part,
      active: active.has(id),
      confirmedAt: confirmed.find(({ accountId }) => accountId === id)?.at ?? null,
      waiver: waiver ? { at: waiver.at, byName: waiver.byName, reason: waiver.reason } : null,
    }
  })
}

/** Makes the record final when no confirmation is missing any more. @returns the talk as it stands then */
export async function settle(db: Writes, row: InterviewRow, at: string): Promise<InterviewRow> {
  if (!isSettled(await partiesOf(db, row))) return row
  const change = { state: 'final' as const, finalAt: at, revision: row.revision + 1 }
  await db.updateTable('interviews').set(change).where('key', '=', row.key).execute()
  return { ...row, ...change }
}

/** @throws AppError store-damaged when what was finished is not what stands there */
export async function insistSame(db: Reads, row: InterviewRow): Promise<void> {
  if ((await content.hashOf(db, row)) !== row.hash)
    throw new AppError('store-damaged', '记录的内容与结束时的校验值不符，不能确认，请联系系统管理员')
}

/** Checks one who joins a talk that was begun: what their role lets them do, and who must stay away. */
async function insistMayJoin(
  context: QueryContext,
  row: InterviewRow,
  { id, part, avoid }: { id: AccountId; part: '谈话人' | '记录人'; avoid: Avoiding },
): Promise<void> {
  const facts = (await talkerFacts(context.db)).filter(each => each.id === id)
  if (!facts.some(({ active }) => active)) throw new AppError('refused', '接续的人的账户已停用或者注销，请换人')
  const subjects = ((await interviews.subjectsOf(context.db, [row.key])).get(row.key) ?? []).map(each => each.id)
  if (part === '谈话人') {
    const kind = await kinds.getVersion(context.db, row.kind, row.kindVersion)
    const { mode } = interviews.detailsOf(row)
    const alone = { mode, subjects, talkers: [id], recorderId: null }
    // Whether there are enough talkers and a recorder was asked when it was planned.
    insist(mayHold(alone, { ...kind, active: true, modes: [mode], talkersAtLeast: 1, paper: '谈话记录' }, facts))
  }
  insist(mayMeet(await subjectFacts(context, subjects), facts, avoid))
}

type Handlers = CoreHandlers['interviews']

export const leavingHandlers: Pick<Handlers, 'parties' | 'waive' | 'succeed'> = {
  async parties(context, { id }) {
    const { row } = await content.open(context, id)
    return partiesOf(context.db, row)
  },

  async waive(context, { id, accountId, reason }) {
    const { db, caller, now, record } = context
    record({ subject: `interviews:${id}`, reason })
    const { row, part } = await content.open(context, id)
    if (part !== '谈话人' && part !== '记录人' && !plansTalks(caller))
      throw new AppError('refused', '只有这次谈话的谈话人、记录人和安排谈话的人能注明')
    const party = (await partiesOf(db, row)).find(each => each.id === accountId)
    if (!party) throw new AppError('refused', '这个人不是这次谈话的谈话人或者记录人')
    insist(mayWaive(row.state, party))
    await insistSame(db, row)
    record({ details: `${party.part}${party.name}未确认` })
    const at = new Date(now()).toISOString()
    const waiver = { interviewKey: row.key, accountId, part: party.part, at, byId: caller.id, reason }
    await db.insertInto('interviewWaivers').values(waiver).execute()
    return partiesOf(db, await settle(db, row, at))
  },

  async succeed(context, { id, part, accountId, avoid, reason }) {
    const { db, caller, record } = context
    record({ subject: `interviews:${id}`, reason })
    const { row } = await content.open(context, id)
    const parties = await partiesOf(db, row)
    insist(maySucceed(row.state, parties, { id: accountId, part }))
    await insistMayJoin(context, row, { id: accountId, part, avoid })
    record({ details: `${part}${await nameOf(db, accountId)}` })
    const revision = row.revision + 1
    if (part === '谈话人') {
      const place = parties.filter(each => each.part === '谈话人').length
      await db.insertInto('interviewTalkers').values({ interviewKey: row.key, accountId, place }).execute()
    }
    const change = part === '谈话人' ? { revision } : { recorderId: accountId, revision }
    await db.updateTable('interviews').set(change).where('key', '=', row.key).execute()
    return interviews.headerOf(db, { ...row, ...change }, caller.id)
  },
}

const nameOf = async (db: Reads, id: AccountId): Promise<string> => (await accounts.names(db)).get(id) ?? ''
