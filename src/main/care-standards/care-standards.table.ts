import type { AccountId } from '../../shared/accounts/accounts'
import type { Occasion } from '../../shared/care-standards/care-standards'

interface CareStandardsTable {
  occasion: Occasion
  version: number
  /** JSON of a CareStandard. */
  body: string
  changedAt: string
  changedBy: AccountId
  reason: string
}

/** What the feature keeps, by the names of its tables. */
export interface CareStandardsTables {
  careStandards: CareStandardsTable
}
const columns: Record<keyof CareStandardsTable, 'TEXT' | 'INTEGER'> = {
  occasion: 'TEXT',
  version: 'INTEGER',
  body: 'TEXT',
  changedAt: 'TEXT',
  changedBy: 'TEXT',
  reason: 'TEXT',
}
export const careStandardsTables = { careStandards: columns }
