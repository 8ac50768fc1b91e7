import { sql } from 'kysely'
import type { Campaign, Decision, Nominee, NomineeId, Objection } from '../../shared/campaigns/campaigns'
import { Marks } from '../../shared/campaigns/campaigns'
import { decidedHonour } from '../../shared/campaigns/decision.rules'
import { mayGoOn } from '../../shared/campaigns/holds.rules'
import { marksRefusal } from '../../shared/campaigns/panel.rules'
import { mayDecideAfter } from '../../shared/campaigns/publicity.rules'
import { mayDo, running } from '../../shared/campaigns/stages.rules'
import { HonourId } from '../../shared/honours/honours'
import { AppError, insist } from '../../shared/result'
import { calendarIn } from '../holidays/holidays.repo'
import * as honours from '../honours/honours.repo'
import { dayNow, instantOf } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import * as campaigns from './campaigns.repo'
import * as nominees from './nominees.repo'
import { insistOnAll, objectionsOf, opened } from './standing'

type Acts = Pick<
  CoreHandlers['campaigns'],
  | 'marks'
  | 'setPanel'
  | 'mark'
  | 'setListed'
  | 'publish'
  | 'addObjection'
  | 'settleObjection'
  | 'decide'
  | 'undoDecision'
>

/** Each on the list gets a row of the register. @returns how many */
async function honourAll(
  context: CommandContext,
  campaign: Campaign,
  chosen: readonly Nominee[],
  {
    decision,
    objections,
    numbers,
  }: {
    readonly decision: Decision
    readonly objections: readonly Objection[]
    readonly numbers: ReadonlyMap<NomineeId, string>
  },
): Promise<number> {
  const { db, caller, newId } = context
  const by = { caller, at: instantOf(context), campaignId: campaign.id }
  for (const nominee of chosen) {
    const honourId = HonourId.parse(newId())
    const certificateNo = numbers.get(nominee.id) ?? ''
    const facts = decidedHonour(campaign, nominee, decision, { objections, certificateNo })
    await honours.insert(db, honourId, facts, by)
    await nominees.update(db, nominee, { honourId, certificateNo })
  }
  return chosen.length
}

export const decisionHandlers: Acts = {
  async marks({ db, caller }, { id }) {
    await campaigns.get(db, id)
    const rows = await db
      .selectFrom('campaignMarks')
      .innerJoin('campaignNominees', 'campaignNominees.id', 'campaignMarks.nomineeId')
      .select(['nomineeId', 'member', 'points', 'remark'])
      .where('campaignId', '=', id)
      .orderBy('nomineeId')
      .orderBy('member')
      .execute()
    const seen = new Set((await nominees.idsOf(db, caller, id)).map(each => each.id))
    return rows
      .filter(({ nomineeId }) => seen.has(nomineeId))
      .map(({ points, ...row }) => ({ ...row, points: Marks.shape.points.parse(JSON.parse(points)) }))
  },

  async setPanel(context, { panel, ...one }) {
    const { db } = context
    const campaign = await opened(context, one, 'judge')
    if (new Set(panel.members.map(({ name }) => name)).size < panel.members.length)
      throw new AppError('refused', '评审组里有两个同名的人，在姓名后注明')
    if (panel.on !== null && panel.on > dayNow(context)) throw new AppError('refused', '评审日期不能晚于今天')
    const { marked } = await db
      .selectFrom('campaignMarks')
      .innerJoin('campaignNominees', 'campaignNominees.id', 'campaignMarks.nomineeId')
      .select(({ fn }) => fn.countAll<number>().as('marked'))
      .where('campaignId', '=', campaign.id)
      .executeTakeFirstOrThrow()
    const same = JSON.stringify(panel.criteria) === JSON.stringify(campaign.panel.criteria)
    if (marked > 0 && !same) throw new AppError('refused', '已经有人评过，评审项目不再改')
    await campaigns.update(db, campaign, { panel: JSON.stringify(panel) })
    return campaigns.get(db, campaign.id)
  },

  async mark(context, { nomineeId, member, points, remark }) {
    const { db, caller, record } = context
    const nominee = await nominees.get(db, caller, nomineeId, dayNow(context))
    const campaign = await campaigns.get(db, nominee.campaignId)
    record({ subject: `campaigns:${campaign.id}` })
    insist(mayDo('judge', campaign.stage))
    if (!campaign.panel.members.some(({ name }) => name === member)) throw new AppError('refused', '评审组里没有这个人')
    const refusal = marksRefusal({ points }, campaign.panel)
    if (refusal !== undefined) throw new AppError('refused', refusal)
    const row = {
      nomineeId,
      member,
      points: JSON.stringify(points),
      remark,
      byId: caller.id,
      at: instantOf(context),
    }
    await db
      .insertInto('campaignMarks')
      .values(row)
      .onConflict(conflict => conflict.columns(['nomineeId', 'member']).doUpdateSet(row))
      .execute()
    return {}
  },

  async setListed(context, { nomineeIds, reason, ...one }) {
    const { db, caller } = context
    const campaign = await opened(context, { ...one, reason }, 'judge')
    await insistOnAll(context, campaign.id)
    const among = await nominees.list(db, caller, campaign.id, dayNow(context))
    const chosen = new Set(nomineeIds)
    const stopped = among.find(({ id, state }) => chosen.has(id) && state === '止步')
    if (stopped) throw new AppError('refused', `${stopped.shownName}已经止步`, undefined, '有人选已经止步')
    for (const nominee of among)
      if (nominee.listed !== chosen.has(nominee.id))
        await nominees.update(db, nominee, { listed: chosen.has(nominee.id) ? 1 : 0 })
    await campaigns.update(db, campaign, {})
    return campaigns.get(db, campaign.id)
  },

  async publish(context, { publicity, ...one }) {
    const campaign = await opened(context, one, 'publish')
    if (publicity.from > dayNow(context)) throw new AppError('refused', '公示日期不能晚于今天')
    await campaigns.update(context.db, campaign, { publicity: JSON.stringify(publicity) })
    return campaigns.get(context.db, campaign.id)
  },

  async addObjection(context, { campaignId, facts: { on, ...facts } }) {
    const { db, caller, newId, record } = context
    record({ subject: `campaigns:${campaignId}` })
    const campaign = await campaigns.get(db, campaignId)
    insist(mayDo('object', campaign.stage))
    if (on > dayNow(context)) throw new AppError('refused', '收到的日期不能晚于今天')
    if (facts.nomineeId !== null) {
      const nominee = await nominees.get(db, caller, facts.nomineeId, dayNow(context))
      if (nominee.campaignId !== campaignId) throw new AppError('not-found', '这次行动里没有这个人选')
    }
    await db
      .insertInto('campaignObjections')
      .values({
        id: newId(),
        campaignId,
        ...facts,
        onDay: on,
        handling: '',
        result: '',
        settledOn: null,
        byId: caller.id,
        at: instantOf(context),
      })
      .execute()
    return {}
  },

  async settleObjection(context, { campaignId, id, settlement, reason }) {
    const { db, record } = context
    record({ subject: `campaigns:${campaignId}`, ...(reason !== '' && { reason }) })
    const campaign = await campaigns.get(db, campaignId)
    insist(mayDo('object', campaign.stage))
    const objection = (await campaigns.objectionsOf(db, campaignId)).find(each => each.id === id)
    if (!objection) throw new AppError('not-found', '没有这件异议')
    if (objection.settlement !== null && reason === '') throw new AppError('refused', '改已经办结的，写明理由')
    if (settlement && (settlement.on > dayNow(context) || settlement.on < objection.on))
      throw new AppError('refused', '办结日期在收到以后、今天以前')
    await db
      .updateTable('campaignObjections')
      .set({
        handling: settlement?.handling ?? '',
        result: settlement?.result ?? '',
        settledOn: settlement?.on ?? null,
      })
      .where('id', '=', id)
      .execute()
    return {}
  },

  async decide(context, { decision, certificates, ...one }) {
    const { db, caller } = context
    const campaign = await opened(context, one, 'decide')
    await insistOnAll(context, campaign.id)
    if (decision.on > dayNow(context)) throw new AppError('refused', '决定日期不能晚于今天')
    const among = await nominees.list(db, caller, campaign.id, decision.on)
    const chosen = running(among).filter(({ listed }) => listed)
    if (chosen.length === 0) throw new AppError('refused', '拟表彰名单是空的')
    const objections = await objectionsOf(context, campaign.id, among)
    insist(mayDecideAfter(campaign.publicity, objections, await calendarIn(db), decision.on))
    for (const nominee of chosen) insist(mayGoOn(nominee))
    const numbers = new Map(certificates.map(({ nomineeId, no }) => [nomineeId, no]))
    const count = await honourAll(context, campaign, chosen, { decision, objections, numbers })
    await campaigns.update(db, campaign, { stage: '表彰', decision: JSON.stringify(decision) })
    const by = { byId: caller.id, at: instantOf(context) }
    await campaigns.putMove(db, { campaignId: campaign.id, fromStage: '决定', toStage: '表彰', reason: '', ...by })
    context.record({ details: `荣誉 ${count} 项` })
    return { honours: count }
  },

  async undoDecision(context, { reason, ...one }) {
    const { db, caller } = context
    const campaign = await opened(context, { ...one, reason }, null)
    if (campaign.stage !== '表彰') throw new AppError('refused', '还没有登记表彰决定')
    await insistOnAll(context, campaign.id)
    const made = (await nominees.list(db, caller, campaign.id, dayNow(context))).filter(
      ({ honourId }) => honourId !== null,
    )
    const ids = sql<HonourId>`(SELECT value FROM json_each(${JSON.stringify(made.map(({ honourId }) => honourId))}))`
    const revoked = await db
      .selectFrom('honours')
      .select('id')
      .where('id', 'in', ids)
      .where('revokedOn', 'is not', null)
      .execute()
    if (revoked.length > 0) throw new AppError('refused', '有的荣誉已经依规撤销，决定不能再整体撤回')
    await db
      .updateTable('honours')
      .set(({ eb }) => ({ removedFor: reason, revision: eb('revision', '+', 1) }))
      .where('id', 'in', ids)
      .where('removedFor', 'is', null)
      .execute()
    for (const nominee of made) await nominees.update(db, nominee, { honourId: null })
    await campaigns.update(db, campaign, { stage: '决定', decision: null })
    const by = { byId: caller.id, at: instantOf(context) }
    await campaigns.putMove(db, { campaignId: campaign.id, fromStage: '表彰', toStage: '决定', reason, ...by })
    context.record({ details: `荣誉 ${made.length} 项` })
    return { honours: made.length }
  },
}
