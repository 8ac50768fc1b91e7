import {
  type Account,
  type AccountId,
  type NewAccount,
  type Proposal,
  ProposedChange,
  RoleName,
  Scope,
} from '../../shared/accounts/accounts'
import { loginKey } from '../../shared/accounts/accounts.rules'
import { AppError } from '../../shared/result'
import type { Reads, Writes } from '../store/schema'
import type { AccountsTable, ProposalsTable } from './accounts.table'

/** Accounts as they stand, closed ones left out. Who is locked out by failed tries is not in the store: see `Tries`. */
export type StoredAccount = Omit<Account, 'lockedOut'>

const toAccount = (row: AccountsTable): StoredAccount => ({
  id: row.id,
  login: row.login,
  name: row.name,
  holder: row.holder,
  department: row.department,
  roles: RoleName.array().parse(JSON.parse(row.roles)),
  scope: Scope.parse(row.scope === null ? null : JSON.parse(row.scope)),
  state: row.state === 'active' ? 'active' : 'disabled',
  hasPhone: row.phone !== '',
  passwordChangedAt: row.passwordChangedAt,
  mustChangePassword: row.mustChangePassword === 1,
  createdAt: row.createdAt,
})

export async function list(db: Reads): Promise<StoredAccount[]> {
  const rows = await db.selectFrom('accounts').selectAll().where('state', '!=', 'closed').orderBy('createdAt').execute()
  return rows.map(toAccount)
}

export async function get(db: Reads, id: AccountId): Promise<StoredAccount> {
  const row = await db
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', id)
    .where('state', '!=', 'closed')
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这个账户')
  return toAccount(row)
}

export async function phoneOf(db: Reads, id: AccountId): Promise<string> {
  const row = await db.selectFrom('accounts').select('phone').where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这个账户')
  return row.phone
}

/** Names of all accounts that ever were, for the audit page. */
export async function names(db: Reads): Promise<Map<string, string>> {
  const rows = await db.selectFrom('accounts').select(['id', 'name']).execute()
  return new Map(rows.map(row => [row.id, row.name]))
}

export async function insert(
  db: Writes,
  id: AccountId,
  account: NewAccount,
  { at, mustChangePassword }: { at: string; mustChangePassword: boolean },
): Promise<void> {
  const { roles, scope, ...rest } = account
  await db
    .insertInto('accounts')
    .values({
      ...rest,
      id,
      loginKey: loginKey(account.login),
      roles: JSON.stringify(roles),
      scope: scope === null ? null : JSON.stringify(scope),
      state: 'active',
      passwordChangedAt: at,
      mustChangePassword: mustChangePassword ? 1 : 0,
      createdAt: at,
    })
    .execute()
}

export async function setState(db: Writes, id: AccountId, state: AccountsTable['state']): Promise<void> {
  await db.updateTable('accounts').set({ state }).where('id', '=', id).execute()
}

/** A closed account keeps its row for the audit's names; its login becomes free. */
export async function close(db: Writes, id: AccountId): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ state: 'closed', loginKey: `closed:${id}`, phone: '' })
    .where('id', '=', id)
    .execute()
  await db.deleteFrom('passwordHistory').where('accountId', '=', id).execute()
  await db.deleteFrom('drafts').where('accountId', '=', id).execute()
}

export async function setRoles(db: Writes, id: AccountId, roles: readonly RoleName[], scope: Scope): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ roles: JSON.stringify(roles), scope: scope === null ? null : JSON.stringify(scope) })
    .where('id', '=', id)
    .execute()
}

export async function setPassword(db: Writes, id: AccountId, at: string, mustChange: boolean): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ passwordChangedAt: at, mustChangePassword: mustChange ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

const toProposal = (row: ProposalsTable, known: Map<string, string>): Proposal => ({
  id: row.id,
  change: ProposedChange.parse(JSON.parse(row.change)),
  reason: row.reason,
  proposedBy: row.proposedBy,
  proposedByName: known.get(row.proposedBy) ?? '',
  proposedAt: row.proposedAt,
  state: row.state === 'withdrawn' ? 'rejected' : row.state,
  decidedByName: row.decidedBy === null ? null : (known.get(row.decidedBy) ?? ''),
  decidedAt: row.decidedAt,
  decisionReason: row.decisionReason,
})

/** Newest first; what was withdrawn is left out. */
export async function listProposals(db: Reads): Promise<Proposal[]> {
  const known = await names(db)
  const rows = await db
    .selectFrom('proposals')
    .selectAll()
    .where('state', '!=', 'withdrawn')
    .orderBy('proposedAt', 'desc')
    .execute()
  return rows.map(row => toProposal(row, known))
}

export async function getProposal(db: Reads, id: string): Promise<Proposal> {
  const row = await db.selectFrom('proposals').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || row.state === 'withdrawn') throw new AppError('not-found', '没有这项申请，可能已被撤回')
  return toProposal(row, await names(db))
}

export async function insertProposal(
  db: Writes,
  proposal: { id: string; change: ProposedChange; reason: string; proposedBy: AccountId; proposedAt: string },
): Promise<Proposal> {
  await db
    .insertInto('proposals')
    .values({
      ...proposal,
      change: JSON.stringify(proposal.change),
      state: 'waiting',
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
    })
    .execute()
  return getProposal(db, proposal.id)
}

export async function settleProposal(
  db: Writes,
  id: string,
  settled: {
    state: 'accepted' | 'rejected' | 'withdrawn'
    decidedBy: AccountId
    decidedAt: string
    decisionReason: string | null
  },
): Promise<void> {
  await db.updateTable('proposals').set(settled).where('id', '=', id).execute()
}
