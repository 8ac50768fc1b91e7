import { stampOf } from '../../shared/dates/stamps'
import { todayDay } from '../../shared/dates/today'
import { HonourFacts, HonourId } from '../../shared/honours/honours'
import { holderRefusal } from '../../shared/honours/honours.rules'
import { AppError } from '../../shared/result'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import * as counts from './counts.repo'
import { fileHandlers } from './file.handlers'
import * as repo from './honours.repo'
import { importHandlers } from './import.handlers'
import { scanHandlers } from './scans.handlers'
import { suggestionHandlers } from './suggestions.handlers'
import { printHonours, saveHonours } from './table.job'
import { putRevocation, strike } from './withdrawing'

/** One that nobody has changed since the caller read it. */
async function unchanged({ db, caller }: CommandContext, { id, revision }: { id: HonourId; revision: number }) {
  const honour = await repo.get(db, caller, id)
  if (honour.revision !== revision) throw new AppError('conflict', '这项荣誉刚被别人改过，请重新打开再改')
  return honour
}
const insistOnHolder = (facts: HonourFacts): void => {
  const refusal = holderRefusal(facts)
  if (refusal !== undefined) throw new AppError('refused', refusal)
}
const insistOnPast = (day: string, today: string, what: string): void => {
  if (day > today) throw new AppError('refused', `${what}不能晚于今天`)
}
const subjectOf = (id: HonourId) => ({ subject: `honours:${id}` })

export const honoursHandlers: CoreHandlers['honours'] = {
  ...fileHandlers,
  ...scanHandlers,
  ...importHandlers,
  ...suggestionHandlers,
  list: ({ db, caller }, asked) => repo.list(db, caller, asked),
  board: ({ db, caller }, filter) => counts.board(db, caller, filter),
  years: ({ db, caller }) => repo.years(db, caller),
  saveTable: saveHonours,
  printTable: printHonours,
  get: ({ db, caller }, { id }) => repo.get(db, caller, id),

  async add({ db, caller, now, newId, record }, facts) {
    const id = HonourId.parse(newId())
    record(subjectOf(id))
    insistOnHolder(facts)
    await repo.insert(db, id, facts, { caller, at: new Date(now()).toISOString(), campaignId: null })
    return repo.get(db, caller, id)
  },
  async change(context, { id, revision, facts, reason }) {
    const { db, caller, record } = context
    record({ ...subjectOf(id), reason })
    const honour = await unchanged(context, { id, revision })
    if (honour.revoked) throw new AppError('refused', '已撤销的荣誉不再修改')
    insistOnHolder(facts)
    await repo.update(db, caller, id, facts, revision + 1)
    return repo.get(db, caller, id)
  },
  async verify(context, { id, revision, on, original }) {
    const { db, caller, now, record } = context
    record(subjectOf(id))
    await unchanged(context, { id, revision })
    insistOnPast(on, todayDay(new Date(now())), '核验日期')
    const verified = { verifiedOn: stampOf(on), verifiedBy: caller.id, verifiedOriginal: original }
    await db
      .updateTable('honours')
      .set({ ...verified, revision: revision + 1 })
      .where('id', '=', id)
      .execute()
    return repo.get(db, caller, id)
  },
  async revoke(context, { id, revision, revocation, reason }) {
    const { db, caller, now, record } = context
    record({ ...subjectOf(id), reason })
    const honour = await unchanged(context, { id, revision })
    if (honour.revoked) throw new AppError('refused', '这项荣誉已经撤销')
    insistOnPast(revocation.on, todayDay(new Date(now())), '撤销日期')
    if (revocation.on < honour.on) throw new AppError('refused', '撤销日期早于授予日期')
    await putRevocation(db, id, revocation)
    return repo.get(db, caller, id)
  },
  async remove(context, { id, revision, reason }) {
    const { db, record } = context
    record({ ...subjectOf(id), reason })
    await unchanged(context, { id, revision })
    await strike(db, id, reason)
    return {}
  },
}
