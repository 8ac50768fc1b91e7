import { sql } from 'kysely'
import type { CadreId } from '../../shared/cadres/cadres'
import { type Day, daysOf } from '../../shared/dates/add-months'
import { dayOf, stampOf } from '../../shared/dates/stamps'
import type { Honour, HonourFacts, HonourFilter, HonourId, HonourMember } from '../../shared/honours/honours'
import { AppError } from '../../shared/result'
import { seenUnits } from '../cadres/cadres.repo'
import { keyOf } from '../care-records/care-records.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'
import { listWithin } from '../units/units.repo'

type Seer = Pick<Caller, 'scope'>
const dayOrNull = (stamp: number | null): Day | null => (stamp === null ? null : dayOf(stamp))

/** Rows of the register within the scope: a person's by the file's unit, a team's and a unit's by their own. */
async function visible(db: Reads, caller: Seer) {
  const units = await seenUnits(db, caller.scope)
  const from = db
    .selectFrom('honours')
    .leftJoin('cadres', 'cadres.key', 'honours.cadreKey')
    .leftJoin('units', 'units.id', 'honours.unitId')
    .where('honours.removedFor', 'is', null)
    .where('cadres.trashedAt', 'is', null)
  if (units === null) return from
  const seen = units.length > 0 ? units : ['']
  return from.where(where =>
    where.or([
      where('cadres.unitId', 'in', seen),
      where.and([where('honours.cadreKey', 'is', null), where('honours.unitId', 'in', seen)]),
    ]),
  )
}
type Found = Awaited<ReturnType<typeof visible>>

const whole = (found: Found) =>
  found
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
    const list = members.get(honourId) ?? []
    list.push({ cadreId, name: cadreName ?? name, part })
    members.set(honourId, list)
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

/** A person's own honours and those of teams that the person belonged to. */
const ofPerson = (cadreId: CadreId) => sql<boolean>`EXISTS (SELECT 1 FROM cadres AS person WHERE person.id = ${cadreId}
  AND (person.key = honours.cadre_key OR EXISTS (SELECT 1 FROM honour_members
    WHERE honour_id = honours.id AND honour_members.cadre_key = person.key)))`

/** What a filter leaves of the rows within the scope. */
async function filtered(db: Reads, caller: Seer, filter: HonourFilter): Promise<Found> {
  let found = await visible(db, caller)
  if (filter.holders.length > 0) found = found.where('honours.holder', 'in', filter.holders)
  if (filter.kinds.length > 0) found = found.where('honours.kind', 'in', filter.kinds)
  if (filter.levels.length > 0) found = found.where('honours.level', 'in', filter.levels)
  if (filter.years.length > 0) found = found.where('honours.year', 'in', filter.years)
  if (filter.unitId !== null) {
    const below = (await listWithin(db, [filter.unitId])).map(({ id }) => id)
    found = found.where('honours.unitId', 'in', below.length > 0 ? below : [''])
  }
  if (filter.cadreId !== null) found = found.where(ofPerson(filter.cadreId))
  if (filter.campaignId !== null) found = found.where('honours.campaignId', '=', filter.campaignId)
  if (filter.unverified) found = found.where('honours.verifiedOn', 'is', null)
  if (!filter.revoked) found = found.where('honours.revokedOn', 'is', null)
  if (filter.text !== '') {
    const like = `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%`
    found =
      found.where(sql<boolean>`(honours.name LIKE ${like} ESCAPE '\\' OR honours.holder_name LIKE ${like} ESCAPE '\\'
      OR cadres.name LIKE ${like} ESCAPE '\\' OR honours.document_no LIKE ${like} ESCAPE '\\'
      OR honours.certificate_no LIKE ${like} ESCAPE '\\')`)
  }
  return found
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

/** @throws AppError not-found also for one outside of the scope */
export async function get(db: Reads, caller: Seer, id: HonourId): Promise<Honour> {
  const rows = await whole((await visible(db, caller)).where('honours.id', '=', id)).execute()
  const [honour] = await withMembers(db, rows)
  if (!honour) throw new AppError('not-found', '没有这项荣誉，或不在您的查看范围内')
  return honour
}

/** The facts as columns. Every person named must lie within the scope. */
async function columnsOf(db: Reads, caller: Seer, facts: HonourFacts) {
  const { cadreId, members: _members, on, handedOn, posthumous, ...rest } = facts
  return {
    ...rest,
    cadreKey: cadreId === null ? null : await keyOf(db, caller, cadreId),
    onDate: on,
    onFirst: stampOf(daysOf(on).earliest),
    year: Number(on.slice(0, 4)),
    handedOn: handedOn === null ? null : stampOf(handedOn),
    posthumous: posthumous ? 1 : 0,
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
}
/** A new row. The facts must have passed `holderRefusal`. */
export async function insert(db: Writes, id: HonourId, facts: HonourFacts, { caller, at, campaignId }: By) {
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
