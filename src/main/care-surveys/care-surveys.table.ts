import type { AccountId } from '../../shared/accounts/accounts'
import type { UnitId } from '../../shared/units/units'

interface CareSurveyFormsTable {
  version: number
  fromYear: number
  /** JSON of a SurveyForm. */
  body: string
  changedAt: string
  changedBy: AccountId
  reason: string
}
interface CareSurveyTotalsTable {
  year: number
  unitId: UnitId
  /** JSON of SurveyTotals. */
  totals: string
  byId: AccountId
  at: string
  revision: number
}

type Kinds = 'TEXT' | 'INTEGER'
const careSurveyFormsColumns: Record<keyof CareSurveyFormsTable, Kinds> = {
  version: 'INTEGER',
  fromYear: 'INTEGER',
  body: 'TEXT',
  changedAt: 'TEXT',
  changedBy: 'TEXT',
  reason: 'TEXT',
}
const careSurveyTotalsColumns: Record<keyof CareSurveyTotalsTable, Kinds> = {
  year: 'INTEGER',
  unitId: 'TEXT',
  totals: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}

/** What the feature keeps, by the names of its tables. */
export interface CareSurveysTables {
  careSurveyForms: CareSurveyFormsTable
  careSurveyTotals: CareSurveyTotalsTable
}
export const careSurveysTables = {
  careSurveyForms: careSurveyFormsColumns,
  careSurveyTotals: careSurveyTotalsColumns,
}
