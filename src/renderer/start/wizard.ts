import { Login } from '../../shared/accounts/accounts'
import { holderKey, loginKey, mayHoldTogether } from '../../shared/accounts/accounts.rules'
import { roleTitles } from '../../shared/accounts/roles'
import type { ProfileName } from '../../shared/policy/policy'
import type { FirstAccount, NewStore } from '../../shared/session/session'
import { line } from '../../shared/text'

export const firstRoles = ['sysadmin', 'secadmin', 'auditor', 'officer'] as const
export type FirstRole = (typeof firstRoles)[number]

export const duties: Record<FirstRole, string> = {
  sysadmin: '申请开立、调整和停用账户。看不到干部资料。',
  secadmin: '审批账户申请，调整安全策略，处理安全告警。看不到干部资料。',
  auditor: '检查审计日志，每周核对一次。不能由前两位管理员担任。',
  officer: '录入和使用干部资料的第一个账户，其他账户以后再开。',
}

export interface AccountForm {
  name: string
  login: string
  department: string
  /** Tells two people of the same name apart; empty otherwise. */
  workNumber: string
}

export interface WizardForm {
  unit: string
  profile: ProfileName
  accounts: Record<FirstRole, AccountForm>
}

const emptyAccount: AccountForm = { name: '', login: '', department: '', workNumber: '' }
export const emptyForm: WizardForm = {
  unit: '',
  profile: 'internal',
  accounts: { sysadmin: emptyAccount, secadmin: emptyAccount, auditor: emptyAccount, officer: emptyAccount },
}

export type Gaps<Field extends string> = Partial<Record<Field, string>>

const gapOf = (
  schema: { safeParse: (text: string) => { success: boolean; error?: { issues: { message: string }[] } } },
  text: string,
) => schema.safeParse(text).error?.issues[0]?.message

export function gapsOfUnit(unit: string): Gaps<'unit'> {
  if (unit.trim() === '') return { unit: '请填写单位全称' }
  return line(60).min(1).safeParse(unit).success ? {} : { unit: '单位名称最多 60 个字，不能换行' }
}

const holderOf = ({ name, workNumber }: AccountForm): string => workNumber.trim() || name.trim()

/** What is still missing or wrong in one of the four accounts, seen together with those before it. */
export function gapsOfAccount(form: WizardForm, role: FirstRole): Gaps<keyof AccountForm> {
  const account = form.accounts[role]
  const before = firstRoles.slice(0, firstRoles.indexOf(role))
  const gaps: Gaps<keyof AccountForm> = {}
  if (account.name.trim() === '') gaps.name = '请填写姓名'
  else if (!line(40).min(1).safeParse(account.name).success) gaps.name = '姓名最多 40 个字'
  else {
    const sameHand = before.filter(other => holderKey(holderOf(form.accounts[other])) === holderKey(holderOf(account)))
    const verdict = mayHoldTogether([...sameHand, role])
    if (!verdict.allowed) gaps.name = `${verdict.reason}。如果只是同名，请填工号`
  }
  const login = gapOf(Login, account.login)
  const taken = before.find(other => loginKey(form.accounts[other].login) === loginKey(account.login))
  if (account.login.trim() === '') gaps.login = '请填写登录名'
  else if (login !== undefined) gaps.login = login
  else if (taken !== undefined) gaps.login = `${roleTitles[taken]}已用了这个登录名`
  if ([...account.department.trim()].length > 60) gaps.department = '科室最多 60 个字'
  if ([...account.workNumber.trim()].length > 40) gaps.workNumber = '工号最多 40 个字'
  return gaps
}

/** The core's input from the filled form. @throws when a password was not taken, which the wizard's order prevents */
export function newStoreOf(form: WizardForm, passwords: ReadonlyMap<FirstRole, string>): NewStore {
  const accounts = firstRoles.map((role): FirstAccount => {
    const password = passwords.get(role)
    if (password === undefined) throw new Error(`no password for ${role}`)
    const account = form.accounts[role]
    return {
      role,
      login: account.login.trim(),
      name: account.name.trim(),
      holder: holderOf(account),
      department: account.department.trim(),
      password,
    }
  })
  return { unit: form.unit.trim(), profile: form.profile, accounts }
}
