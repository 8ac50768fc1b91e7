import { sql } from 'kysely'
import type { CadreId } from '../../shared/cadres/cadres'
import type { Batch, BatchId, Visit } from '../../shared/care-batches/care-batches'
import { AppError } from '../../shared/result'
import { seenUnits } from '../cadres/cadres.repo'
import { keyPair, type MoveTo, moveCells } from '../cadres/moving'
import type { Caller } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'
import type { CareBatchesTables } from './care-batches.table'

type Seer = Pick<Caller, 'scope'>
export type VisitRow = CareBatchesTables['careBatchVisits']

const sums = [
  sql<number>`(SELECT count(*) FROM care_batch_visits WHERE batch_id = care_batches.id)`.as('people'),
  sql<number>`(SELECT count(*) FROM care_batch_visits WHERE batch_id = care_batches.id AND result = '已走访')`.as(
    'visited',
  ),
  sql<number>`(SELECT coalesce(sum(planned_fen), 0) FROM care_batch_visits WHERE batch_id = care_batches.id)`.as(
    'plannedFen',
  ),
  sql<number>`(SELECT coalesce(sum(given_fen), 0) FROM care_batch_visits WHERE batch_id = care_batches.id)`.as(
    'givenFen',
  ),
] as const
const batches = (db: Reads) =>
  db
    .selectFrom('careBatches')
    .innerJoin('accounts', 'accounts.id', 'careBatches.byId')
    .selectAll('careBatches')
    .select('accounts.name as byName')
    .select(sums)
type Row = Awaited<ReturnType<typeof rowsOf>>[number]
const rowsOf = (db: Reads) => batches(db).execute()
const toBatch = ({ fromDay, toDay, byId: _by, at: _at, ...row }: Row): Batch => ({ ...row, from: fromDay, to: toDay })

/** The newest first. A batch bears no names, so that everyone who may read care sees that it is there. */
export const list = async (db: Reads): Promise<Batch[]> =>
  (await batches(db).orderBy('careBatches.fromDay', 'desc').orderBy('careBatches.at', 'desc').execute()).map(toBatch)

export async function get(db: Reads, id: BatchId): Promise<Batch> {
  const row = await batches(db).where('careBatches.id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这次走访慰问')
  return toBatch(row)
}

export interface KeyedVisit extends Visit {
  readonly key: number
  readonly recordId: string | null
}
/** Within the scope, in the order of the visits. */
export async function visitsOf(db: Reads, { scope }: Seer, id: BatchId): Promise<KeyedVisit[]> {
  const units = await seenUnits(db, scope)
  let found = db
    .selectFrom('careBatchVisits')
    .innerJoin('cadres', 'cadres.key', 'careBatchVisits.cadreKey')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .selectAll('careBatchVisits')
    .select(['cadres.id as cadreId', 'cadres.name', 'cadres.currentPost as post', 'units.name as unitName'])
    .where('batchId', '=', id)
  if (units !== null) found = found.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
  const rows = await found.orderBy('position').execute()
  return rows.map(({ batchId: _batch, cadreKey, position: _position, unitName, ...row }) => ({
    ...row,
    key: cadreKey,
    unitName: unitName ?? '',
  }))
}

/** Ids of the records of a batch that somebody corrected or withdrew one by one since it ended. */
export async function correctedOf(db: Reads, id: BatchId): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('careBatchVisits')
    .innerJoin('careRecords', join => join.on(sql<boolean>`care_records.id = care_batch_visits.record_id`))
    .select('careBatchVisits.recordId')
    .where('careBatchVisits.batchId', '=', id)
    .where('careRecords.revision', '>', 1)
    .execute()
  return new Set(rows.flatMap(({ recordId }) => recordId ?? []))
}

/** Keys of people within the scope, none in the trash. @throws AppError not-found for anybody else */
export async function keysOf(db: Reads, { scope }: Seer, ids: readonly CadreId[]): Promise<Map<CadreId, number>> {
  const units = await seenUnits(db, scope)
  let found = db
    .selectFrom('cadres')
    .select(['id', 'key'])
    .where('trashedAt', 'is', null)
    .where('id', 'in', sql<CadreId>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
  if (units !== null) found = found.where('unitId', 'in', units.length > 0 ? units : [''])
  const keys = new Map((await found.execute()).map(({ id, key }) => [id, key]))
  if (keys.size < new Set(ids).size) throw new AppError('not-found', '名单里有人不在您的查看范围内，或者档案在回收站里')
  return keys
}

export const putBatch = (db: Writes, row: CareBatchesTables['careBatches']) =>
  db
    .insertInto('careBatches')
    .values(row)
    .onConflict(conflict => conflict.column('id').doUpdateSet(row))
    .execute()
export const change = (db: Writes, id: BatchId, set: Partial<CareBatchesTables['careBatches']>) =>
  db.updateTable('careBatches').set(set).where('id', '=', id).execute()
export const remove = (db: Writes, id: BatchId) => db.deleteFrom('careBatches').where('id', '=', id).execute()

export const putVisit = (db: Writes, row: VisitRow) =>
  db
    .insertInto('careBatchVisits')
    .values(row)
    .onConflict(conflict => conflict.columns(['batchId', 'cadreKey']).doUpdateSet(row))
    .execute()
export const changeVisit = (db: Writes, id: BatchId, key: number, set: Partial<VisitRow>) =>
  db.updateTable('careBatchVisits').set(set).where('batchId', '=', id).where('cadreKey', '=', key).execute()
export const dropVisits = (db: Writes, id: BatchId, keys: readonly number[]) =>
  db
    .deleteFrom('careBatchVisits')
    .where('batchId', '=', id)
    .where('cadreKey', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(keys)}))`)
    .execute()

/** Rows of one person to another when their files are merged, and back. A batch that has both keeps both. */
export const moveTo: MoveTo = async (db, from, to, only) =>
  moveCells(db, 'careBatchVisits', await keyPair(db, from, to), only)
