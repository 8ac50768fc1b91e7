import { sql } from 'kysely'
import { daysOfYear } from '../../shared/dates/year'
import {
  type Burden,
  type BurdenFacts,
  type BurdenId,
  BurdenKind,
  type UnitBurdens,
  type VersionedCap,
} from '../../shared/grassroots/burdens'
import { AppError } from '../../shared/result'
import { UnitId } from '../../shared/units/units'
import type { Caller } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'
import { listWithin } from '../units/units.repo'

type Seeing = Pick<Caller, 'scope'>

/** Ids of units within the scope; null for all. */
const seen = async (db: Reads, { scope }: Seeing): Promise<UnitId[] | null> =>
  scope === null ? null : (await listWithin(db, scope)).map(({ id }) => id)

function ofYear(db: Reads, year: number, units: readonly UnitId[] | null) {
  const [first, last] = daysOfYear(year)
  const from = db
    .selectFrom('burdens')
    .innerJoin('burdenUnits', 'burdenUnits.burdenId', 'burdens.id')
    .where('burdens.onDay', '>=', first)
    .where('burdens.onDay', '<=', last)
  return units === null ? from : from.where('burdenUnits.unitId', 'in', units)
}

/** What was sent to each unit within the scope, and month by month, where each paper or meeting counts once. */
export async function board(db: Reads, caller: Seeing, year: number) {
  const units = await seen(db, caller)
  const rows = await ofYear(db, year, units)
    .select(({ fn }) => ['burdenUnits.unitId', 'kind', fn.countAll<number>().as('count')])
    .groupBy(['burdenUnits.unitId', 'kind'])
    .execute()
  const byUnit = new Map<UnitId, UnitBurdens>()
  for (const { unitId, kind, count } of rows) {
    const known = byUnit.get(unitId) ?? { unitId, counts: BurdenKind.options.map(() => 0) }
    known.counts[BurdenKind.options.indexOf(kind)] = count
    byUnit.set(unitId, known)
  }
  const monthly = await ofYear(db, year, units)
    .select(({ fn }) => [
      'kind',
      sql<string>`substr(burdens.on_day, 6, 2)`.as('month'),
      fn.count<number>('burdens.id').distinct().as('count'),
    ])
    .groupBy(['kind', 'month'])
    .execute()
  const months = BurdenKind.options.map(kind => ({
    kind,
    counts: Array.from(
      { length: 12 },
      (_, at) => monthly.find(row => row.kind === kind && Number(row.month) === at + 1)?.count ?? 0,
    ),
  }))
  return { units: [...byUnit.values()], months }
}

async function withUnits(db: Reads, caller: Seeing, ids: readonly BurdenId[]): Promise<Burden[]> {
  if (ids.length === 0) return []
  const units = await seen(db, caller)
  const mine = units === null ? null : new Set(units)
  const rows = await db
    .selectFrom('burdens')
    .innerJoin('accounts', 'accounts.id', 'burdens.byId')
    .select(['burdens.id', 'kind', 'onDay as on', 'title', 'sender', 'burdens.revision', 'accounts.name as byName'])
    .where('burdens.id', 'in', ids)
    .orderBy('onDay', 'desc')
    .orderBy('at', 'desc')
    .orderBy('burdens.id')
    .execute()
  const sent = await db
    .selectFrom('burdenUnits')
    .innerJoin('units', 'units.id', 'burdenUnits.unitId')
    .select(['burdenId', 'unitId'])
    .where('burdenId', 'in', ids)
    .orderBy('units.position')
    .orderBy('units.name')
    .execute()
  return rows.map(row => {
    const all = sent.filter(({ burdenId }) => burdenId === row.id).map(({ unitId }) => UnitId.parse(unitId))
    const unitIds = mine === null ? all : all.filter(id => mine.has(id))
    return { ...row, unitIds, unseen: all.length - unitIds.length }
  })
}

/** The newest first. */
export async function list(
  db: Reads,
  caller: Seeing,
  asked: {
    readonly year: number
    readonly kinds: readonly BurdenKind[]
    readonly unitId: UnitId | null
    readonly offset: number
    readonly limit: number
  },
): Promise<{ rows: Burden[]; total: number }> {
  let found = ofYear(db, asked.year, await seen(db, caller))
  if (asked.kinds.length > 0) found = found.where('kind', 'in', asked.kinds)
  if (asked.unitId !== null) found = found.where('burdenUnits.unitId', '=', asked.unitId)
  const { total } = await found
    .select(({ fn }) => fn.count<number>('burdens.id').distinct().as('total'))
    .executeTakeFirstOrThrow()
  const page = await found
    .select('burdens.id')
    .groupBy('burdens.id')
    .orderBy('onDay', 'desc')
    .orderBy('at', 'desc')
    .orderBy('burdens.id')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  return {
    rows: await withUnits(
      db,
      caller,
      page.map(({ id }) => id),
    ),
    total,
  }
}

/** @throws AppError not-found also for one that was sent to no unit within the scope */
export async function get(db: Reads, caller: Seeing, id: BurdenId): Promise<Burden> {
  const [found] = await withUnits(db, caller, [id])
  if (!found || (found.unitIds.length === 0 && caller.scope !== null))
    throw new AppError('not-found', '没有这一件，或不在您的查看范围内')
  return found
}

/** The same as it was entered already, by whomever: its id, and the units that it was sent to. */
export async function findSame(db: Reads, { kind, on, title, sender }: BurdenFacts) {
  const found = await db
    .selectFrom('burdens')
    .select(['id', 'revision'])
    .where('onDay', '=', on)
    .where('kind', '=', kind)
    .where('title', '=', title)
    .where('sender', '=', sender)
    .executeTakeFirst()
  if (!found) return undefined
  const units = await db.selectFrom('burdenUnits').select('unitId').where('burdenId', '=', found.id).execute()
  return { ...found, unitIds: units.map(({ unitId }) => UnitId.parse(unitId)) }
}

export async function sendTo(db: Writes, burdenId: BurdenId, unitIds: readonly UnitId[]): Promise<void> {
  await db.deleteFrom('burdenUnits').where('burdenId', '=', burdenId).execute()
  for (const unitId of new Set(unitIds)) await db.insertInto('burdenUnits').values({ burdenId, unitId }).execute()
}

/** The newest version of each cap, the latest year first. */
export async function caps(db: Reads): Promise<VersionedCap[]> {
  const rows = await db
    .selectFrom('burdenCaps')
    .select(['kind', 'fromYear', 'version', 'cap', 'source', 'status'])
    .orderBy('fromYear', 'desc')
    .orderBy('version', 'desc')
    .execute()
  return rows.filter(
    (row, at) => rows.findIndex(each => each.kind === row.kind && each.fromYear === row.fromYear) === at,
  )
}
