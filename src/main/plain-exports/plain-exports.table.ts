import type { AccountId } from '../../shared/accounts/accounts'
import type { PlainExportId, PlainState } from '../../shared/plain-exports/plain-exports'

interface PlainExportsTable {
  id: PlainExportId
  state: PlainState
  askedBy: AccountId
  askedAt: string
  reason: string
  decidedBy: AccountId | null
  decidedAt: string | null
  decision: string
  doneAt: string | null
}
const plainExportsColumns: Record<keyof PlainExportsTable, 'TEXT'> = {
  id: 'TEXT',
  state: 'TEXT',
  askedBy: 'TEXT',
  askedAt: 'TEXT',
  reason: 'TEXT',
  decidedBy: 'TEXT',
  decidedAt: 'TEXT',
  decision: 'TEXT',
  doneAt: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface PlainExportsTables {
  plainExports: PlainExportsTable
}
export const plainExportsTables = { plainExports: plainExportsColumns }
