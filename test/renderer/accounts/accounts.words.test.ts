import { describe, expect, test } from 'vitest'
import {
  emptyDraft,
  levelsOf,
  newAccountOf,
  normaliseUnits,
  openProblems,
  roleScopeProblems,
  scopeOf,
} from '../../../src/renderer/accounts/accounts.form'
import {
  filterAccounts,
  markOf,
  passwordWords,
  scopeWords,
  targetOf,
  waitingOf,
} from '../../../src/renderer/accounts/accounts.words'
import { byWaiting } from '../../../src/renderer/accounts/ProposalsTable'
import { NewAccount } from '../../../src/shared/accounts/accounts'
import { account, accountId, accounts, daysAgo, NOW, proposals, unitId, units } from '../home/invented'

describe('scope in words', () => {
  test.each([
    [['sysadmin'], [], '不看业务数据'],
    [['officer'], null, '全部单位'],
    [['officer'], [], '没有单位'],
    [['officer'], [unitId(12), unitId(13)], '石桥镇、松岭镇'],
    [['leader'], [unitId(999)], '已删除的单位'],
  ] as const)('%s %s', (roles, scope, words) => expect(scopeWords(roles, scope && [...scope], units)).toBe(words))

  test('is only counted for who may not see the units', () =>
    expect(scopeWords(['officer'], [unitId(1)], [])).toBe('1 个单位'))
})

describe('the age of a password', () => {
  const cycle = { passwordCycleDays: 30 }
  test.each([
    [daysAgo(0), '0 天', 'fine'],
    [daysAgo(24), '24 天', 'fine'],
    [daysAgo(25), '剩 5 天', 'soon'],
    [daysAgo(29), '剩 1 天', 'soon'],
    [daysAgo(30), '今天到期', 'late'],
    [daysAgo(33), '过期 3 天', 'late'],
  ] as const)('changed at %s', (passwordChangedAt, text, state) =>
    expect(passwordWords({ passwordChangedAt, mustChangePassword: false }, cycle, NOW)).toEqual({ text, state }),
  )

  test('a password that was given is said to be so, whatever its age', () =>
    expect(passwordWords({ passwordChangedAt: daysAgo(90), mustChangePassword: true }, cycle, NOW)).toEqual({
      text: '初始密码未改',
      state: 'soon',
    }))
})

test('disabled outweighs locked', () => {
  expect(markOf({ state: 'active', lockedOut: false })).toBe('active')
  expect(markOf({ state: 'active', lockedOut: true })).toBe('locked')
  expect(markOf({ state: 'disabled', lockedOut: true })).toBe('disabled')
})

test('the filter looks at name, login, department and holder, and joins its parts with and', () => {
  const found = (filter: Partial<Parameters<typeof filterAccounts>[1]>): string[] =>
    filterAccounts(accounts, { text: '', mark: null, role: null, ...filter }).map(({ name }) => name)
  expect(found({})).toHaveLength(accounts.length)
  expect(found({ text: ' ＷＡＮＧＲＵＯ ' })).toEqual(['王若谷'])
  expect(found({ text: '老干部' })).toEqual(['赵见山'])
  expect(found({ text: '工号0004' })).toEqual(['周启明'])
  expect(found({ mark: 'disabled' })).toEqual(['何以宁'])
  expect(found({ role: 'interviewer' })).toEqual(['周启明', '欧阳清越明远', '赵见山'])
  expect(found({ role: 'interviewer', text: '周' })).toEqual(['周启明'])
})

test('proposals: whom they concern, which wait, and those first', () => {
  expect(proposals.map(({ change }) => targetOf(change, accounts).name)).toEqual([
    '梁柏舟',
    '王若谷',
    '欧阳清越明远',
    '何以宁',
  ])
  expect(targetOf({ kind: 'close', accountId: accountId(77) }, accounts).name).toBe('已注销的账户')
  expect(waitingOf(proposals)).toHaveLength(2)
  expect(byWaiting(proposals.toReversed()).map(({ state }) => state)).toEqual([
    'waiting',
    'waiting',
    'accepted',
    'rejected',
  ])
})

describe('the form', () => {
  const filled = { ...emptyDraft, login: 'liangbozhou', name: ' 梁柏舟 ', holder: '工号0031', units: [unitId(2)] }

  test('says by field what is missing', () => {
    expect(Object.keys(openProblems(emptyDraft)).toSorted()).toEqual(['holder', 'login', 'name', 'units'])
    expect(openProblems(filled)).toEqual({})
    expect(openProblems({ ...filled, login: 'a b' }).login).toBe('登录名只能用文字、数字和 . _ -')
    expect(openProblems({ ...filled, login: '王' }).login).toBe('登录名至少 2 个字')
    expect(openProblems({ ...filled, units: [], whole: true })).toEqual({})
    expect(roleScopeProblems({ roles: [], whole: true, units: [] })).toEqual({ roles: '至少选一个角色' })
  })

  test('gives what the core takes', () => {
    const made = newAccountOf(filled)
    expect(made).toMatchObject({ name: '梁柏舟', scope: [unitId(2)], roles: ['officer'] })
    expect(NewAccount.safeParse(made).success).toBe(true)
  })

  test('an administrator has no units, whatever was chosen before', () => {
    expect(scopeOf({ roles: ['auditor'], whole: true, units: [unitId(1)] })).toEqual([])
    expect(scopeOf({ roles: ['officer'], whole: true, units: [unitId(1)] })).toBeNull()
    expect(openProblems({ ...filled, roles: ['auditor'], units: [] })).toEqual({})
  })

  test('a unit below a chosen one is left out, and so is one that is gone', () => {
    expect(normaliseUnits([unitId(12), unitId(1), unitId(31), unitId(999)], units)).toEqual([unitId(1), unitId(31)])
    expect(normaliseUnits([unitId(11), unitId(12), unitId(13), unitId(14)], units)).toHaveLength(4)
    expect(normaliseUnits([unitId(0), unitId(1)], units)).toEqual([unitId(0)])
  })

  test('every unit has the way down to it, and one whose parent is out of sight stands at the top', () => {
    const way = (id: string, all = units): readonly string[] | undefined =>
      levelsOf(all).find(({ unit }) => unit.id === id)?.above
    expect(way(unitId(12))).toEqual([unitId(0), unitId(1)])
    expect(way(unitId(0))).toEqual([])
    expect(
      way(
        unitId(12),
        units.filter(({ id }) => id !== unitId(0)),
      ),
    ).toEqual([unitId(1)])
  })
})

test('an account with nothing special about it', () => expect(markOf(account(50, '某人', ['officer']))).toBe('active'))
