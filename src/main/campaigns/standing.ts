import type { Campaign, CampaignId, Nominee, Objection } from '../../shared/campaigns/campaigns'
import { mayDo, type Standing } from '../../shared/campaigns/stages.rules'
import type { Day } from '../../shared/dates/add-months'
import { AppError, insist } from '../../shared/result'
import { calendarIn } from '../holidays/holidays.repo'
import { dayNow } from '../ipc/clock'
import type { CommandContext, QueryContext } from '../ipc/contexts'
import * as campaigns from './campaigns.repo'
import * as nominees from './nominees.repo'

/** The day that nominees are checked as of: today, and once it is decided the day of the decision. */
export const dayOfCheck = (context: QueryContext, { decision }: Pick<Campaign, 'decision'>): Day =>
  decision?.on ?? dayNow(context)

/** Objections with whom they are about, for nominees that the caller sees. */
export async function objectionsOf(
  context: QueryContext,
  id: CampaignId,
  among: readonly Nominee[],
): Promise<Objection[]> {
  const rows = await campaigns.objectionsOf(context.db, id)
  return rows.map(row => ({
    ...row,
    about:
      row.nomineeId === null
        ? '整个名单'
        : (among.find(({ id: nomineeId }) => nomineeId === row.nomineeId)?.shownName ?? '不在您查看范围内的人选'),
  }))
}

/** Everything that a stage may ask for. */
export async function standingOf(context: QueryContext, campaign: Campaign): Promise<Standing> {
  const { db, caller } = context
  const among = await nominees.list(db, caller, campaign.id, dayOfCheck(context, campaign))
  const { organs } = await campaigns.settings(db)
  return {
    campaign,
    nominees: among,
    objections: await objectionsOf(context, campaign.id, among),
    firstOrgan: organs[0] ?? '',
    calendar: await calendarIn(db),
    today: dayNow(context),
  }
}

/** Who moves or decides sees everybody on the list. @throws AppError refused */
export async function insistOnAll({ db, caller }: QueryContext, id: CampaignId): Promise<void> {
  if ((await nominees.unseenOf(db, caller, id)) > 0)
    throw new AppError('refused', '名单里有您查看范围以外的人，请由能看到全部名单的人办理')
}

/** The campaign as it was looked at, at a stage where this may be done. @throws AppError conflict, refused */
export async function opened(
  { db, record }: CommandContext,
  { id, revision, reason }: { id: CampaignId; revision: number; reason?: string },
  doing: Parameters<typeof mayDo>[0] | null,
): Promise<Campaign> {
  record({ subject: `campaigns:${id}`, ...(reason !== undefined && reason !== '' && { reason }) })
  const campaign = await campaigns.get(db, id)
  if (campaign.revision !== revision) throw new AppError('conflict', '这次行动刚被改过，请看过再改')
  if (doing !== null) insist(mayDo(doing, campaign.stage))
  return campaign
}
