import type { CadreId } from '../../shared/cadres/cadres'
import { starredIdNumber } from '../../shared/cadres/starred'
import { PartialDate } from '../../shared/dates/partial-date'
import type { DuplicatePerson } from '../../shared/duplicates/duplicates'
import type { Reads } from '../store/schema'

/** What is shown of some files when they are told apart. */
export async function peopleOf(db: Reads, ids: readonly CadreId[]): Promise<Map<CadreId, DuplicatePerson>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('cadres')
    .innerJoin('cadreFacts', 'cadreFacts.key', 'cadres.key')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .leftJoin('photos', join => join.onRef('photos.cadreId', '=', 'cadres.id').on('photos.shown', '=', 1))
    .where('cadres.id', 'in', ids)
    .select(['cadres.id', 'cadres.name', 'cadres.sex', 'cadres.birth', 'cadres.idNumber', 'cadres.currentPost'])
    .select(['units.name as unitName', 'photos.id as photo', 'cadreFacts.completeness'])
    .execute()
  const steps = await db
    .selectFrom('cadreChanges')
    .where('cadreId', 'in', ids)
    .groupBy('cadreId')
    .select(({ fn }) => ['cadreId', fn.countAll<number>().as('steps'), fn.max('at').as('changedAt')] as const)
    .execute()
  const history = new Map(steps.map(row => [row.cadreId, row]))
  return new Map(
    rows.map(({ idNumber, birth, unitName, ...row }) => [
      row.id,
      {
        ...row,
        birth: birth === null ? null : PartialDate.parse(birth),
        idNumber: starredIdNumber(idNumber),
        unitName: unitName ?? '',
        changedAt: history.get(row.id)?.changedAt ?? new Date(0).toISOString(),
        steps: history.get(row.id)?.steps ?? 0,
      },
    ]),
  )
}
