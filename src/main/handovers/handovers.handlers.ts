import { AccountId } from '../../shared/accounts/accounts'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import type { InterviewRow } from '../interviews/interviews.repo'
import * as interviews from '../interviews/interviews.repo'
import { type Change, changeOf, replanRefusal, replanTo } from '../interviews/planning'
import { plansTalks } from '../interviews/plans-talks'
import { dayNow } from '../ipc/clock'
import type { CoreHandlers, QueryContext } from '../ipc/contexts'
import * as promises from '../promises/promises.repo'
import { oversees } from '../promises/promises.sight'

/** Everything goes at once; a department has fewer. */
const MOST = 20_000
const nobody = { names: [], departments: [] }

async function talksOf(
  { db, caller }: QueryContext,
  from: AccountId,
  state: 'planned' | 'open',
): Promise<InterviewRow[]> {
  const filter = { mine: false, from: null, to: null, kinds: [], cadreId: null, roundId: null, unitId: null }
  const { rows } = await interviews.list(db, caller, plansTalks(caller), {
    filter: { ...filter, states: [state], talkerId: from },
    offset: 0,
    limit: MOST,
  })
  return rows
}

/** The same talk with one of those who hold or record it in the place of the other. */
async function withOther({ db }: QueryContext, row: InterviewRow, from: AccountId, to: AccountId): Promise<Change> {
  const change = await changeOf(db, row)
  const talkers = [...new Set(change.talkers.map(id => (id === from ? to : id)))]
  const recorderId = change.recorderId === from ? to : change.recorderId
  return { ...change, talkers, recorderId }
}

async function insistOther({ db }: QueryContext, from: AccountId, to: AccountId): Promise<void> {
  if (from === to) throw new AppError('refused', '请选另一个接手的人')
  if ((await accounts.get(db, to)).state !== 'active')
    throw new AppError('refused', '接手人的账户已停用或者注销，请换人')
}

export const handoversHandlers: CoreHandlers['handovers'] = {
  async gone(context) {
    const { db, caller } = context
    const active = new Set((await accounts.list(db)).flatMap(({ id, state }) => (state === 'active' ? [id] : [])))
    const left: { id: AccountId; name: string }[] = []
    for (const [key, name] of await accounts.names(db)) {
      const id = AccountId.parse(key)
      if (active.has(id)) continue
      const begun = await talksOf(context, id, 'open')
      const planned = await talksOf(context, id, 'planned')
      const open = await promises.openOf(db, caller, oversees(context), id)
      if (begun.length + planned.length + open.length > 0) left.push({ id, name })
    }
    return left
  },

  async preview(context, { from, to }) {
    const { db, caller, now } = context
    const on = dayNow({ now })
    const rows = await talksOf(context, from, 'planned')
    const headers = await interviews.headersOf(db, rows, caller.id)
    const talks = []
    for (const [at, header] of headers.entries()) {
      const row = rows[at]
      const refusal =
        to === null || to === from || !row
          ? null
          : await replanRefusal(context, row, await withOther(context, row, from, to), nobody)
      talks.push({ header, refusal })
    }
    const open = await promises.openOf(db, caller, oversees(context), from)
    return {
      talks,
      promises: open.length,
      late: open.filter(({ dueOn }) => dueOn < on).length,
      begun: (await talksOf(context, from, 'open')).length,
    }
  },

  async handOver(context, { from, to, avoid, reason }) {
    const { db, caller, now, record } = context
    record({ subject: `accounts:${from}`, reason })
    await insistOther(context, from, to)
    const rows = await talksOf(context, from, 'planned')
    for (const row of rows) await replanTo(context, row, await withOther(context, row, from, to), avoid)
    const open = await promises.openOf(db, caller, oversees(context), from)
    const by = { id: caller.id, at: new Date(now()).toISOString() }
    for (const { id } of open) await promises.giveTo(db, id, to, by, reason)
    record({ details: `谈话 ${rows.length} 次，承诺和诉求 ${open.length} 件` })
    return { talks: rows.length, promises: open.length }
  },
}
