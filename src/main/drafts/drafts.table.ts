import type { AccountId } from '../../shared/accounts/accounts'

export interface DraftsTable {
  accountId: AccountId
  key: string
  body: string
  savedAt: string
}

export const draftsColumns: Record<keyof DraftsTable, 'TEXT'> = {
  accountId: 'TEXT',
  key: 'TEXT',
  body: 'TEXT',
  savedAt: 'TEXT',
}
