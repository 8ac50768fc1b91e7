import { allowed, refused, type Verdict } from '../result'
import type { Account, AccountId, Proposal, ProposedChange } from './accounts'
import { administratorRoles, isAdministrator, type Role, roleTitles } from './roles'

type Held = Pick<Account, 'id' | 'holder' | 'roles' | 'state'>

/**
 * Whether one account may hold these roles together: one administrator role alone, or any business roles.
 * Source: rule book 10D, separate accounts and no super administrator.
 */
export function mayCombine(roles: readonly Role[]): Verdict {
  if (roles.length === 0) return refused('至少选一个角色')
  if (new Set(roles).size !== roles.length) return refused('角色重复')
  const administrator = roles.find(isAdministrator)
  if (administrator !== undefined && roles.length > 1)
    return refused(`${roleTitles[administrator]}账户不能兼任其他角色`)
  return allowed
}

/**
 * Whether one person may hold these roles over all of their accounts: never administrator and auditor.
 * Source: rule book 10D (安全保密管理员 and 审计员 must be different people; 系统管理员 never = 审计员).
 */
export function mayHoldTogether(roles: readonly Role[]): Verdict {
  const administrates = roles.includes('sysadmin') || roles.includes('secadmin')
  return administrates && roles.includes('auditor') ? refused('管理员和安全审计员必须由不同的人担任') : allowed
}

/** The four accounts of the set-up wizard: one of each, no login twice, administrators and auditor in different hands. */
export function maySetUp(accounts: readonly { login: string; holder: string; role: Role }[]): Verdict {
  for (const role of ['sysadmin', 'secadmin', 'auditor', 'officer'] as const) {
    if (accounts.filter(account => account.role === role).length !== 1)
      return refused(`需要一个${roleTitles[role]}账户`)
  }
  const logins = accounts.map(account => loginKey(account.login))
  if (new Set(logins).size !== logins.length) return refused('登录名不能重复')
  for (const { holder } of accounts) {
    const held = accounts.filter(other => holderKey(other.holder) === holderKey(holder)).map(other => other.role)
    const verdict = mayHoldTogether(held)
    if (!verdict.allowed) return verdict
  }
  return allowed
}

/** How logins and holders are compared: compatibility form, no case, no spaces. */
export const loginKey = (login: string): string => login.normalize('NFKC').trim().toLowerCase()
export const holderKey = (holder: string): string => holder.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()

const rolesOfHolder = (holder: string, accounts: readonly Held[], except?: AccountId): Role[] =>
  accounts
    .filter(account => holderKey(account.holder) === holderKey(holder) && account.id !== except)
    .flatMap(a => a.roles)

/** Whether the store keeps a working account of each administrator role when `gone` no longer works. */
function keepsAdministrators(gone: AccountId, accounts: readonly Held[], rolesAfter: readonly Role[] = []): Verdict {
  const left = accounts.filter(account => account.id !== gone && account.state === 'active').flatMap(a => a.roles)
  const missing = administratorRoles.find(role => !left.includes(role) && !rolesAfter.includes(role))
  return missing === undefined ? allowed : refused(`这是最后一个可用的${roleTitles[missing]}账户，要先开立新的`)
}

/** Whether an administrator may ask for this change. */
export function mayPropose(
  change: ProposedChange,
  { accounts, proposals, by }: { accounts: readonly Account[]; proposals: readonly Proposal[]; by: AccountId },
): Verdict {
  const waiting = proposals.filter(proposal => proposal.state === 'waiting')
  if (change.kind === 'open') {
    const combined = mayCombine(change.account.roles)
    if (!combined.allowed) return combined
    const taken = [
      ...accounts.map(account => account.login),
      ...waiting.flatMap(({ change: other }) => (other.kind === 'open' ? [other.account.login] : [])),
    ]
    if (taken.some(login => loginKey(login) === loginKey(change.account.login))) return refused('这个登录名已被占用')
    return mayHoldTogether([...change.account.roles, ...rolesOfHolder(change.account.holder, accounts)])
  }
  const account = accounts.find(({ id }) => id === change.accountId)
  if (!account) return refused('没有这个账户')
  if (waiting.some(({ change: other }) => other.kind !== 'open' && other.accountId === account.id))
    return refused('这个账户已有一项申请等待审批')
  if (account.id === by) return refused('不能为自己的账户提出申请')
  switch (change.kind) {
    case 'change': {
      const combined = mayCombine(change.roles)
      if (!combined.allowed) return combined
      const together = mayHoldTogether([...change.roles, ...rolesOfHolder(account.holder, accounts, account.id)])
      return together.allowed ? keepsAdministrators(account.id, accounts, change.roles) : together
    }
    case 'enable':
      return account.state === 'disabled' ? allowed : refused('账户没有停用')
    case 'reset':
      return allowed
    case 'close':
      return keepsAdministrators(account.id, accounts)
  }
}

/** Whether this account may decide a proposal: another hand than the one that asked, and not the one it concerns. */
export function mayDecide(
  proposal: Proposal,
  { by, accounts, proposals }: { by: Held; accounts: readonly Account[]; proposals: readonly Proposal[] },
): Verdict {
  if (proposal.state !== 'waiting') return refused('这项申请已经处理过')
  const proposer = accounts.find(account => account.id === proposal.proposedBy)
  if (proposal.proposedBy === by.id) return refused('提出申请的人不能自己审批')
  if (proposal.change.kind !== 'open' && proposal.change.accountId === by.id)
    return refused('不能审批与自己账户有关的申请')
  const others = proposals.filter(other => other.id !== proposal.id)
  return proposer ? mayPropose(proposal.change, { accounts, proposals: others, by: proposer.id }) : allowed
}

/** Whether an account may be disabled at once. */
export function mayDisable(
  account: Account,
  { accounts, by }: { accounts: readonly Account[]; by: AccountId },
): Verdict {
  if (account.id === by) return refused('不能停用自己的账户')
  if (account.state === 'disabled') return refused('账户已经停用')
  return keepsAdministrators(account.id, accounts)
}

/** Whether failed tries lock an account until it is unlocked by hand. Nobody else could unlock the 安全保密管理员. */
export const locksHard = (roles: readonly Role[]): boolean => !roles.includes('secadmin')
