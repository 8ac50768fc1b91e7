import { sql } from 'kysely'
import {
  type Entry,
  EntryId,
  type RegisterKind,
  registerKinds,
  type Situation,
} from '../../shared/care-register/care-register'
import type { RegisterFilter } from '../../shared/care-register/care-register.contract'
import { dayOf, type Stamp } from '../../shared/dates/stamps'
import { AppError } from '../../shared/result'
import { seenUnits } from '../cadres/cadres.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'

type Seer = Pick<Caller, 'scope'>

async function visible(db: Reads, caller: Seer) {
  const units = await seenUnits(db, caller.scope)
  const from = db
    .selectFrom('careEntries')
    .innerJoin('cadres', 'cadres.key', 'careEntries.cadreKey')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .leftJoin('accounts', 'accounts.id', 'careEntries.visitorId')
    .where('cadres.trashedAt', 'is', null)
  return units === null ? from : from.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
}
const columns = [
  'cadres.id as cadreId',
  'cadres.name as cadreName',
  'cadres.currentPost as cadrePost',
  'cadres.status',
  'cadres.unitId',
  'units.name as unitName',
  'accounts.name as visitorName',
] as const
/** The last day on which somebody cared for the person, on whatever occasion. */
const lastOn = sql<number | null>`(SELECT max(on_day) FROM care_records
  WHERE care_records.cadre_key = care_entries.cadre_key AND withdrawn_for IS NULL)`.as('lastOn')

type Row = Awaited<ReturnType<typeof rowsOf>>[number]
const rowsOf = async (db: Reads, caller: Seer) =>
  (await visible(db, caller)).selectAll('careEntries').select(columns).select(lastOn).execute()
const toEntry = (row: Row): Entry => ({
  id: row.id,
  cadreId: row.cadreId,
  kind: row.kind,
  from: dayOf(row.fromDay),
  until: row.untilDay === null ? null : dayOf(row.untilDay),
  situations: JSON.parse(row.situations) as Situation[],
  place: row.place,
  details: row.details,
  contact: row.contact,
  hasPhone: row.contactPhone !== '',
  visitorId: row.visitorId,
  visitor: row.visitor,
  visitorName: row.visitorName ?? row.visitor,
  cadreName: row.cadreName,
  cadrePost: row.cadrePost,
  unitId: row.unitId,
  unitName: row.unitName ?? '',
  status: row.status,
  lastOn: row.lastOn === null ? null : dayOf(row.lastOn),
  endedFor: row.endedFor,
  revision: row.revision,
})

/** By list, then those who were listed first. */
export async function list(
  db: Reads,
  caller: Seer,
  asked: RegisterFilter & {
    /** The day on which an entry is still in force or over. */
    readonly on: Stamp
    readonly offset: number
    readonly limit: number
  },
) {
  let found = await visible(db, caller)
  if (asked.cadreId !== null) found = found.where('cadres.id', '=', asked.cadreId)
  if (asked.unitId !== null) {
    const units = (await listWithin(db, [asked.unitId])).map(({ id }) => id)
    found = found.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
  }
  if (!asked.ended)
    found = found
      .where('careEntries.endedFor', 'is', null)
      .where(where =>
        where.or([where('careEntries.untilDay', 'is', null), where('careEntries.untilDay', '>=', asked.on)]),
      )
  const each = await found
    .select(['careEntries.kind', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('careEntries.kind')
    .execute()
  const counts = Object.fromEntries(registerKinds.map(kind => [kind, 0])) as Record<RegisterKind, number>
  for (const { kind, count } of each) counts[kind] = count
  const chosen: readonly RegisterKind[] = asked.kinds.length > 0 ? asked.kinds : registerKinds
  const rows = await found
    .where('careEntries.kind', 'in', chosen)
    .selectAll('careEntries')
    .select(columns)
    .select(lastOn)
    .orderBy('careEntries.kind')
    .orderBy('careEntries.fromDay')
    .orderBy('careEntries.id')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  return { rows: rows.map(toEntry), total: chosen.reduce((sum, kind) => sum + counts[kind], 0), counts }
}

/** @throws AppError not-found also for one outside of the scope */
export async function get(db: Reads, caller: Seer, id: EntryId): Promise<Entry> {
  const row = await (await visible(db, caller))
    .selectAll('careEntries')
    .select(columns)
    .select(lastOn)
    .where('careEntries.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这条名册条目，或不在您的查看范围内')
  return toEntry(row)
}
/** The telephone number alone, of an entry that `get` has found. */
export const phoneOf = async (db: Reads, id: EntryId): Promise<string> =>
  (await db.selectFrom('careEntries').select('contactPhone').where('id', '=', id).executeTakeFirstOrThrow())
    .contactPhone
