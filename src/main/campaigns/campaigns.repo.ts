import { sql } from 'kysely'
import * as z from 'zod'
import {
  type Campaign,
  type CampaignFacts,
  type CampaignId,
  type CampaignLine,
  CriteriaRows,
  Decision,
  type Move,
  type Objection,
  Panel,
  Publicity,
  type Quota,
} from '../../shared/campaigns/campaigns'
import { CampaignSettings, shippedSettings } from '../../shared/campaigns/campaigns.data'
import { AppError } from '../../shared/result'
import type { Reads, Writes } from '../store/schema'
import type { CampaignsTables } from './campaigns.table'

type Row = CampaignsTables['campaigns']

/** Brands and organs as the unit has them; version 0 is as it ships. */
export async function settings(db: Reads): Promise<CampaignSettings & { version: number }> {
  const row = await db
    .selectFrom('campaignSettings')
    .select(['version', 'body'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return { version: 0, ...shippedSettings }
  return { version: row.version, ...CampaignSettings.parse(JSON.parse(row.body)) }
}

/** The newest first. A campaign bears no names. */
export const list = (db: Reads): Promise<CampaignLine[]> =>
  db
    .selectFrom('campaigns')
    .select(['id', 'brand', 'year', 'title', 'stage'])
    .select([
      sql<number>`(SELECT count(*) FROM campaign_nominees WHERE campaign_id = campaigns.id AND kind = 'person')`.as(
        'persons',
      ),
      sql<number>`(SELECT count(*) FROM campaign_nominees WHERE campaign_id = campaigns.id AND kind = 'team')`.as(
        'teams',
      ),
      sql<number>`(SELECT count(*) FROM honours WHERE campaign_id = campaigns.id AND removed_for IS NULL
        AND revoked_on IS NULL)`.as('honours'),
    ])
    .where('removedFor', 'is', null)
    .orderBy('year', 'desc')
    .orderBy('at', 'desc')
    .execute()

async function criteriaOf(db: Reads, id: CampaignId): Promise<{ version: number; rows: string[] }> {
  const row = await db
    .selectFrom('campaignCriteria')
    .select(['version', 'body'])
    .where('campaignId', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { version: row.version, rows: CriteriaRows.parse(JSON.parse(row.body)) } : { version: 0, rows: [] }
}

const parsed = <T>(schema: z.ZodType<T>, body: string | null): T | null =>
  body === null ? null : schema.parse(JSON.parse(body))

async function toCampaign(db: Reads, row: Row): Promise<Campaign> {
  const { panel, publicity, decision, removedFor: _removed, byId: _by, at: _at, ...facts } = row
  const criteria = await criteriaOf(db, row.id)
  return {
    ...facts,
    criteria: criteria.rows,
    criteriaVersion: criteria.version,
    quotas: await db
      .selectFrom('campaignQuotas')
      .select(['unitId', 'persons', 'teams'])
      .where('campaignId', '=', row.id)
      .orderBy('position')
      .execute(),
    panel: Panel.parse(JSON.parse(panel)),
    publicity: parsed(Publicity, publicity),
    decision: parsed(Decision, decision),
  }
}

export async function get(db: Reads, id: CampaignId): Promise<Campaign> {
  const row = await db
    .selectFrom('campaigns')
    .selectAll()
    .where('id', '=', id)
    .where('removedFor', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这次行动')
  return toCampaign(db, row)
}

interface By {
  readonly byId: Row['byId']
  readonly at: string
}
export const insert = (db: Writes, id: CampaignId, facts: CampaignFacts, by: By, more: Partial<Row> = {}) =>
  db
    .insertInto('campaigns')
    .values({
      id,
      ...facts,
      stage: '发动',
      panel: JSON.stringify({ on: null, members: [], criteria: [] }),
      publicity: null,
      decision: null,
      tourTitle: '',
      removedFor: null,
      ...by,
      revision: 1,
      ...more,
    })
    .execute()
export const update = (db: Writes, { id, revision }: Pick<Campaign, 'id' | 'revision'>, set: Partial<Row>) =>
  db
    .updateTable('campaigns')
    .set({ ...set, revision: revision + 1 })
    .where('id', '=', id)
    .execute()

export const putCriteria = (db: Writes, row: CampaignsTables['campaignCriteria']) =>
  db.insertInto('campaignCriteria').values(row).execute()
export async function putQuotas(db: Writes, campaignId: CampaignId, quotas: readonly Quota[]): Promise<void> {
  await db.deleteFrom('campaignQuotas').where('campaignId', '=', campaignId).execute()
  for (const [position, quota] of quotas.entries())
    await db
      .insertInto('campaignQuotas')
      .values({ campaignId, position, ...quota })
      .execute()
}

/** The way so far, the latest step last. */
export const movesOf = (db: Reads, id: CampaignId): Promise<Move[]> =>
  db
    .selectFrom('campaignMoves')
    .innerJoin('accounts', 'accounts.id', 'campaignMoves.byId')
    .select(['fromStage as from', 'toStage as to', 'reason', 'accounts.name as byName', 'campaignMoves.at'])
    .where('campaignId', '=', id)
    .orderBy('position')
    .execute()
export async function putMove(db: Writes, row: Omit<CampaignsTables['campaignMoves'], 'position'>): Promise<void> {
  const { count } = await db
    .selectFrom('campaignMoves')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('campaignId', '=', row.campaignId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('campaignMoves')
    .values({ ...row, position: count })
    .execute()
}

/** The oldest first. About whom it is said stands with the nominees, for those who see them. */
export async function objectionsOf(db: Reads, id: CampaignId): Promise<Omit<Objection, 'about'>[]> {
  const rows = await db
    .selectFrom('campaignObjections')
    .select(['id', 'nomineeId', 'onDay', 'content', 'handling', 'result', 'settledOn'])
    .where('campaignId', '=', id)
    .orderBy('onDay')
    .orderBy('at')
    .execute()
  return rows.map(({ onDay, handling, result, settledOn, ...row }) => ({
    ...row,
    on: onDay,
    settlement: settledOn === null ? null : { on: settledOn, handling, result },
  }))
}
