import type { Scope } from '../../shared/accounts/accounts'
import { SurveyForm, SurveyTotals } from '../../shared/care-surveys/care-surveys'
import type { UnitId } from '../../shared/units/units'
import { seenUnits } from '../cadres/cadres.repo'
import type { Reads } from '../store/schema'

/** What the unit asks from which year on, in the order of years; of two that share a year the later one. */
export async function forms(db: Reads): Promise<SurveyForm[]> {
  const rows = await db.selectFrom('careSurveyForms').select('body').orderBy('fromYear').orderBy('version').execute()
  return rows.map(({ body }) => SurveyForm.parse(JSON.parse(body)))
}
export async function latestVersion(db: Reads): Promise<number> {
  const newest = await db
    .selectFrom('careSurveyForms')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst()
  return newest?.version ?? 0
}

export const enteredYears = async (db: Reads): Promise<number[]> =>
  (await db.selectFrom('careSurveyTotals').select('year').distinct().orderBy('year').execute()).map(({ year }) => year)

export interface Entered {
  readonly year: number
  readonly unitId: UnitId
  readonly totals: SurveyTotals
  readonly revision: number
}
/** What was entered for the units within the scope. */
export async function entered(db: Reads, scope: Scope, year: number): Promise<Entered[]> {
  const units = await seenUnits(db, scope)
  let rows = db.selectFrom('careSurveyTotals').select(['year', 'unitId', 'totals', 'revision']).where('year', '=', year)
  if (units !== null) rows = rows.where('unitId', 'in', (units.length > 0 ? units : ['']) as UnitId[])
  return (await rows.execute()).map(row => ({ ...row, totals: SurveyTotals.parse(JSON.parse(row.totals)) }))
}
