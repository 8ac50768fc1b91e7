import type { Generated } from 'kysely'
import type { AccountId } from '../../shared/accounts/accounts'

export interface AccountsTable {
  id: AccountId
  login: string
  /** The login as it is compared: see `loginKey`. */
  loginKey: string
  name: string
  holder: string
  department: string
  phone: string
  /** JSON array of roles. */
  roles: string
  /** JSON array of unit ids, or null for the whole store. */
  scope: string | null
  state: 'active' | 'disabled' | 'closed'
  passwordChangedAt: string
  mustChangePassword: 0 | 1
  createdAt: string
}

export interface PasswordHistoryTable {
  seq: Generated<number>
  accountId: AccountId
  at: string
  salt: string
  digest: string
}

export interface ProposalsTable {
  id: string
  /** JSON of a ProposedChange. */
  change: string
  reason: string
  proposedBy: AccountId
  proposedAt: string
  state: 'waiting' | 'accepted' | 'rejected' | 'withdrawn'
  decidedBy: AccountId | null
  decidedAt: string | null
  decisionReason: string | null
}

const accountsColumns: Record<keyof AccountsTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  login: 'TEXT',
  loginKey: 'TEXT',
  name: 'TEXT',
  holder: 'TEXT',
  department: 'TEXT',
  phone: 'TEXT',
  roles: 'TEXT',
  scope: 'TEXT',
  state: 'TEXT',
  passwordChangedAt: 'TEXT',
  mustChangePassword: 'INTEGER',
  createdAt: 'TEXT',
}
const passwordHistoryColumns: Record<keyof PasswordHistoryTable, 'TEXT' | 'INTEGER'> = {
  seq: 'INTEGER',
  accountId: 'TEXT',
  at: 'TEXT',
  salt: 'TEXT',
  digest: 'TEXT',
}
const proposalsColumns: Record<keyof ProposalsTable, 'TEXT'> = {
  id: 'TEXT',
  change: 'TEXT',
  reason: 'TEXT',
  proposedBy: 'TEXT',
  proposedAt: 'TEXT',
  state: 'TEXT',
  decidedBy: 'TEXT',
  decidedAt: 'TEXT',
  decisionReason: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface AccountsTables {
  accounts: AccountsTable
  passwordHistory: PasswordHistoryTable
  proposals: ProposalsTable
}
export const accountsTables = {
  accounts: accountsColumns,
  passwordHistory: passwordHistoryColumns,
  proposals: proposalsColumns,
}
