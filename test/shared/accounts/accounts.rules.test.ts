import { expect, test } from 'vitest'
import { Account, AccountId, type Proposal, type ProposedChange } from '../../../src/shared/accounts/accounts'
import {
  locksHard,
  mayCombine,
  mayDecide,
  mayDisable,
  mayHoldTogether,
  mayPropose,
  maySetUp,
} from '../../../src/shared/accounts/accounts.rules'
import { capabilitiesOf, type Role, roles } from '../../../src/shared/accounts/roles'

const at = '2030-01-01T00:00:00.000Z'
const idOf = (n: number) => AccountId.parse(`00000000-0000-4000-8000-00000000000${n}`)
const account = (n: number, held: Role[], more: Partial<Account> = {}): Account => ({
  id: idOf(n),
  login: `login${n}`,
  name: `人${n}`,
  holder: `H${n}`,
  department: '',
  roles: held,
  scope: null,
  state: 'active',
  hasPhone: false,
  passwordChangedAt: at,
  mustChangePassword: false,
  lockedOut: false,
  createdAt: at,
  ...more,
})
const system = account(1, ['sysadmin'])
const security = account(2, ['secadmin'])
const auditor = account(3, ['auditor'])
const officer = account(4, ['officer'])
const all = [system, security, auditor, officer]
const proposalOf = (change: ProposedChange, more: Partial<Proposal> = {}): Proposal => ({
  id: '00000000-0000-4000-8000-0000000000aa',
  change,
  reason: '工作需要',
  proposedBy: system.id,
  proposedByName: system.name,
  proposedAt: at,
  state: 'waiting',
  decidedByName: null,
  decidedAt: null,
  decisionReason: null,
  ...more,
})
const opening = (held: Role[], holder = 'H9', login = 'new'): ProposedChange => ({
  kind: 'open',
  account: { login, name: '新人', holder, department: '', phone: '', roles: held, scope: null },
})

test.each([
  [['officer'], true],
  [['officer', 'interviewer'], true],
  [['officer', 'interviewer', 'leader'], true],
  [['sysadmin'], true],
  [['sysadmin', 'officer'], false],
  [['sysadmin', 'secadmin'], false],
  [['officer', 'officer'], false],
  [[], false],
] as [Role[], boolean][])('%s in one account: %s', (held, ok) => expect(mayCombine(held).allowed).toBe(ok))

test.each([
  [['sysadmin', 'secadmin'], true],
  [['sysadmin', 'officer'], true],
  [['auditor', 'officer'], true],
  [['sysadmin', 'auditor'], false],
  [['secadmin', 'auditor'], false],
] as [Role[], boolean][])('%s in one hand: %s', (held, ok) => expect(mayHoldTogether(held).allowed).toBe(ok))

const four = (holders: [string, string, string, string]) =>
  (['sysadmin', 'secadmin', 'auditor', 'officer'] as const).map((role, i) => ({
    role,
    login: `l${i}`,
    holder: holders[i] ?? '',
  }))
test.each([
  ['four people', four(['a', 'b', 'c', 'd']), true],
  ['one person with two administrator accounts', four(['a', 'a', 'c', 'd']), true],
  ['the officer also administers', four(['a', 'b', 'c', 'a']), true],
  ['administrator and auditor in one hand', four(['a', 'b', 'a', 'd']), false],
  ['the same hand written differently', four(['a b', 'x', 'Ａ b', 'd']), false],
  ['no auditor', four(['a', 'b', 'c', 'd']).filter(({ role }) => role !== 'auditor'), false],
  ['one login twice', four(['a', 'b', 'c', 'd']).map(each => ({ ...each, login: 'Same' })), false],
] as const)('set-up with %s', (_name, accounts, ok) => expect(maySetUp(accounts).allowed).toBe(ok))

const propose = (change: ProposedChange, accounts = all, proposals: Proposal[] = []) =>
  mayPropose(change, { accounts, proposals, by: system.id })
test.each([
  ['open an officer', opening(['officer']), true],
  ['open with a login in use', opening(['officer'], 'H9', 'LOGIN4'), false],
  ['open an auditor for an administrator', opening(['auditor'], 'H1'), false],
  ['open an administrator for the auditor', opening(['sysadmin'], 'H3'), false],
  [
    'give the officer two business roles',
    { kind: 'change', accountId: officer.id, roles: ['officer', 'leader'], scope: null },
    true,
  ],
  [
    'make the officer an administrator too',
    { kind: 'change', accountId: officer.id, roles: ['officer', 'secadmin'], scope: null },
    false,
  ],
  ['take the last auditor away', { kind: 'change', accountId: auditor.id, roles: ['officer'], scope: null }, false],
  ['close the last auditor', { kind: 'close', accountId: auditor.id }, false],
  ['close the officer', { kind: 'close', accountId: officer.id }, true],
  ['close oneself', { kind: 'close', accountId: system.id }, false],
  ['reset oneself', { kind: 'reset', accountId: system.id }, false],
  ['enable what is enabled', { kind: 'enable', accountId: officer.id }, false],
  ['change nobody', { kind: 'reset', accountId: idOf(8) }, false],
] as [string, ProposedChange, boolean][])('%s', (_name, change, ok) => expect(propose(change).allowed).toBe(ok))

test('one account has one waiting proposal at a time, and a login is reserved while it waits', () => {
  const waiting = proposalOf({ kind: 'reset', accountId: officer.id })
  expect(propose({ kind: 'close', accountId: officer.id }, all, [waiting]).allowed).toBe(false)
  expect(propose({ kind: 'close', accountId: officer.id }, all, [{ ...waiting, state: 'rejected' }]).allowed).toBe(true)
  expect(propose(opening(['officer']), all, [proposalOf(opening(['leader']))]).allowed).toBe(false)
})

test.each([
  ['another administrator', proposalOf(opening(['officer'])), security, true],
  ['the proposer', proposalOf(opening(['officer'])), system, false],
  ['the one it concerns', proposalOf({ kind: 'reset', accountId: security.id }), security, false],
  ['anyone once it is settled', proposalOf(opening(['officer']), { state: 'accepted' }), security, false],
  ['anyone when it has become impossible', proposalOf(opening(['officer'], 'H9', 'login4')), security, false],
] as const)('a decision by %s', (_name, proposal, by, ok) => {
  expect(mayDecide(proposal, { by, accounts: all, proposals: [proposal] }).allowed).toBe(ok)
})

test.each([
  ['the officer', officer, true],
  ['oneself', system, false],
  ['the last auditor', auditor, false],
  ['who is disabled already', { ...officer, state: 'disabled' as const }, false],
])('disabling %s', (_name, target, ok) => expect(mayDisable(target, { accounts: all, by: system.id }).allowed).toBe(ok))

test('only the security administrator is never locked out for good', () => {
  expect(roles.filter(role => !locksHard([role]))).toEqual(['secadmin'])
})

test('capabilities are a union in a fixed order', () => {
  expect(capabilitiesOf(['leader', 'officer'])).toEqual(capabilitiesOf(['officer', 'leader']))
})
