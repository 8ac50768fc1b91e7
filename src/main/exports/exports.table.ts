import type { AccountId } from '../../shared/accounts/accounts'
import type { ExportId, ExportKind, ExportOutcome } from '../../shared/exports/exports'

/** The register of everything that left. Only how it ended is filled in later; nothing is ever taken out. */
export interface ExportsTable {
  id: ExportId
  year: number
  number: number
  kind: ExportKind
  people: number
  mark: string
  reason: string
  recipient: string
  /** JSON array of fields. */
  sensitive: string
  namePattern: string
  byId: AccountId
  at: string
  endedAt: string | null
  outcome: ExportOutcome | null
  written: number | null
}

const exportsColumns: Record<keyof ExportsTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  year: 'INTEGER',
  number: 'INTEGER',
  kind: 'TEXT',
  people: 'INTEGER',
  mark: 'TEXT',
  reason: 'TEXT',
  recipient: 'TEXT',
  sensitive: 'TEXT',
  namePattern: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  endedAt: 'TEXT',
  outcome: 'TEXT',
  written: 'INTEGER',
}

/** What the feature keeps, by the names of its tables. */
export interface ExportsTables {
  exports: ExportsTable
}
export const exportsTables = {
  exports: exportsColumns,
}
