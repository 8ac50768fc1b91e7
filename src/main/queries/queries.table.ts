import type { AccountId } from '../../shared/accounts/accounts'
import type { QueryId } from '../../shared/queries/queries'

export interface QueriesTable {
  id: QueryId
  ownerId: AccountId
  name: string
  shared: 0 | 1
  /** JSON of a QueryTree. */
  tree: string
  /** The day on which ages and years are reckoned; null for the day it is asked. */
  reckonOn: string | null
  changedAt: string
}

const queriesColumns: Record<keyof QueriesTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  ownerId: 'TEXT',
  name: 'TEXT',
  shared: 'INTEGER',
  tree: 'TEXT',
  reckonOn: 'TEXT',
  changedAt: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface QueriesTables {
  queries: QueriesTable
}
export const queriesTables = {
  queries: queriesColumns,
}
