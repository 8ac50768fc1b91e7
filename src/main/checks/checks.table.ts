import type { AccountId } from '../../shared/accounts/accounts'

/** When a file was last checked and how many findings stand open. There is none for a file that changed since. */
export interface CadreChecksTable {
  key: number
  checkedOn: string
  certain: number
  likely: number
  look: number
  dismissed: number
}

/** What the rules found in a file, made from the file. */
export interface CadreFindingsTable {
  key: number
  place: number
  rule: string
  sureness: 'certain' | 'likely' | 'look'
  /** JSON array of field paths. */
  fields: string
  message: string
  fingerprint: string
  dismissalId: string | null
}

/** What somebody put aside. It stays when it was taken back, with who did that. */
export interface FindingDismissalsTable {
  id: string
  key: number
  rule: string
  fingerprint: string
  reason: string
  byId: AccountId
  at: string
  undoneAt: string | null
  undoneById: AccountId | null
}

export const cadreChecksColumns: Record<keyof CadreChecksTable, 'TEXT' | 'INTEGER'> = {
  key: 'INTEGER',
  checkedOn: 'TEXT',
  certain: 'INTEGER',
  likely: 'INTEGER',
  look: 'INTEGER',
  dismissed: 'INTEGER',
}
export const cadreFindingsColumns: Record<keyof CadreFindingsTable, 'TEXT' | 'INTEGER'> = {
  key: 'INTEGER',
  place: 'INTEGER',
  rule: 'TEXT',
  sureness: 'TEXT',
  fields: 'TEXT',
  message: 'TEXT',
  fingerprint: 'TEXT',
  dismissalId: 'TEXT',
}
const findingDismissalsColumns: Record<keyof FindingDismissalsTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  key: 'INTEGER',
  rule: 'TEXT',
  fingerprint: 'TEXT',
  reason: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  undoneAt: 'TEXT',
  undoneById: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface ChecksTables {
  cadreChecks: CadreChecksTable
  cadreFindings: CadreFindingsTable
  findingDismissals: FindingDismissalsTable
}
export const checksTables = {
  cadreChecks: cadreChecksColumns,
  cadreFindings: cadreFindingsColumns,
  findingDismissals: findingDismissalsColumns,
}
