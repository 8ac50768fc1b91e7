import type { Evidence, EvidenceId } from '../../shared/care-measures/care-measures'
import type { CareMeasureKey } from '../../shared/care-measures/measures.data'
import { Day } from '../../shared/dates/add-months'
import { AppError } from '../../shared/result'
import type { Caller } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'

type Seeing = Pick<Caller, 'scope'>

/** What was done at units within the scope, and what belongs to no unit. */
async function visible(db: Reads, { scope }: Seeing) {
  const from = db.selectFrom('careMeasureEvidence')
  if (scope === null) return from
  const units = (await listWithin(db, scope)).map(({ id }) => id)
  return from.where(where => where.or([where('unitId', 'is', null), where('unitId', 'in', units)]))
}

const rowsOf = async (db: Reads, caller: Seeing) =>
  (await visible(db, caller))
    .innerJoin('accounts', 'accounts.id', 'careMeasureEvidence.byId')
    .leftJoin('units', 'units.id', 'careMeasureEvidence.unitId')
    .select([
      'careMeasureEvidence.id',
      'measureKey as key',
      'onDay as on',
      'what',
      'people',
      'careMeasureEvidence.unitId',
      'careMeasureEvidence.revision',
      'accounts.name as byName',
      'units.name as unitName',
    ])

/** What was done for a measure between two days, both in, the newest first. */
export async function list(
  db: Reads,
  caller: Seeing,
  key: CareMeasureKey,
  [from, to]: readonly [Day, Day],
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ rows: Evidence[]; total: number }> {
  const { total } = await (await visible(db, caller))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('measureKey', '=', key)
    .where('onDay', '>=', from)
    .where('onDay', '<=', to)
    .executeTakeFirstOrThrow()
  const rows = await (await rowsOf(db, caller))
    .where('measureKey', '=', key)
    .where('onDay', '>=', from)
    .where('onDay', '<=', to)
    .orderBy('onDay', 'desc')
    .orderBy('careMeasureEvidence.at', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return { rows: rows.map(row => ({ ...row, unitName: row.unitName ?? '' })), total }
}

/** @throws AppError not-found also for what belongs to a unit outside of the scope */
export async function get(db: Reads, caller: Seeing, id: EvidenceId): Promise<Evidence> {
  const row = await (await rowsOf(db, caller)).where('careMeasureEvidence.id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这条落实情况，或不在您的查看范围内')
  return { ...row, unitName: row.unitName ?? '' }
}

/** What was done between two days, both in, measure by measure. */
export async function sums(db: Reads, caller: Seeing, [from, to]: readonly [Day, Day]) {
  const rows = await (await visible(db, caller))
    .select(({ fn }) => [
      'measureKey' as const,
      fn.countAll<number>().as('count'),
      fn.sum<number>('people').as('people'),
      fn.max<string>('onDay').as('lastOn'),
    ])
    .where('onDay', '>=', from)
    .where('onDay', '<=', to)
    .groupBy('measureKey')
    .execute()
  return new Map(
    rows.map(({ measureKey, lastOn, ...sum }) => [measureKey, { ...sum, lastOn: Day.parse(lastOn) }] as const),
  )
}
