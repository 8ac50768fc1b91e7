import type { AccountId } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import type { DuplicateSureness } from '../../shared/duplicates/duplicates'

/** Which file lies in the trash because it was merged into which. Gone again when it is taken out. */
export interface MergesTable {
  goneId: CadreId
  keptId: CadreId
}

/** Pairs of which somebody has said that they are two people; `aId` is the smaller id. */
export interface DuplicateDismissalsTable {
  aId: CadreId
  bId: CadreId
  /** How sure it looked then. A pair that looks surer later is listed again. */
  sureness: DuplicateSureness
  reason: string
  at: string
  byId: AccountId
}

const mergesColumns: Record<keyof MergesTable, 'TEXT'> = { goneId: 'TEXT', keptId: 'TEXT' }
const duplicateDismissalsColumns: Record<keyof DuplicateDismissalsTable, 'TEXT'> = {
  aId: 'TEXT',
  bId: 'TEXT',
  sureness: 'TEXT',
  reason: 'TEXT',
  at: 'TEXT',
  byId: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface DuplicatesTables {
  merges: MergesTable
  duplicateDismissals: DuplicateDismissalsTable
}
export const duplicatesTables = {
  merges: mergesColumns,
  duplicateDismissals: duplicateDismissalsColumns,
}
