import { sql } from 'kysely'
import type { CadreId } from '../../shared/cadres/cadres'
import { daysOf } from '../../shared/dates/add-months'
import { dayOf, dayOrNull, stampOf, stampOrNull } from '../../shared/dates/stamps'
import type { Honour, HonourFacts, HonourFilter, HonourId, HonourMember } from '../../shared/honours/honours'
import { AppError } from '../../shared/result'
import { keyOf, seenUnits } from '../cadres/cadres.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'
import { listWithin } from '../units/units.repo'

export type Seer = Pick<Caller, 'scope'>

/** Rows of the register within the scope: a person's by the file's unit, a team's and a unit's by their own. */
export async function visible(db: Reads, caller: Seer) {
  const units = await seenUnits(db, caller.scope)
  const from = db
    .selectFrom('honours')
    .where('honours.removedFor', 'is', null)
    .where(
      sql<boolean>`(honours.cadre_key IS NULL
        OR honours.cadre_key NOT IN (SELECT key FROM cadres WHERE trashed_at IS NOT NULL))`,
    )
  if (units === null) return from
  const seen = sql`(SELECT value FROM json_each(${JSON.stringify(units)}))`
  return from.where(
    sql<boolean>`(honours.cadre_key IN (SELECT key FROM cadres WHERE unit_id IN ${seen})
      OR honours.cadre_key IS NULL AND honours.unit_id IN ${seen})`,
  )
}
type Found = Awaited<ReturnType<typeof visible>>

const whole = (found: Found) =>
  found
    .leftJoin('cadres', 'cadres.key', 'honours.cadreKey')
    .leftJoin('units', 'units.id', 'honours.unitId')
    .leftJoin('accounts', 'accounts.id', 'honours.verifiedBy')
    .selectAll('honours')
    .select([
      'cadres.id as cadreId',
      'cadres.name as cadreName',
      'cadres.currentPost as cadrePost',
      'units.name as unitName',
      'accounts.name as verifiedName',
    ])
type Row = Awaited<ReturnType<ReturnType<typeof whole>['execute']>>[number]

async function membersOf(db: Reads, ids: readonly HonourId[]): Promise<Map<HonourId, HonourMember[]>> {
  const rows = await db
    .selectFrom('honourMembers')
    .leftJoin('cadres', 'cadres.key', 'honourMembers.cadreKey')
    .select(['honourId', 'cadres.id as cadreId', 'cadres.name as cadreName', 'honourMembers.name', 'part'])
    .where('honourId', 'in', sql<HonourId>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .orderBy('honourId')
    .orderBy('position')
    .execute()
  const members = new Map<HonourId, HonourMember[]>()
  for (const { honourId, cadreId, cadreName, name, part } of rows) {
    const known = members.get(honourId) ?? []
    known.push({ cadreId, name: cadreName ?? name, part })
    members.set(honourId, known)
  }
  return members
}

const toHonour = (row: Row, members: readonly HonourMember[]): Honour => ({
  id: row.id,
  holder: row.holder,
  cadreId: row.cadreId,
  unitId: row.unitId,
  holderName: row.holderName,
  members: [...members],
  name: row.name,
  kind: row.kind,
  level: row.level,
  authority: row.authority,
  nature: row.nature,
  on: row.onDate,
  documentNo: row.documentNo,
  documentTitle: row.documentTitle,
  ground: row.ground,
  bonusFen: row.bonusFen,
  certificateNo: row.certificateNo,
  medalNo: row.medalNo,
  handedOn: dayOrNull(row.handedOn),
  handedNote: row.handedNote,
  deeds: row.deeds,
  evidence: row.evidence,
  publicity: row.publicity,
  posthumous: row.posthumous === 1,
  validUntil: dayOrNull(row.validUntil),
  shownName: row.cadreName ?? (row.holderName || row.unitName || ''),
  post: row.cadrePost ?? '',
  unitName: row.unitName ?? '',
  verified:
    row.verifiedOn === null
      ? null
      : { on: dayOf(row.verifiedOn), byName: row.verifiedName ?? '', original: row.verifiedOriginal },
  revoked:
    row.revokedOn === null || row.revokedGround === null
      ? null
      : {
          on: dayOf(row.revokedOn),
          ground: row.revokedGround,
          documentNo: row.revokedDocument,
          note: row.revokedNote,
        },
  campaignId: row.campaignId,
  revision: row.revision,
})
async function withMembers(db: Reads, rows: readonly Row[]): Promise<Honour[]> {
  const members = await membersOf(
    db,
    rows.filter(({ holder }) => holder === 'team').map(({ id }) => id),
  )
  return rows.map(row => toHonour(row, members.get(row.id) ?? []))
}

const keyIs = (cadreId: CadreId) => sql<number>`(SELECT key FROM cadres WHERE id = ${cadreId})`
/** A person's own honours and those of teams that the person belonged to. */
const ofPerson = (cadreId: CadreId) => sql<boolean>`(honours.cadre_key = ${keyIs(cadreId)}
  OR honours.id IN (SELECT honour_id FROM honour_members WHERE cadre_key = ${keyIs(cadreId)}))`

const ofBrand = (brand: string) =>
  sql<boolean>`honours.campaign_id IN (SELECT id FROM campaigns WHERE brand = ${brand} AND removed_for IS NULL)`
/** The unit of that time; where it is not written down that of the file. */
const ofUnits = (ids: readonly string[]) => {
  const among = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
  return sql<boolean>`(honours.unit_id IN ${among} OR honours.unit_id IS NULL
    AND honours.cadre_key IN (SELECT key FROM cadres WHERE unit_id IN ${among}))`
}
const holding = (text: string) => {
  const like = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const of = (column: string) => sql`${sql.ref(column)} LIKE ${like} ESCAPE '\\'`
  return sql<boolean>`(${of('honours.name')} OR ${of('honours.holderName')} OR ${of('honours.documentNo')}
    OR ${of('honours.certificateNo')} OR ${of('honours.authority')}
    OR honours.cadre_key IN (SELECT key FROM cadres WHERE ${of('cadres.name')})
    OR honours.id IN (SELECT honour_id FROM honour_members LEFT JOIN cadres ON cadres.key = honour_members.cadre_key
      WHERE coalesce(cadres.name, honour_members.name) LIKE ${like} ESCAPE '\\'))`
}

/** What a filter leaves of the rows within the scope. */
export async function filtered(db: Reads, caller: Seer, filter: HonourFilter): Promise<Found> {
  let found = await visible(db, caller)
  if (filter.holders.length > 0) found = found.where('honours.holder', 'in', filter.holders)
  if (filter.kinds.length > 0) found = found.where('honours.kind', 'in', filter.kinds)
  if (filter.levels.length > 0) found = found.where('honours.level', 'in', filter.levels)
  if (filter.years.length > 0) found = found.where('honours.year', 'in', filter.years)
  if (filter.unitId !== null) found = found.where(ofUnits((await listWithin(db, [filter.unitId])).map(({ id }) => id)))
  if (filter.cadreId !== null) found = found.where(ofPerson(filter.cadreId))
  if (filter.campaignId !== null) found = found.where('honours.campaignId', '=', filter.campaignId)
  if (filter.brand !== '') found = found.where(ofBrand(filter.brand))
  if (filter.since !== null) found = found.where('honours.onFirst', '>=', stampOf(filter.since))
  if (filter.endsBy !== null) found = found.where('honours.validUntil', '<=', stampOf(filter.endsBy))
  if (filter.unverified) found = found.where('honours.verifiedOn', 'is', null)
  if (filter.posthumous) found = found.where('honours.posthumous', '=', 1)
  if (filter.onlyRevoked) found = found.where('honours.revokedOn', 'is not', null)
  else if (!filter.revoked) found = found.where('honours.revokedOn', 'is', null)
  return filter.text === '' ? found : found.where(holding(filter.text))
}

/** The latest first. */
export async function list(
  db: Reads,
  caller: Seer,
  { offset, limit, ...filter }: HonourFilter & { readonly offset: number; readonly limit: number },
) {
  const found = await filtered(db, caller, filter)
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(found)
    .orderBy('honours.onFirst', 'desc')
    .orderBy('honours.id')
    .offset(offset)
    .limit(limit)
    .execute()
  return { rows: await withMembers(db, rows), total }
}

/** Everything that a filter leaves, the latest first. @throws AppError refused where that is more than a table holds */
export async function all(db: Reads, caller: Seer, filter: HonourFilter, most: number): Promise<Honour[]> {
  const { rows, total } = await list(db, caller, { ...filter, offset: 0, limit: most })
  if (total > most) throw new AppError('refused', `一次最多 ${most} 项，现在有 ${total} 项，请先筛选`)
  return rows
}

/** The years that bear an honour, the latest first. */
export async function years(db: Reads, caller: Seer): Promise<number[]> {
  const rows = await (await visible(db, caller)).select('honours.year').distinct().execute()
  return rows.map(({ year }) => year).toSorted((a, b) => b - a)
}

/** @throws AppError not-found also for one outside of the scope */
export async function get(db: Reads, caller: Seer, id: HonourId): Promise<Honour> {
  const rows = await whole((await visible(db, caller)).where('honours.id', '=', id)).execute()
  const [honour] = await withMembers(db, rows)
  if (!honour) throw new AppError('not-found', '没有这项荣誉，或不在您的查看范围内')
  return honour
}

/** Whoever knows nothing of a time for which a title holds says nothing of it. */
type NewFacts = Omit<HonourFacts, 'validUntil'> & Partial<Pick<HonourFacts, 'validUntil'>>

/** The facts as columns. Every person named must lie within the scope. */
async function columnsOf(db: Reads, caller: Seer, facts: NewFacts) {
  const { cadreId, members: _members, on, handedOn, posthumous, validUntil = null, ...rest } = facts
  return {
    ...rest,
    cadreKey: cadreId === null ? null : await keyOf(db, caller, cadreId),
    onDate: on,
    onFirst: stampOf(daysOf(on).earliest),
    year: Number(on.slice(0, 4)),
    handedOn: stampOrNull(handedOn),
    posthumous: posthumous ? 1 : 0,
    validUntil: stampOrNull(validUntil),
  }
}
async function putMembers(db: Writes, caller: Seer, honourId: HonourId, members: readonly HonourMember[]) {
  await db.deleteFrom('honourMembers').where('honourId', '=', honourId).execute()
  for (const [position, { cadreId, name, part }] of members.entries()) {
    const cadreKey = cadreId === null ? null : await keyOf(db, caller, cadreId)
    await db.insertInto('honourMembers').values({ honourId, position, cadreKey, name, part }).execute()
  }
}

interface By {
  readonly caller: Caller
  readonly at: string
  readonly campaignId: string | null
  /** What it came in with. */
  readonly batchId?: string | null
}
/** A new row. The facts must have passed `holderRefusal`. */
export async function insert(
  db: Writes,
  id: HonourId,
  facts: NewFacts,
  { caller, at, campaignId, batchId = null }: By,
) {
  await db
    .insertInto('honours')
    .values({
      id,
      ...(await columnsOf(db, caller, facts)),
      verifiedOn: null,
      verifiedBy: null,
      verifiedOriginal: '',
      revokedOn: null,
      revokedGround: null,
      revokedDocument: '',
      revokedNote: '',
      campaignId,
      batchId,
      removedFor: null,
      byId: caller.id,
      at,
      revision: 1,
    })
    .execute()
  await putMembers(db, caller, id, facts.members)
}
export async function update(db: Writes, caller: Caller, id: HonourId, facts: HonourFacts, revision: number) {
  const columns = await columnsOf(db, caller, facts)
  await db
    .updateTable('honours')
    .set({ ...columns, revision })
    .where('id', '=', id)
    .execute()
  await putMembers(db, caller, id, facts.members)
}
