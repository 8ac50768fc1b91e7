import { sql } from 'kysely'
import type { AccountId } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import {
  type CareRecord,
  type CareRecordFacts,
  CareRecordId,
  type LifeEvent,
  type LifeEventFacts,
  LifeEventId,
} from '../../shared/care-records/care-records'
import type { CareRecordFilter } from '../../shared/care-records/care-records.contract'
import { daysOf } from '../../shared/dates/add-months'
import { dayOf, dayOrNull, stampOf, stampOrNull } from '../../shared/dates/stamps'
import { AppError } from '../../shared/result'
import { keyOf, seenUnits } from '../cadres/cadres.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'
import { listWithin } from '../units/units.repo'

type Seer = Pick<Caller, 'scope'>
interface By {
  readonly id: AccountId
  readonly at: string
}

const events = (db: Reads) =>
  db.selectFrom('lifeEvents').innerJoin('cadres', 'cadres.key', 'lifeEvents.cadreKey').select('cadres.id as cadreId')
type EventRow = Awaited<ReturnType<typeof eventRows>>[number]
const eventRows = (db: Reads) => events(db).selectAll('lifeEvents').execute()
const toEvent = ({ id, cadreId, kind, whom, onDate, untilDay, need, revision }: EventRow): LifeEvent => ({
  id,
  cadreId,
  kind,
  whom,
  on: onDate,
  until: dayOrNull(untilDay),
  need,
  revision,
})

/** The latest first. */
export async function eventsOf(db: Reads, caller: Seer, cadreId: CadreId): Promise<LifeEvent[]> {
  const key = await keyOf(db, caller, cadreId)
  const rows = await events(db).selectAll('lifeEvents').where('cadreKey', '=', key).orderBy('last', 'desc').execute()
  return rows.map(toEvent)
}

export async function getEvent(db: Reads, caller: Seer, id: LifeEventId): Promise<LifeEvent> {
  const row = await events(db).selectAll('lifeEvents').where('lifeEvents.id', '=', id).executeTakeFirst()
  if (row) await keyOf(db, caller, row.cadreId)
  else throw new AppError('not-found', '没有这条生活事件，或不在您的查看范围内')
  return toEvent(row)
}

const eventValues = ({ kind, whom, on, until, need }: LifeEventFacts) => {
  const { earliest, latest } = daysOf(on)
  return { kind, whom, onDate: on, first: stampOf(earliest), last: stampOf(latest), untilDay: stampOrNull(until), need }
}
export async function addEvent(
  db: Writes,
  caller: Seer,
  id: string,
  facts: LifeEventFacts,
  by: By,
): Promise<LifeEvent> {
  const cadreKey = await keyOf(db, caller, facts.cadreId)
  const event = LifeEventId.parse(id)
  await db
    .insertInto('lifeEvents')
    .values({ id: event, cadreKey, ...eventValues(facts), byId: by.id, at: by.at, revision: 1 })
    .execute()
  return { ...facts, id: event, revision: 1 }
}
export async function updateEvent(db: Writes, { id, revision }: LifeEvent, facts: LifeEventFacts): Promise<LifeEvent> {
  await db
    .updateTable('lifeEvents')
    .set({ ...eventValues(facts), revision: revision + 1 })
    .where('id', '=', id)
    .execute()
  return { ...facts, id, revision: revision + 1 }
}
export const removeEvent = (db: Writes, id: LifeEventId) => db.deleteFrom('lifeEvents').where('id', '=', id).execute()

async function visible(db: Reads, caller: Seer) {
  const units = await seenUnits(db, caller.scope)
  const from = db
    .selectFrom('careRecords')
    .innerJoin('cadres', 'cadres.key', 'careRecords.cadreKey')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .innerJoin('accounts', 'accounts.id', 'careRecords.byId')
  return units === null ? from : from.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
}
const columns = [
  'cadres.id as cadreId',
  'cadres.name as cadreName',
  'cadres.currentPost as cadrePost',
  'units.name as unitName',
  'accounts.name as byName',
] as const
type RecordRow = Awaited<ReturnType<typeof recordRows>>[number]
const recordRows = async (db: Reads, caller: Seer) =>
  (await visible(db, caller)).selectAll('careRecords').select(columns).execute()
const toRecord = ({ cadreKey: _key, byId: _by, at: _at, onDay, nextOn, attachments, unitName, ...row }: RecordRow) => ({
  ...row,
  on: dayOf(onDay),
  nextOn: dayOrNull(nextOn),
  attachments: JSON.parse(attachments) as string[],
  unitName: unitName ?? '',
})

async function asked(db: Reads, caller: Seer, { cadreId, unitId, from, to, occasions, dimensions }: CareRecordFilter) {
  let found = await visible(db, caller)
  if (cadreId !== null) found = found.where('cadres.id', '=', cadreId)
  if (unitId !== null) {
    const units = (await listWithin(db, [unitId])).map(({ id }) => id)
    found = found.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
  }
  if (from !== null) found = found.where('careRecords.onDay', '>=', stampOf(from))
  if (to !== null) found = found.where('careRecords.onDay', '<=', stampOf(to))
  if (occasions.length > 0) found = found.where('careRecords.occasion', 'in', occasions)
  if (dimensions.length > 0) found = found.where('careRecords.dimension', 'in', dimensions)
  return found
}

/** The latest first, with the sum of what counts. */
export async function list(
  db: Reads,
  caller: Seer,
  { offset, limit, ...what }: CareRecordFilter & { offset: number; limit: number },
) {
  const found = await asked(db, caller, what)
  const figures = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .select(sql<number>`coalesce(sum(iif(withdrawn_for IS NULL, money_fen, 0)), 0)`.as('moneyFen'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('careRecords')
    .select(columns)
    .orderBy('careRecords.onDay', 'desc')
    .orderBy('careRecords.at', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return { rows: rows.map(toRecord), ...figures }
}

export async function get(db: Reads, caller: Seer, id: CareRecordId): Promise<CareRecord> {
  const row = await (await visible(db, caller))
    .selectAll('careRecords')
    .select(columns)
    .where('careRecords.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这条关爱记录，或不在您的查看范围内')
  const { cadreName: _name, cadrePost: _post, unitName: _unit, byName: _by, ...record } = toRecord(row)
  return record
}

const recordValues = ({ cadreId: _cadre, on, nextOn, attachments, ...facts }: CareRecordFacts) => ({
  ...facts,
  onDay: stampOf(on),
  nextOn: stampOrNull(nextOn),
  attachments: JSON.stringify(attachments),
})
/** Keeps one record of what was done. @param by with the batch that it was entered with, or the case of need whose aid it is */
export async function add(
  db: Writes,
  caller: Seer,
  id: string,
  facts: CareRecordFacts,
  by: By & { readonly batchId: string | null; readonly hardshipId?: string },
): Promise<CareRecord> {
  const cadreKey = await keyOf(db, caller, facts.cadreId)
  const record = CareRecordId.parse(id)
  await db
    .insertInto('careRecords')
    .values({
      id: record,
      cadreKey,
      ...recordValues(facts),
      batchId: by.batchId,
      hardshipId: by.hardshipId ?? null,
      withdrawnFor: null,
      byId: by.id,
      at: by.at,
      revision: 1,
    })
    .execute()
  const { batchId, hardshipId = null } = by
  return { ...facts, id: record, batchId, hardshipId, withdrawnFor: null, revision: 1 }
}
export async function update(db: Writes, record: CareRecord, facts: CareRecordFacts): Promise<CareRecord> {
  const revision = record.revision + 1
  await db
    .updateTable('careRecords')
    .set({ ...recordValues(facts), revision })
    .where('id', '=', record.id)
    .execute()
  return { ...record, ...facts, revision }
}
export async function withdraw(db: Writes, record: CareRecord, reason: string): Promise<CareRecord> {
  const revision = record.revision + 1
  await db.updateTable('careRecords').set({ withdrawnFor: reason, revision }).where('id', '=', record.id).execute()
  return { ...record, withdrawnFor: reason, revision }
}
