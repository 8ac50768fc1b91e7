import { describe, expect, test } from 'vitest'
import { foldGroup, pickTwo } from '../../../src/renderer/start/RecoverySheet'
import { strengthOf } from '../../../src/renderer/start/strength'
import {
  type AccountForm,
  emptyForm,
  type FirstRole,
  gapsOfAccount,
  gapsOfUnit,
  newStoreOf,
  type WizardForm,
} from '../../../src/renderer/start/wizard'
import { defaultPolicy } from '../../../src/shared/policy/policy.rules'
import { NewStore } from '../../../src/shared/session/session'

const person = (name: string, login: string, workNumber = ''): AccountForm => ({
  name,
  login,
  department: '',
  workNumber,
})
const formOf = (accounts: Partial<Record<FirstRole, AccountForm>>): WizardForm => ({
  ...emptyForm,
  unit: '云泽区委组织部',
  accounts: { ...emptyForm.accounts, ...accounts },
})
const whole = formOf({
  sysadmin: person('方汀兰', 'guanli'),
  secadmin: person('方汀兰', 'baomi'),
  auditor: person('沈青禾', 'shenji'),
  officer: person('陆听松', 'lutingsong'),
})

describe('the wizard’s accounts', () => {
  test('one person may be both administrators', () => {
    expect(gapsOfAccount(whole, 'secadmin')).toEqual({})
  })

  test('no administrator may be the auditor', () => {
    const gaps = gapsOfAccount(formOf({ ...whole.accounts, auditor: person(' 方 汀兰', 'shenji') }), 'auditor')
    expect(gaps.name).toContain('管理员和安全审计员必须由不同的人担任')
  })

  test('two people of one name are told apart by their work numbers', () => {
    const accounts = { ...whole.accounts, auditor: person('方汀兰', 'shenji', '1024') }
    expect(gapsOfAccount(formOf(accounts), 'auditor')).toEqual({})
    expect(newStoreOf(formOf(accounts), passwords).accounts[2]?.holder).toBe('1024')
  })

  test('a login is asked for, well-formed and not taken', () => {
    const login = (text: string) =>
      gapsOfAccount(formOf({ ...whole.accounts, officer: person('陆听松', text) }), 'officer').login
    expect(login('')).toBe('请填写登录名')
    expect(login('a')).toBe('登录名至少 2 个字')
    expect(login('a b')).toBe('登录名只能用文字、数字和 . _ -')
    expect(login('GuanLi')).toBe('系统管理员已用了这个登录名')
    expect(login('陆听松')).toBeUndefined()
  })

  test('name and unit are asked for', () => {
    expect(gapsOfAccount(emptyForm, 'sysadmin').name).toBe('请填写姓名')
    expect(gapsOfUnit(' ').unit).toBe('请填写单位全称')
    expect(gapsOfUnit('部'.repeat(61)).unit).toContain('60')
  })
})

const passwords = new Map<FirstRole, string>([
  ['sysadmin', 'a'],
  ['secadmin', 'b'],
  ['auditor', 'c'],
  ['officer', 'd'],
])

test('the filled form is what the core takes', () => {
  const store = newStoreOf(whole, passwords)
  expect(NewStore.safeParse(store).success).toBe(true)
  expect(store.accounts.map(({ role, holder, password }) => [role, holder, password])).toEqual([
    ['sysadmin', '方汀兰', 'a'],
    ['secadmin', '方汀兰', 'b'],
    ['auditor', '沈青禾', 'c'],
    ['officer', '陆听松', 'd'],
  ])
  expect(() => newStoreOf(whole, new Map())).toThrow()
})

test('a password is judged in words', () => {
  const rule = defaultPolicy('confidential')
  expect(strengthOf('', rule, [])).toEqual({ level: 0, word: '至少 12 位，含小写、大写、数字、符号中的 3 种' })
  expect(strengthOf('Ab1', rule, []).word).toContain('至少 12 位')
  expect(strengthOf('Lutingsong#2033x', rule, ['lutingsong']).level).toBe(0)
  expect(strengthOf('Qiao7Mei#Tu5w', rule, [])).toEqual({ level: 1, word: '可用' })
  expect(strengthOf('Qiao7Mei#Tu5wq', rule, [])).toEqual({ level: 2, word: '较强' })
  expect(strengthOf('Qiao7Mei#Tu5wqRn', rule, [])).toEqual({ level: 3, word: '很强' })
})

test('a group is read as the core reads it', () => {
  expect(foldGroup(' ａ1-ol ')).toBe('A101')
})

test('two different groups are asked, in order', () => {
  for (let first = 0; first < 10; first++)
    for (let second = 0; second < 9; second++) {
      const [a, b] = pickTwo(10, new Uint32Array([first, second]))
      expect(a).toBeLessThan(b)
      expect(b).toBeLessThan(10)
    }
})
