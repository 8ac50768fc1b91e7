import type { AccountId } from '../../shared/accounts/accounts'

export interface HolidayYearsTable {
  year: number
  version: number
  /** JSON of a HolidayYear; null where the year was taken out again. */
  body: string | null
  changedAt: string
  changedBy: AccountId
  reason: string
}

const holidayYearsColumns: Record<keyof HolidayYearsTable, 'TEXT' | 'INTEGER'> = {
  year: 'INTEGER',
  version: 'INTEGER',
  body: 'TEXT',
  changedAt: 'TEXT',
  changedBy: 'TEXT',
  reason: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface HolidaysTables {
  holidayYears: HolidayYearsTable
}
export const holidaysTables = {
  holidayYears: holidayYearsColumns,
}
