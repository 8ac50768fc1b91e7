import { type CampaignId, type NomineeFacts, NomineeId } from '../../shared/campaigns/campaigns'
import { mayPass } from '../../shared/campaigns/holds.rules'
import { nomineeRefusal } from '../../shared/campaigns/nominees.rules'
import { mayDo } from '../../shared/campaigns/stages.rules'
import { AppError, insist } from '../../shared/result'
import * as attachments from '../attachments/attachments.repo'
import { dayNow, instantOf } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import { seenUnit } from '../posts/posts.repo'
import * as campaigns from './campaigns.repo'
import * as nominees from './nominees.repo'
import { dayOfCheck } from './standing'

type Acts = Pick<
  CoreHandlers['campaigns'],
  'nominees' | 'nominate' | 'changeNominee' | 'setState' | 'pass' | 'addOpinion' | 'changeOpinion'
>
interface One {
  readonly id: NomineeId
  readonly revision: number
  readonly reason?: string
}

/** A nominee as it was looked at, in a campaign where this may be done. @throws AppError conflict, refused, not-found */
async function taken(context: CommandContext, { id, revision, reason }: One, doing: Parameters<typeof mayDo>[0]) {
  const { db, caller, record } = context
  record({ subject: `campaigns:${id}`, ...(reason !== undefined && { reason }) })
  const nominee = await nominees.get(db, caller, id, dayNow(context))
  insist(mayDo(doing, (await campaigns.get(db, nominee.campaignId)).stage))
  if (nominee.revision !== revision) throw new AppError('conflict', '这个人选刚被改过，请看过再改')
  return nominee
}

async function insistFacts(context: CommandContext, campaignId: CampaignId, facts: NomineeFacts, own?: NomineeId) {
  const { db, caller } = context
  const refusal = nomineeRefusal(facts, await campaigns.get(db, campaignId))
  if (refusal !== undefined) throw new AppError('refused', refusal)
  await seenUnit(db, caller.scope, facts.unitId)
  const { cadreId } = facts
  for (const id of facts.attachments) if (cadreId !== null) await attachments.get(db, cadreId, id)
  const others = await nominees.list(db, caller, campaignId, dayNow(context))
  if (cadreId !== null && others.some(each => each.cadreId === cadreId && each.id !== own))
    throw new AppError('refused', '这个人已经在名单里')
}

export const nomineeHandlers: Acts = {
  async nominees(context, { id }) {
    const campaign = await campaigns.get(context.db, id)
    return nominees.list(context.db, context.caller, id, dayOfCheck(context, campaign))
  },

  async nominate(context, { campaignId, facts }) {
    const { db, caller, newId, record } = context
    record({ subject: `campaigns:${campaignId}` })
    insist(mayDo('nominate', (await campaigns.get(db, campaignId)).stage))
    await insistFacts(context, campaignId, facts)
    const id = NomineeId.parse(newId())
    await nominees.insert(db, caller, { id, campaignId, facts, by: { byId: caller.id, at: instantOf(context) } })
    return { id }
  },

  async changeNominee(context, { facts, ...one }) {
    const nominee = await taken(context, one, 'nominate')
    await insistFacts(context, nominee.campaignId, facts, nominee.id)
    await nominees.change(context.db, context.caller, nominee, facts)
    return {}
  },

  async setState(context, { state, reason, ...one }) {
    const nominee = await taken(context, { ...one, reason }, 'check')
    if (nominee.state === state) throw new AppError('refused', state === '止步' ? '已经止步' : '本来就在选')
    await nominees.update(context.db, nominee, {
      state,
      stateReason: reason,
      ...(state === '止步' && { listed: 0 }),
    })
    return {}
  },

  async pass(context, { key, reason, ...one }) {
    const nominee = await taken(context, { ...one, reason }, 'check')
    insist(mayPass(nominee, key))
    const pass = { key, reason, byName: context.caller.name, on: dayNow(context) }
    await nominees.update(context.db, nominee, { passes: JSON.stringify([...nominee.passes, pass]) })
    return {}
  },

  async addOpinion(context, { facts: { on, ...facts }, ...one }) {
    const { db, caller, newId } = context
    const nominee = await taken(context, one, 'check')
    if (on > dayNow(context)) throw new AppError('refused', '意见日期不能晚于今天')
    await db
      .insertInto('campaignOpinions')
      .values({
        id: newId(),
        nomineeId: nominee.id,
        ...facts,
        onDay: on,
        byId: caller.id,
        at: instantOf(context),
      })
      .execute()
    await nominees.update(db, nominee, {})
    return {}
  },

  async changeOpinion(context, { opinionId, facts: { on, ...facts }, reason, ...one }) {
    const { db } = context
    const nominee = await taken(context, { ...one, reason }, 'check')
    if (on > dayNow(context)) throw new AppError('refused', '意见日期不能晚于今天')
    if (!nominee.opinions.some(({ id }) => id === opinionId)) throw new AppError('not-found', '没有这条意见')
    await db
      .updateTable('campaignOpinions')
      .set({ ...facts, onDay: on })
      .where('id', '=', opinionId)
      .execute()
    await nominees.update(db, nominee, {})
    return {}
  },
}
