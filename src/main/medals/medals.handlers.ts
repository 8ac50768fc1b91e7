import { stampOf } from '../../shared/dates/stamps'
import { type Award, MemberFacts, MemberId, refKey } from '../../shared/medals/medals'
import type { MedalRow } from '../../shared/medals/medals.contract'
import { mayDecide, mayKeepFacts, mayKeepMember } from '../../shared/medals/medals.rules'
import { AppError, insist } from '../../shared/result'
import { keyOf, seenUnits } from '../cadres/cadres.repo'
import { dayNow, instantOf } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import { ledgerActs } from './ledger-acts'
import * as medals from './medals.repo'
import { printTable, saveTable } from './tables.job'
import { visitActs } from './visits'
import { countsOf, type KeyedRow, rowsFor, rowsOfYear } from './year'

const byOf = ({ caller, now }: Pick<CommandContext, 'caller' | 'now'>) => ({
  byId: caller.id,
  at: instantOf({ now }),
})

/** A row without the key of the store. */
const plain = ({ key: _key, honourId: _honour, ...award }: medals.KeyedAward): Award => award
const shown = ({ key: _key, unitId: _unit, award, ...row }: KeyedRow): MedalRow => ({
  ...row,
  award: award && plain(award),
})

async function insistOnUnit({ db, caller }: CommandContext, unitId: string | null): Promise<void> {
  const units = await seenUnits(db, caller.scope)
  if (units !== null && (unitId === null || !units.includes(unitId)))
    throw new AppError('refused', '单位不在您的查看范围内')
}
async function unchangedMember({ db, caller }: CommandContext, { id, revision }: { id: MemberId; revision: number }) {
  const member = await medals.memberOf(db, caller, id)
  if (member.revision !== revision) throw new AppError('conflict', '这位老党员的登记刚被改过，请看过再改')
  return member
}

export const medalsHandlers: CoreHandlers['medals'] = {
  async year(context, { year, unitId }) {
    const rows = await rowsOfYear(context, year, unitId)
    return { rows: rows.map(shown), counts: countsOf(rows), steps: await medals.settledSteps(context.db, year) }
  },

  async member({ db, caller }, { id }) {
    const row = await medals.memberOf(db, caller, id)
    return { facts: MemberFacts.parse(row), revision: row.revision }
  },

  async addMembers(context, { rows }) {
    const { db, newId, record } = context
    record({ subject: 'medals', details: `${rows.length} 人` })
    for (const facts of rows) {
      insist(mayKeepMember(facts))
      await insistOnUnit(context, facts.unitId)
      await medals.insertMember(db, MemberId.parse(newId()), facts, byOf(context))
    }
    return { added: rows.length }
  },

  async changeMember(context, { id, revision, facts, reason }) {
    context.record({ subject: `medals:${id}`, reason })
    await unchangedMember(context, { id, revision })
    insist(mayKeepMember(facts))
    await insistOnUnit(context, facts.unitId)
    const set = { ...facts, ...byOf(context), revision: revision + 1 }
    await context.db.updateTable('medalMembers').set(set).where('id', '=', id).execute()
    return {}
  },

  async removeMember(context, { id, revision, reason }) {
    const { db, record } = context
    record({ subject: `medals:${id}`, reason })
    await unchangedMember(context, { id, revision })
    const decided = await db.selectFrom('medalDecisions').select('id').where('memberId', '=', id).executeTakeFirst()
    if (decided) throw new AppError('refused', '已经有决定的不能去掉，登记留作记录')
    await db
      .updateTable('medalMembers')
      .set({ removedFor: reason, ...byOf(context), revision: revision + 1 })
      .where('id', '=', id)
      .execute()
    return {}
  },

  async putFacts(context, { cadreId, revision, facts, reason }) {
    const { db, caller, record } = context
    record({ subject: `cadres:${cadreId}`, reason })
    insist(mayKeepFacts(facts))
    const set = { ...facts, ...byOf(context), revision: revision + 1 }
    const cadreKey = await keyOf(db, caller, cadreId)
    const present = await db
      .selectFrom('medalFacts')
      .select('revision')
      .where('cadreKey', '=', cadreKey)
      .executeTakeFirst()
    if (revision !== (present?.revision ?? 0)) throw new AppError('conflict', '这个人的情况刚被改过，请看过再改')
    await db
      .insertInto('medalFacts')
      .values({ cadreKey, ...set })
      .onConflict(conflict => conflict.column('cadreKey').doUpdateSet(set))
      .execute()
    return { revision: revision + 1 }
  },

  async decide(context, { year, people, decision, reason }) {
    const { db, caller, newId, record } = context
    record({
      subject: 'medals',
      details: `${year} 年，${decision ?? '撤回决定'} ${people.length} 人`,
      ...(reason !== '' && { reason }),
    })
    if (new Set(people.map(refKey)).size < people.length) throw new AppError('refused', '有人选了两次')
    const rows = await rowsFor(context, year, people)
    const of = rows.map(row => ({ column: row?.column ?? ('none' as const), handed: Boolean(row?.award) }))
    if (decision !== null) insist(mayDecide(of, decision, reason))
    else if (of.some(({ handed }) => handed)) throw new AppError('refused', '已经颁发的不能撤回决定')
    else if (rows.some(row => !row?.decision)) throw new AppError('refused', '有人还没有决定')
    else if (reason === '') throw new AppError('refused', '撤回决定要写明理由')
    for (const { of: kind, id } of people)
      await db
        .insertInto('medalDecisions')
        .values({
          id: newId(),
          cadreKey: kind === 'cadre' ? await keyOf(db, caller, id) : null,
          memberId: kind === 'member' ? id : null,
          year,
          decision,
          reason,
          certificateNo: '',
          ...byOf(context),
        })
        .execute()
    return { decided: people.length }
  },

  async settleStep(context, { year, step, done, on, note }) {
    const { db, record } = context
    record({ subject: 'medals', details: `${year} 年 ${step}` })
    if (on > dayNow(context)) throw new AppError('refused', '日期还没有到')
    const settled = (await medals.settledSteps(db, year)).some(each => each.step === step)
    if (settled === done) throw new AppError('conflict', '这一步刚被改过，请看过再改')
    await db
      .insertInto('medalSteps')
      .values({ year, step, done: done ? 1 : 0, onDay: stampOf(on), note, ...byOf(context) })
      .execute()
    return {}
  },

  async ledger({ db, caller }) {
    // What came and went as a whole is of the house; whoever sees some units sees their people's medals.
    const whole = caller.scope === null
    const lots = whole ? await medals.allLots(db) : []
    return { lots, awards: (await medals.allAwards(db, caller)).map(plain), whole }
  },

  ...ledgerActs,
  ...visitActs,
  saveTable,
  printTable,
}
