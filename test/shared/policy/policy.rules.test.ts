import { describe, expect, test } from 'vitest'
import { SecurityPolicy } from '../../../src/shared/policy/policy'
import {
  defaultPolicy,
  mayAdopt,
  mayAdoptFigure,
  mayUsePassword,
  passwordDaysLeft,
  passwordDue,
  policyFigures,
  profiles,
} from '../../../src/shared/policy/policy.rules'

const names = ['internal', 'secret', 'confidential'] as const
const words = ['ganshi', '陆听松', '云泽区委组织部']
const policy = { passwordLength: 10, passwordKinds: 3 }

test.each(names)('profile %s starts within its own bounds and fits the model', name => {
  const start = defaultPolicy(name)
  expect(SecurityPolicy.parse(start)).toEqual(start)
  expect(mayAdopt(start, start)).toEqual({ allowed: true })
  for (const figure of policyFigures)
    expect(mayAdoptFigure(name, figure, profiles[name][figure].loosest).allowed).toBe(true)
})

test('each profile is at least as strict as the one before it', () => {
  const order = [defaultPolicy('internal'), defaultPolicy('secret'), defaultPolicy('confidential')] as const
  for (const [looser, stricter] of [
    [order[0], order[1]],
    [order[1], order[2]],
  ] as const) {
    expect(stricter.passwordLength).toBeGreaterThanOrEqual(looser.passwordLength)
    expect(stricter.passwordCycleDays).toBeLessThanOrEqual(looser.passwordCycleDays)
    expect(stricter.idleSeconds).toBeLessThanOrEqual(looser.idleSeconds)
  }
})

test.each([
  ['internal', 'passwordLength', 7, false],
  ['internal', 'passwordLength', 8, true],
  ['internal', 'passwordLength', 20, true],
  ['internal', 'passwordCycleDays', 90, true],
  ['internal', 'passwordCycleDays', 91, false],
  ['internal', 'idleSeconds', 901, false],
  ['internal', 'maxTries', 6, false],
  ['internal', 'maxTries', 3, true],
  ['secret', 'idleSeconds', 600, true],
  ['secret', 'idleSeconds', 601, false],
  ['secret', 'passwordCycleDays', 31, false],
  ['confidential', 'idleSeconds', 181, false],
  ['confidential', 'passwordLength', 10, true],
  ['confidential', 'passwordLength', 9, false],
  ['confidential', 'passwordCycleDays', 7, true],
  ['confidential', 'passwordCycleDays', 8, false],
] as const)('%s: %s of %d may be adopted: %s', (profile, figure, value, ok) => {
  expect(mayAdoptFigure(profile, figure, value).allowed).toBe(ok)
})

test('a policy cannot change its profile', () => {
  expect(mayAdopt(defaultPolicy('secret'), defaultPolicy('internal')).allowed).toBe(false)
})

describe('passwords', () => {
  test.each([
    ['Shan7-He#Yue', true],
    ['Aa1!Aa1', false, '密码至少 10 位，现在 7 位'],
    ['shanheyueliang', false, '密码要含小写、大写、数字、符号中的 3 种，现在只有 1 种'],
    ['abcdefgh1A', false, '密码不能以连续或重复的字符为主'],
    ['aaaaaaaa1A', false, '密码不能以连续或重复的字符为主'],
    ['Yun#19850314', false, '密码中不能含有八位日期，容易被人猜到'],
    ['P@ssw0rd123', false, '这个密码太常见，换一个'],
    ['Ganshi#2x9k', false, '密码中不能含有登录名、姓名或单位名'],
    ['陆听松#Ab12x9', false, '密码中不能含有登录名、姓名或单位名'],
    ['𠮷𠮷𠮷Ab1#xyzq', true],
  ] as const)('%s', (password, ok, reason?: string) => {
    expect(mayUsePassword(password, policy, words)).toEqual(ok ? { allowed: true } : { allowed: false, reason })
  })

  test('length counts characters, not code units', () => {
    expect(mayUsePassword('𠮷𠮷𠮷Aa1', policy, [])).toEqual({ allowed: false, reason: '密码至少 10 位，现在 6 位' })
  })
})

test.each([
  [0, null, 30],
  [29, null, 1],
  [29.5, null, 1],
  [30, 'expired', 0],
  [45, 'expired', -15],
] as const)('a password changed %d days ago', (days, due, left) => {
  const changed = Date.parse('2030-01-02T01:00:00Z')
  const account = { passwordChangedAt: new Date(changed).toISOString(), mustChangePassword: false }
  const now = changed + days * 86_400_000
  expect(passwordDue(account, { passwordCycleDays: 30 }, now)).toBe(due)
  expect(passwordDaysLeft(account, { passwordCycleDays: 30 }, now)).toBe(left)
  expect(passwordDue({ ...account, mustChangePassword: true }, { passwordCycleDays: 30 }, now)).toBe('initial')
})
