import { PartialDate } from '../../shared/dates/partial-date'
import { stampOf } from '../../shared/dates/stamps'
import { HonourId } from '../../shared/honours/honours'
import { mayBook, mayMove } from '../../shared/medals/ledger.rules'
import { awardDay } from '../../shared/medals/medal-year.rules'
import { AwardId, type Handing, LotId } from '../../shared/medals/medals'
import { medalHonour } from '../../shared/medals/medals.data'
import { mayHand, mayTakeBack } from '../../shared/medals/medals.rules'
import { AppError, insist } from '../../shared/result'
import { keyOf } from '../cadres/cadres.repo'
import { insert as insertHonour } from '../honours/honours.repo'
import { putRevocation, strike } from '../honours/withdrawing'
import { dayNow, instantOf } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import * as medals from './medals.repo'
import { type KeyedRow, rowsFor } from './year'

type Acts = Pick<CoreHandlers['medals'], 'addLot' | 'strikeLot' | 'hand' | 'takeBack'>
const everywhere = { scope: null }

/** The drawer never holds fewer than none, on any day. */
async function insistOnBalance({ db }: CommandContext): Promise<void> {
  insist(mayMove(await medals.allLots(db), await medals.allAwards(db, everywhere)))
}
function insistOnWhole({ caller }: CommandContext): void {
  if (caller.scope !== null) throw new AppError('refused', '纪念章的收存由能看全部单位的人登记')
}

/** A person's medal is an honour too: it stands in the register from the moment that it is handed over. */
async function enterHonour(
  context: CommandContext,
  { ref, name, unitId, decision }: KeyedRow,
  year: number,
  handing: Handing,
) {
  const { db, caller, newId, now } = context
  const id = HonourId.parse(newId())
  await insertHonour(
    db,
    id,
    {
      holder: 'person',
      cadreId: ref.of === 'cadre' ? ref.id : null,
      unitId,
      holderName: ref.of === 'cadre' ? '' : name,
      members: [],
      ...medalHonour,
      on: PartialDate.parse(awardDay(year)),
      documentNo: '',
      documentTitle: '',
      ground: null,
      bonusFen: null,
      certificateNo: decision?.certificateNo ?? '',
      medalNo: handing.medalNo,
      handedOn: handing.on,
      handedNote: handing.to === '家属' ? `家属代领：${handing.receiver}` : '',
      deeds: '',
      evidence: '',
      publicity: '',
      posthumous: false,
    },
    { caller, at: instantOf({ now }), campaignId: null },
  )
  return id
}

export const ledgerActs: Acts = {
  async addLot(context, { kind, count, on, note }) {
    const { db, caller, newId, record } = context
    record({ subject: 'medals', details: `${kind} ${count} 枚` })
    insistOnWhole(context)
    insist(mayBook({ kind, count, on, note }, dayNow(context)))
    const row = { id: LotId.parse(newId()), kind, count, onDay: stampOf(on), note, struckFor: '' }
    await db
      .insertInto('medalLots')
      .values({ ...row, byId: caller.id, at: instantOf(context) })
      .execute()
    await insistOnBalance(context)
    return {}
  },

  async strikeLot(context, { id, reason }) {
    const { db, record } = context
    record({ subject: 'medals', reason })
    insistOnWhole(context)
    const lot = (await medals.allLots(db)).find(each => each.id === id)
    if (!lot) throw new AppError('not-found', '没有这一笔')
    if (lot.struckFor !== '') throw new AppError('conflict', '这一笔已经划去')
    await db.updateTable('medalLots').set({ struckFor: reason }).where('id', '=', id).execute()
    await insistOnBalance(context)
    return {}
  },

  async hand(context, { year, people }) {
    const { db, caller, newId, record } = context
    record({ subject: 'medals', details: `${year} 年，颁发 ${people.length} 枚` })
    const rows = await rowsFor(
      context,
      year,
      people.map(({ ref }) => ref),
    )
    const taken = new Set((await medals.allAwards(db, everywhere)).flatMap(each => (each.back ? [] : [each.medalNo])))
    for (const [at, { ref, ...handing }] of people.entries()) {
      const row = rows[at]
      if (row?.decision?.decision !== '授予') throw new AppError('refused', '有人还没有决定授予')
      if (row.award || people.findIndex(each => each.ref.id === ref.id) < at)
        throw new AppError('conflict', '有人已经颁发，请看过再登记')
      insist(mayHand(handing, year, dayNow(context)))
      if (handing.medalNo !== '' && taken.has(handing.medalNo))
        throw new AppError('refused', `编号 ${handing.medalNo} 已经用过`)
      taken.add(handing.medalNo)
      const whose = {
        cadreKey: ref.of === 'cadre' ? await keyOf(db, caller, ref.id) : null,
        memberId: ref.of === 'member' ? ref.id : null,
      }
      const honourId = await enterHonour(context, row, year, handing)
      const by = { byId: caller.id, at: instantOf(context) }
      await db
        .insertInto('medalAwards')
        .values({ id: AwardId.parse(newId()), year, honourId, ...medals.awardRow(whose, handing), ...by })
        .execute()
    }
    await insistOnBalance(context)
    return { handed: people.length }
  },

  async takeBack(context, { id, revision, reason, ...taking }) {
    const { db, caller, newId, record } = context
    record({ subject: `medals:${id}`, reason })
    const award = await medals.awardOf(db, caller, id)
    if (award.revision !== revision || award.back) throw new AppError('conflict', '这枚纪念章刚被改过，请看过再改')
    insist(mayTakeBack(taking, award.on, dayNow(context)))
    const { how, on, ground, documentNo } = taking
    await db
      .updateTable('medalAwards')
      .set({ backOn: stampOf(on), backHow: how, backFor: reason, revision: revision + 1 })
      .where('id', '=', id)
      .execute()
    // What the register says already stays as it was said there.
    if (!award.unsettled && how === '撤销' && ground !== null)
      await putRevocation(db, award.honourId, { on, ground, documentNo, note: reason.slice(0, 200) })
    else if (!award.unsettled) await strike(db, award.honourId, reason)
    const [cadreKey, memberId] =
      award.ref.of === 'cadre' ? [await keyOf(db, caller, award.ref.id), null] : [null, award.ref.id]
    const decision = how === '撤销' ? ('不授' as const) : null
    await db
      .insertInto('medalDecisions')
      .values({
        id: newId(),
        cadreKey,
        memberId,
        year: award.year,
        decision,
        reason,
        certificateNo: '',
        byId: caller.id,
        at: instantOf(context),
      })
      .execute()
    await insistOnBalance(context)
    return {}
  },
}
