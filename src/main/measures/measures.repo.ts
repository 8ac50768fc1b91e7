import type { CadreId } from '../../shared/cadres/cadres'
import type { Measure, MeasureId, MeasureKind, MeasureTalk } from '../../shared/measures/measures'
import { talkKeyOf } from '../../shared/measures/measures'
import { AppError } from '../../shared/result'
import { seenUnits } from '../cadres/cadres.repo'
import { headersOf } from '../interviews/interviews.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads } from '../store/schema'

async function visible(db: Reads, caller: Pick<Caller, 'scope'>) {
  const units = await seenUnits(db, caller.scope)
  const from = db
    .selectFrom('measures')
    .innerJoin('cadres', 'cadres.key', 'measures.cadreKey')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .innerJoin('accounts', 'accounts.id', 'measures.byId')
  return units === null ? from : from.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
}

const columns = [
  'cadres.id as cadreId',
  'cadres.name as cadreName',
  'cadres.currentPost as cadrePost',
  'units.name as unitName',
  'accounts.name as byName',
] as const

type Row = Awaited<ReturnType<typeof rowsOf>>[number]
const rowsOf = async (db: Reads, caller: Pick<Caller, 'scope'>) =>
  (await visible(db, caller)).selectAll('measures').select(columns).execute()
const toMeasure = ({ cadreKey: _key, byId: _by, at: _at, onDay, unitName, ...row }: Row): Measure => ({
  ...row,
  on: onDay,
  unitName: unitName ?? '',
})

/** The newest first. */
export async function list(
  db: Reads,
  caller: Pick<Caller, 'scope'>,
  asked: { kinds: readonly MeasureKind[]; cadreId: CadreId | null; offset: number; limit: number },
): Promise<{ rows: Measure[]; total: number }> {
  let found = await visible(db, caller)
  if (asked.kinds.length > 0) found = found.where('measures.kind', 'in', asked.kinds)
  if (asked.cadreId !== null) found = found.where('cadres.id', '=', asked.cadreId)
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('measures')
    .select(columns)
    .orderBy('measures.onDay', 'desc')
    .orderBy('measures.at', 'desc')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  return { rows: rows.map(toMeasure), total }
}

/** @throws AppError not-found also for one outside of the scope */
export async function get(db: Reads, caller: Pick<Caller, 'scope'>, id: MeasureId): Promise<Measure> {
  const row = await (await visible(db, caller))
    .selectAll('measures')
    .select(columns)
    .where('measures.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这件提醒、函询或诫勉，或不在您的查看范围内')
  return toMeasure(row)
}

/** Talks that were planned from a measure, the first one first. */
export async function talksOf(db: Reads, caller: Caller, id: MeasureId): Promise<MeasureTalk[]> {
  const rows = await db
    .selectFrom('interviews')
    .selectAll()
    .where('dueKey', '=', talkKeyOf(id))
    .where('state', '<>', 'cancelled')
    .orderBy('startsAt')
    .execute()
  return (await headersOf(db, rows, caller.id)).map(({ id: talk, state, startsAt, readable }) => ({
    id: talk,
    state,
    startsAt,
    readable,
  }))
}

/** Those that still wait for something, of people within the scope. */
export async function waiting(db: Reads, caller: Pick<Caller, 'scope'>): Promise<Measure[]> {
  const rows = await (await visible(db, caller))
    .selectAll('measures')
    .select(columns)
    .where('revokedOn', 'is', null)
    .where(where =>
      where.or([
        where.and([
          where('measures.kind', '=', '函询'),
          where.or([where('verdict', 'is', null), where('verdict', '=', '再核实')]),
        ]),
        where.and([where('measures.kind', '=', '诫勉'), where('correction', 'is', null)]),
      ]),
    )
    .execute()
  return rows.map(toMeasure)
}
