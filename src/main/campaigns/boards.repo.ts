import { sql } from 'kysely'
import type { Action, Promotion, Report, Retreat, Stop } from '../../shared/campaigns/boards'
import type { CampaignId } from '../../shared/campaigns/campaigns'
import { tenActions } from '../../shared/campaigns/campaigns.data'
import { keyOf, seenUnits } from '../cadres/cadres.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'
import type { CampaignBoardsTables } from './boards.table'

type Seer = Pick<Caller, 'scope'>

export const reportsOf = async (db: Reads, campaignId: CampaignId): Promise<Report[]> =>
  db
    .selectFrom('campaignReports')
    .select(['id', 'onDay as on', 'media', 'title', 'revision'])
    .where('campaignId', '=', campaignId)
    .orderBy('onDay')
    .orderBy('id')
    .execute()

/** In the order of their days. A talk is public, so that its speakers are told by name; whose file it is only within the scope. */
export async function stopsOf(db: Reads, caller: Seer, campaignId: CampaignId): Promise<Stop[]> {
  const units = await seenUnits(db, caller.scope)
  const stops = await db
    .selectFrom('campaignStops')
    .select(['id', 'place', 'onDay as on', 'topic', 'audience', 'feedback', 'revision'])
    .where('campaignId', '=', campaignId)
    .orderBy('onDay')
    .orderBy('id')
    .execute()
  const speakers = await db
    .selectFrom('campaignSpeakers')
    .innerJoin('campaignStops', 'campaignStops.id', 'campaignSpeakers.stopId')
    .leftJoin('cadres', 'cadres.key', 'campaignSpeakers.cadreKey')
    .select(['stopId', 'campaignSpeakers.name', 'cadres.id as cadreId', 'cadres.name as cadreName', 'cadres.unitId'])
    .where('campaignId', '=', campaignId)
    .orderBy('stopId')
    .orderBy('campaignSpeakers.position')
    .execute()
  return stops.map(stop => ({
    ...stop,
    speakers: speakers
      .filter(({ stopId }) => stopId === stop.id)
      .map(({ name, cadreId, cadreName, unitId }) => ({
        cadreId: units === null || units.includes(unitId ?? '') ? cadreId : null,
        name: cadreName ?? name,
      })),
  }))
}

export async function promotionsOf(db: Reads, caller: Seer, campaignId: CampaignId): Promise<Promotion[]> {
  const units = await seenUnits(db, caller.scope)
  let found = db
    .selectFrom('campaignPromotions')
    .innerJoin('cadres', 'cadres.key', 'campaignPromotions.cadreKey')
    .select(['campaignPromotions.id', 'cadres.id as cadreId', 'cadres.name', 'onDay as on', 'post'])
    .select('campaignPromotions.revision')
    .where('campaignId', '=', campaignId)
  if (units !== null) found = found.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
  return found.orderBy('onDay').orderBy('campaignPromotions.id').execute()
}

/** Stays that people within the scope took after they were honoured in the campaign, themselves or with a team. */
export async function retreatsOf(db: Reads, caller: Seer, campaignId: CampaignId): Promise<Retreat[]> {
  const units = await seenUnits(db, caller.scope)
  let found = db
    .selectFrom('entitlementTakes')
    .innerJoin('cadres', 'cadres.key', 'entitlementTakes.cadreKey')
    .select(['cadres.id as cadreId', 'cadres.name', 'fromDay as from', 'toDay as to', 'days', 'place'])
    .where('entitlementTakes.kind', '=', '疗休养')
    .where(
      sql<boolean>`EXISTS (SELECT 1 FROM honours WHERE honours.campaign_id = ${campaignId} AND honours.removed_for IS NULL
        AND honours.on_first <= CAST(replace(entitlement_takes.from_day, '-', '') AS INTEGER)
        AND (honours.cadre_key = cadres.key OR EXISTS (SELECT 1 FROM honour_members
          WHERE honour_members.honour_id = honours.id AND honour_members.cadre_key = cadres.key)))`,
    )
  if (units !== null) found = found.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
  return found.orderBy('fromDay').orderBy('cadres.key').execute()
}

/** The ten, whether somebody has written of them or not. */
export async function actionsOf(
  db: Reads,
  campaignId: CampaignId,
  counted: Partial<Record<Action['key'], string>>,
): Promise<Action[]> {
  const rows = await db.selectFrom('campaignActions').selectAll().where('campaignId', '=', campaignId).execute()
  return tenActions.map(({ key }): Action => {
    const row = rows.find(({ action }) => action === key)
    const {
      campaignId: _campaign,
      action: _action,
      ...facts
    } = row ?? {
      campaignId,
      action: key,
      owner: '',
      dueOn: null,
      state: '未开始' as const,
      doneOn: null,
      evidence: '',
      progress: '',
      revision: 0,
    }
    return { key, counted: counted[key] ?? null, ...facts }
  })
}

export async function putStop(
  db: Writes,
  caller: Seer,
  row: CampaignBoardsTables['campaignStops'],
  speakers: Stop['speakers'],
): Promise<void> {
  await db
    .insertInto('campaignStops')
    .values(row)
    .onConflict(conflict => conflict.column('id').doUpdateSet(row))
    .execute()
  await db.deleteFrom('campaignSpeakers').where('stopId', '=', row.id).execute()
  for (const [position, { cadreId, name }] of speakers.entries())
    await db
      .insertInto('campaignSpeakers')
      .values({ stopId: row.id, position, name, cadreKey: cadreId === null ? null : await keyOf(db, caller, cadreId) })
      .execute()
}

/** What the campaign's own records count of the ten. */
export const countsOf = (
  stops: readonly Stop[],
  reports: readonly Report[],
  promotions: readonly Promotion[],
  retreats: readonly Retreat[],
): Partial<Record<Action['key'], string>> => ({
  tour: `${stops.length} 场${stops.some(({ audience }) => audience !== null) ? `，听众 ${stops.reduce((sum, { audience }) => sum + (audience ?? 0), 0)} 人次` : ''}`,
  reports: `${reports.length} 篇`,
  retreat: `${retreats.length} 人次`,
  promotion: `${new Set(promotions.map(({ cadreId }) => cadreId)).size} 人`,
})
