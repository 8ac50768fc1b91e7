import { sql } from 'kysely'
import { CampaignId } from '../../shared/campaigns/campaigns'
import { stageNumber } from '../../shared/campaigns/campaigns.data'
import { publicityEnd } from '../../shared/campaigns/publicity.rules'
import { mayAdvance, mayGoBack, nextStage } from '../../shared/campaigns/stages.rules'
import { AppError, insist } from '../../shared/result'
import { instantOf } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import { listWithin } from '../units/units.repo'
import { boardHandlers } from './boards.handlers'
import * as campaigns from './campaigns.repo'
import { decisionHandlers } from './decision.handlers'
import { nomineeHandlers } from './nominees.handlers'
import { insistOnAll, opened, standingOf } from './standing'

const byOf = (context: CommandContext) => ({ byId: context.caller.id, at: instantOf(context) })

export const campaignsHandlers: CoreHandlers['campaigns'] = {
  settings: ({ db }) => campaigns.settings(db),

  async setSettings(context, { settings, version, reason }) {
    const { db, caller, record } = context
    record({ subject: 'campaigns', reason })
    if (version !== (await campaigns.settings(db)).version)
      throw new AppError('conflict', '设置刚被改过，请重新打开再改')
    if (new Set(settings.brands.map(({ key }) => key)).size < settings.brands.length)
      throw new AppError('refused', '有两个品牌用了同一个代号')
    await db
      .insertInto('campaignSettings')
      .values({
        version: version + 1,
        body: JSON.stringify(settings),
        reason,
        changedAt: instantOf(context),
        changedBy: caller.id,
      })
      .execute()
    return {}
  },

  list: ({ db }) => campaigns.list(db),

  async get(context, { id }) {
    const campaign = await campaigns.get(context.db, id)
    const standing = await standingOf(context, campaign)
    const { publicity } = campaign
    return {
      campaign,
      moves: await campaigns.movesOf(context.db, id),
      next: mayAdvance(standing),
      objections: [...standing.objections],
      publicityEnd: publicity && publicityEnd(publicity, standing.calendar),
    }
  },

  async add(context, facts) {
    const { db, newId, record } = context
    const id = CampaignId.parse(newId())
    record({ subject: `campaigns:${id}` })
    const { brands } = await campaigns.settings(db)
    const brand = brands.find(({ key }) => key === facts.brand)
    if (!brand) throw new AppError('refused', '没有这个品牌，先在设置里添上')
    await campaigns.insert(db, id, facts, byOf(context))
    // The brand's criteria are where the campaign's own begin.
    if (brand.criteria.length > 0)
      await campaigns.putCriteria(db, {
        campaignId: id,
        version: 1,
        body: JSON.stringify(brand.criteria),
        reason: '沿用品牌的条件',
        ...byOf(context),
      })
    return campaigns.get(db, id)
  },

  async change(context, { facts, ...one }) {
    const campaign = await opened(context, one, 'change')
    await campaigns.update(context.db, campaign, facts)
    return campaigns.get(context.db, campaign.id)
  },

  async setCriteria(context, { rows, reason, ...one }) {
    const campaign = await opened(context, { ...one, reason }, 'plan')
    await campaigns.putCriteria(context.db, {
      campaignId: campaign.id,
      version: campaign.criteriaVersion + 1,
      body: JSON.stringify(rows),
      reason,
      ...byOf(context),
    })
    await campaigns.update(context.db, campaign, {})
    return campaigns.get(context.db, campaign.id)
  },

  async setQuotas(context, { quotas, ...one }) {
    const { db, caller } = context
    const campaign = await opened(context, one, 'plan')
    const seen = new Set((await listWithin(db, caller.scope)).map(({ id }) => id))
    if (quotas.some(({ unitId }) => !seen.has(unitId)))
      throw new AppError('not-found', '有的单位已经没有了，或不在您的查看范围内')
    // Quotas of units that the caller does not see stay as they are.
    const others = campaign.quotas.filter(({ unitId }) => !seen.has(unitId))
    await campaigns.putQuotas(db, campaign.id, [...quotas, ...others])
    await campaigns.update(db, campaign, {})
    return campaigns.get(db, campaign.id)
  },

  async heads({ db, caller }) {
    const rows = await db
      .selectFrom('cadres')
      .select(['unitId', sql<number>`count(*)`.as('heads')])
      .where('trashedAt', 'is', null)
      .where('status', 'in', ['在职', '挂职'])
      .groupBy('unitId')
      .execute()
    const heads = new Map(rows.map(row => [row.unitId, row.heads]))
    const units = await listWithin(db, caller.scope)
    return units.map(({ id, name }) => ({ unitId: id, name, heads: heads.get(id) ?? 0 }))
  },

  async advance(context, one) {
    const campaign = await opened(context, one, null)
    await insistOnAll(context, campaign.id)
    insist(mayAdvance(await standingOf(context, campaign)))
    const to = nextStage(campaign.stage)
    if (!to) throw new AppError('refused', '已经表彰')
    await campaigns.update(context.db, campaign, { stage: to })
    await campaigns.putMove(context.db, {
      campaignId: campaign.id,
      fromStage: campaign.stage,
      toStage: to,
      reason: '',
      ...byOf(context),
    })
    return campaigns.get(context.db, campaign.id)
  },

  /** Whatever was entered stays; a list that may change once more has to be made public anew. */
  async goBack(context, { to, reason, ...one }) {
    const campaign = await opened(context, { ...one, reason }, null)
    insist(mayGoBack(campaign.stage, to))
    const anew = stageNumber(to) < stageNumber('公示')
    await campaigns.update(context.db, campaign, { stage: to, ...(anew && { publicity: null }) })
    await campaigns.putMove(context.db, {
      campaignId: campaign.id,
      fromStage: campaign.stage,
      toStage: to,
      reason,
      ...byOf(context),
    })
    return campaigns.get(context.db, campaign.id)
  },

  async remove(context, { reason, ...one }) {
    const campaign = await opened(context, { ...one, reason }, null)
    if (campaign.stage === '表彰') throw new AppError('refused', '已经表彰的行动不能删除，先撤销表彰决定')
    await campaigns.update(context.db, campaign, { removedFor: reason })
    return {}
  },

  ...nomineeHandlers,
  ...decisionHandlers,
  ...boardHandlers,
}
