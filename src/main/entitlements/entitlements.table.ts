import type { AccountId } from '../../shared/accounts/accounts'
import type { Day } from '../../shared/dates/add-months'
import type { TakeId, TakeKind, YearFacts } from '../../shared/entitlements/entitlements'

interface EntitlementYearsTable extends YearFacts {
  cadreKey: number
  year: number
  byId: AccountId
  at: string
  revision: number
}
interface EntitlementTakesTable {
  id: TakeId
  cadreKey: number
  year: number
  kind: TakeKind
  fromDay: Day
  toDay: Day
  days: number
  /** 1 where the days were typed and not counted. */
  typed: number
  place: string
  costFen: number | null
  overReason: string
  byId: AccountId
  at: string
}

/** What the feature keeps, by the names of its tables. */
export interface EntitlementsTables {
  entitlementYears: EntitlementYearsTable
  entitlementTakes: EntitlementTakesTable
}
const years: Record<keyof EntitlementYearsTable, 'TEXT' | 'INTEGER'> = {
  cadreKey: 'INTEGER',
  year: 'INTEGER',
  overrideDays: 'INTEGER',
  overrideReason: 'TEXT',
  carriedDays: 'INTEGER',
  personalDays: 'INTEGER',
  sickMonths: 'INTEGER',
  vacationDays: 'INTEGER',
  checkOn: 'TEXT',
  checkPlace: 'TEXT',
  checkFen: 'INTEGER',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}
const takes: Record<keyof EntitlementTakesTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  cadreKey: 'INTEGER',
  year: 'INTEGER',
  kind: 'TEXT',
  fromDay: 'TEXT',
  toDay: 'TEXT',
  days: 'INTEGER',
  typed: 'INTEGER',
  place: 'TEXT',
  costFen: 'INTEGER',
  overReason: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
}
export const entitlementsTables = { entitlementYears: years, entitlementTakes: takes }
