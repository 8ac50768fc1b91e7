import type { AccountId } from '../../shared/accounts/accounts'

export interface DraftsTable {
  accountId: AccountId
  key: string
  body: string
  savedAt: string
}

const draftsColumns: Record<keyof DraftsTable, 'TEXT'> = {
  accountId: 'TEXT',
  key: 'TEXT',
  body: 'TEXT',
  savedAt: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface DraftsTables {
  drafts: DraftsTable
}
export const draftsTables = {
  drafts: draftsColumns,
}
