import type { Account, Proposal, ProposedChange, Scope } from '../../shared/accounts/accounts'
import { isAdministrator, type Role, roleTitles } from '../../shared/accounts/roles'
import type { SecurityPolicy } from '../../shared/policy/policy'
import { passwordDaysLeft, passwordDue } from '../../shared/policy/policy.rules'
import type { Unit } from '../../shared/units/units'

type Named = Pick<Unit, 'id' | 'name'>

export const roleWords = (roles: readonly Role[]): string => roles.map(role => roleTitles[role]).join('、')

/** What an account sees, as one would say it. A unit stands for itself and everything below it. */
export function scopeWords(roles: readonly Role[], scope: Scope, units: readonly Named[]): string {
  if (roles.some(isAdministrator)) return '不看业务数据'
  if (scope === null) return '全部单位'
  if (scope.length === 0) return '没有单位'
  if (units.length === 0) return `${scope.length} 个单位`
  return scope.map(id => units.find(unit => unit.id === id)?.name ?? '已删除的单位').join('、')
}

/** 2026.11.23, in this computer's time. */
export function dayWords(at: string): string {
  const date = new Date(at)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${date.getFullYear()}.${two(date.getMonth() + 1)}.${two(date.getDate())}`
}

export type AccountMark = 'active' | 'disabled' | 'locked'
export const markTitles: Record<AccountMark, string> = { active: '在用', disabled: '停用', locked: '锁定' }

/** Disabled outweighs locked: unlocking a disabled account would change nothing that one could see. */
export function markOf(account: Pick<Account, 'state' | 'lockedOut'>): AccountMark {
  if (account.state === 'disabled') return 'disabled'
  return account.lockedOut ? 'locked' : 'active'
}

export interface PasswordWords {
  readonly text: string
  readonly state: 'fine' | 'soon' | 'late'
}

/** How old a password is against the cycle of the policy; the last five days count as soon, as in the notices. */
export function passwordWords(
  account: Pick<Account, 'mustChangePassword' | 'passwordChangedAt'>,
  policy: Pick<SecurityPolicy, 'passwordCycleDays'>,
  now: number,
): PasswordWords {
  const due = passwordDue(account, policy, now)
  if (due === 'initial') return { text: '初始密码未改', state: 'soon' }
  const left = passwordDaysLeft(account, policy, now)
  const age = Math.max(0, Math.floor((now - Date.parse(account.passwordChangedAt)) / 86_400_000))
  if (due === 'expired') return { text: left === 0 ? '今天到期' : `过期 ${-left} 天`, state: 'late' }
  return left <= 5 ? { text: `剩 ${left} 天`, state: 'soon' } : { text: `${age} 天`, state: 'fine' }
}

/** Whom a proposal concerns. */
export function targetOf(change: ProposedChange, accounts: readonly Account[]): { name: string; login: string } {
  if (change.kind === 'open') return change.account
  return accounts.find(({ id }) => id === change.accountId) ?? { name: '已注销的账户', login: '' }
}

export const waitingOf = (proposals: readonly Proposal[]): Proposal[] =>
  proposals.filter(({ state }) => state === 'waiting')

export const proposalStateTitles: Record<Proposal['state'], string> = {
  waiting: '待审批',
  accepted: '已同意',
  rejected: '未同意',
}

/** What will have happened once a proposal is accepted: said before one agrees, in words that name the outcome. */
export const outcomeWords: Record<ProposedChange['kind'], string> = {
  open: '账户即可登录。系统给出一次性初始密码，只显示一次，首次登录须改密码。',
  change: '该账户下次登录起按新的角色和范围使用。',
  enable: '账户恢复使用，可以登录。',
  reset:
    '原密码立即作废。系统给出一次性密码，只显示一次，首次登录须改密码。密封给这个账户的心理关怀记录从此打不开，要由另一位关爱人重新指定。',
  close: '账户注销后不能再登录，也不能恢复；已留下的记录和日志不变。',
}

export interface AccountFilter {
  readonly text: string
  readonly mark: AccountMark | null
  readonly role: Role | null
}

export function filterAccounts(accounts: readonly Account[], { text, mark, role }: AccountFilter): Account[] {
  const wanted = text.normalize('NFKC').trim().toLowerCase()
  return accounts.filter(
    account =>
      (mark === null || markOf(account) === mark) &&
      (role === null || account.roles.includes(role)) &&
      [account.name, account.login, account.department, account.holder].some(part =>
        part.toLowerCase().includes(wanted),
      ),
  )
}
