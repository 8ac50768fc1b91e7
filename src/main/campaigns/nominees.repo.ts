import { sql } from 'kysely'
import * as z from 'zod'
import { AttachmentId } from '../../shared/attachments/attachments'
import { PunishmentRow } from '../../shared/cadres/cadres'
import {
  type CampaignId,
  type Member,
  type Nominee,
  type NomineeFacts,
  type NomineeId,
  type Opinion,
  Pass,
} from '../../shared/campaigns/campaigns'
import { DeedTag } from '../../shared/campaigns/campaigns.data'
import { holdsOf, objectionHold } from '../../shared/campaigns/holds.rules'
import type { Day } from '../../shared/dates/add-months'
import { AppError } from '../../shared/result'
import { keyOf, seenUnits } from '../cadres/cadres.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'
import type { CampaignsTables } from './campaigns.table'

type Seer = Pick<Caller, 'scope'>
type NomineeRow = CampaignsTables['campaignNominees']

/** A person's by the file's unit, everything else by the unit that nominates. */
async function visible(db: Reads, { scope }: Seer) {
  const units = await seenUnits(db, scope)
  const from = db
    .selectFrom('campaignNominees')
    .leftJoin('cadres', 'cadres.key', 'campaignNominees.cadreKey')
    .innerJoin('units', 'units.id', 'campaignNominees.unitId')
    .selectAll('campaignNominees')
    .select(['cadres.id as cadreId', 'cadres.name as cadreName', 'cadres.currentPost as post'])
    .select('units.name as unitName')
  if (units === null) return from
  const seen = units.length > 0 ? units : ['']
  return from.where(where =>
    where.or([
      where('cadres.unitId', 'in', seen),
      where.and([where('campaignNominees.cadreKey', 'is', null), where('units.id', 'in', among(seen))]),
    ]),
  )
}
type Row = Awaited<ReturnType<Awaited<ReturnType<typeof visible>>['execute']>>[number]

const among = (values: readonly (string | number)[]) =>
  sql<never>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

async function membersOf(db: Reads, ids: readonly NomineeId[]) {
  return db
    .selectFrom('campaignMembers')
    .leftJoin('cadres', 'cadres.key', 'campaignMembers.cadreKey')
    .select(['nomineeId', 'campaignMembers.cadreKey', 'cadres.id as cadreId', 'cadres.name as cadreName', 'part'])
    .select('campaignMembers.name')
    .where('nomineeId', 'in', among(ids))
    .orderBy('nomineeId')
    .orderBy('position')
    .execute()
}
async function opinionsOf(db: Reads, ids: readonly NomineeId[]) {
  return db
    .selectFrom('campaignOpinions')
    .innerJoin('accounts', 'accounts.id', 'campaignOpinions.byId')
    .select(['campaignOpinions.id', 'nomineeId', 'organ', 'onDay as on', 'signedBy', 'answer', 'words'])
    .select('accounts.name as byName')
    .where('nomineeId', 'in', among(ids))
    .orderBy('onDay')
    .orderBy(sql`campaign_opinions.rowid`)
    .execute()
}

/** Measures in files within the scope, by the key of the file. */
async function punishmentsOf(
  db: Reads,
  { scope }: Seer,
  keys: readonly number[],
): Promise<Map<number, PunishmentRow[]>> {
  const units = await seenUnits(db, scope)
  let found = db
    .selectFrom('cadreFiles')
    .innerJoin('cadres', 'cadres.key', 'cadreFiles.key')
    .select(['cadreFiles.key', sql<string>`json_extract(file, '$.punishments')`.as('body')])
    .where('cadreFiles.key', 'in', among(keys))
    .where(sql<boolean>`json_array_length(file, '$.punishments') > 0`)
  if (units !== null) found = found.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
  const rows = await found.execute()
  return new Map(rows.map(({ key, body }) => [key, z.array(PunishmentRow).parse(JSON.parse(body))]))
}

async function toNominees(db: Reads, caller: Seer, rows: readonly Row[], on: Day): Promise<Nominee[]> {
  const ids = rows.map(({ id }) => id)
  const [members, opinions] = [await membersOf(db, ids), await opinionsOf(db, ids)]
  const keys = [...rows, ...members].flatMap(({ cadreKey }) => cadreKey ?? [])
  const punishments = await punishmentsOf(db, caller, keys)
  const measures = (key: number | null, who: string) =>
    key === null ? [] : holdsOf(punishments.get(key) ?? [], on, who)
  return rows.map(row => {
    const own = members.filter(({ nomineeId }) => nomineeId === row.id)
    const said: Opinion[] = opinions
      .filter(({ nomineeId }) => nomineeId === row.id)
      .map(({ nomineeId: _nominee, ...opinion }) => opinion)
    return {
      id: row.id,
      kind: row.kind,
      cadreId: row.cadreId,
      name: row.name,
      unitId: row.unitId,
      members: own.map(({ cadreId, cadreName, name, part }): Member => ({ cadreId, name: cadreName ?? name, part })),
      deeds: row.deeds,
      tags: z.array(DeedTag).parse(JSON.parse(row.tags)),
      task: row.task,
      evidence: row.evidence,
      attachments: z.array(AttachmentId).parse(JSON.parse(row.attachments)),
      shownName: row.cadreName ?? row.name,
      post: row.post ?? '',
      unitName: row.unitName,
      state: row.state,
      stateReason: row.stateReason,
      listed: row.listed === 1,
      holds: [
        ...measures(row.cadreKey, ''),
        ...own.flatMap(({ cadreKey, cadreName }) => measures(cadreKey, cadreName ?? '')),
        ...said.flatMap(objectionHold),
      ],
      passes: z.array(Pass).parse(JSON.parse(row.passes)),
      opinions: said,
      certificateNo: row.certificateNo,
      honourId: row.honourId,
      revision: row.revision,
    }
  })
}

/** Those of a campaign within the scope, as they stand on a day: persons first, unit by unit. */
export async function list(db: Reads, caller: Seer, campaignId: CampaignId, on: Day): Promise<Nominee[]> {
  const rows = await (await visible(db, caller))
    .where('campaignId', '=', campaignId)
    .orderBy('campaignNominees.kind')
    .orderBy('units.position')
    .orderBy(sql`campaign_nominees.rowid`)
    .execute()
  return toNominees(db, caller, rows, on)
}

/** How many nominees and members of teams lie outside of the scope: nobody answers for whom they do not see. */
export async function unseenOf(db: Reads, { scope }: Seer, campaignId: CampaignId): Promise<number> {
  const units = await seenUnits(db, scope)
  if (units === null) return 0
  const { unseen } = await db
    .selectNoFrom(
      sql<number>`(SELECT count(*) FROM campaign_nominees AS n LEFT JOIN cadres AS c ON c.key = n.cadre_key
        WHERE n.campaign_id = ${campaignId} AND coalesce(c.unit_id, n.unit_id) NOT IN ${among(units)})
        + (SELECT count(*) FROM campaign_members AS m JOIN campaign_nominees AS n ON n.id = m.nominee_id
        JOIN cadres AS c ON c.key = m.cadre_key
        WHERE n.campaign_id = ${campaignId} AND coalesce(c.unit_id, '') NOT IN ${among(units)})`.as('unseen'),
    )
    .executeTakeFirstOrThrow()
  return unseen
}

/** @throws AppError not-found also for one outside of the scope */
export async function get(
  db: Reads,
  caller: Seer,
  id: NomineeId,
  on: Day,
): Promise<Nominee & { readonly campaignId: CampaignId }> {
  const row = await (await visible(db, caller)).where('campaignNominees.id', '=', id).executeTakeFirst()
  const [nominee] = row ? await toNominees(db, caller, [row], on) : []
  if (!row || !nominee) throw new AppError('not-found', '没有这个人选，或不在您的查看范围内')
  return { ...nominee, campaignId: row.campaignId }
}

async function putMembers(db: Writes, caller: Seer, nomineeId: NomineeId, members: readonly Member[]): Promise<void> {
  await db.deleteFrom('campaignMembers').where('nomineeId', '=', nomineeId).execute()
  for (const [position, { cadreId, name, part }] of members.entries()) {
    const cadreKey = cadreId === null ? null : await keyOf(db, caller, cadreId)
    await db.insertInto('campaignMembers').values({ nomineeId, position, cadreKey, name, part }).execute()
  }
}
async function columnsOf(db: Reads, caller: Seer, facts: NomineeFacts) {
  const { cadreId, members: _members, tags, attachments, ...rest } = facts
  const cadreKey = cadreId === null ? null : await keyOf(db, caller, cadreId)
  return { ...rest, cadreKey, tags: JSON.stringify(tags), attachments: JSON.stringify(attachments) }
}

export async function insert(
  db: Writes,
  caller: Seer,
  {
    id,
    campaignId,
    facts,
    by,
  }: {
    readonly id: NomineeId
    readonly campaignId: CampaignId
    readonly facts: NomineeFacts
    readonly by: Pick<NomineeRow, 'byId' | 'at'>
  },
): Promise<void> {
  await db
    .insertInto('campaignNominees')
    .values({
      id,
      campaignId,
      ...(await columnsOf(db, caller, facts)),
      state: '在选',
      stateReason: '',
      listed: 0,
      passes: '[]',
      honourId: null,
      certificateNo: '',
      ...by,
      revision: 1,
    })
    .execute()
  await putMembers(db, caller, id, facts.members)
}
export async function change(db: Writes, caller: Seer, nominee: Nominee, facts: NomineeFacts): Promise<void> {
  await update(db, nominee, await columnsOf(db, caller, facts))
  await putMembers(db, caller, nominee.id, facts.members)
}
export const update = (db: Writes, { id, revision }: Pick<Nominee, 'id' | 'revision'>, set: Partial<NomineeRow>) =>
  db
    .updateTable('campaignNominees')
    .set({ ...set, revision: revision + 1 })
    .where('id', '=', id)
    .execute()
/** Only the ids of those within the scope. */
export const idsOf = async (db: Reads, caller: Seer, campaignId: CampaignId) =>
  (await visible(db, caller)).clearSelect().select('campaignNominees.id').where('campaignId', '=', campaignId).execute()
