import { expect, test } from 'vitest'
import {
  compareMarks,
  highestMark,
  markAdvice,
  markWith,
  mayMark,
  readMark,
  SecrecyMark,
} from '../../../src/shared/secrecy/secrecy.rules'

const mark = (text: string): SecrecyMark => SecrecyMark.parse(text)

test.each(['内部', '工作秘密', '秘密', '秘密★10年', '机密★1年', '机密★6个月', '绝密★长期'])('%s is a mark', text => {
  expect(SecrecyMark.safeParse(text).success).toBe(true)
})
test.each(['', '公开', '内部★5年', '秘密*10年', '秘密★', '秘密★0年', '机密★1年 ', '秘密★100年'])(
  '“%s” is none',
  text => {
    expect(SecrecyMark.safeParse(text).success).toBe(false)
  },
)

test.each([
  ['', '内部'],
  ['内部', '内部'],
  ['内部资料', '内部'],
  ['部领导', '内部'],
  ['工作秘密', '工作秘密'],
  ['工作秘密，注意保存', '工作秘密'],
  ['秘密★10年', '秘密★10年'],
  ['秘密 ★ 10年', '秘密★10年'],
  ['秘密*10年', '秘密★10年'],
  ['秘密☆5年', '秘密★5年'],
  ['秘密１０年', '秘密★10年'],
  ['机密', '机密'],
  ['机密★', '机密'],
  ['本件为机密', '机密'],
  ['机密长期', '机密★长期'],
  ['绝密★30年', '绝密★30年'],
  ['秘密★十年', '秘密'],
])('“%s” is read as %s', (text, expected) => {
  expect(readMark(text)).toBe(expected)
})

test.each([
  ['内部', '工作秘密'],
  ['工作秘密', '秘密★1年'],
  ['秘密★1年', '秘密★10年'],
  ['秘密★6个月', '秘密★1年'],
  ['秘密★9年', '秘密'],
  ['秘密', '秘密★长期'],
  ['秘密★长期', '机密★1年'],
  ['机密', '绝密★1年'],
])('%s asks for less than %s', (less, more) => {
  expect(compareMarks(mark(less), mark(more))).toBeLessThan(0)
  expect(compareMarks(mark(more), mark(less))).toBeGreaterThan(0)
  expect(mayMark(mark(more), mark(less)).allowed).toBe(true)
  expect(mayMark(mark(less), mark(more))).toMatchObject({ allowed: false })
})

test('a mark without a term stands for the longest', () => {
  expect(compareMarks(mark('秘密'), mark('秘密★10年'))).toBe(0)
  expect(compareMarks(mark('绝密★长期'), mark('绝密★长期'))).toBe(0)
})

test('a copy of several files bears the highest of their marks', () => {
  expect(highestMark([])).toBe('内部')
  expect(highestMark(['', '秘密★1年', '内部', '秘密★5年', '工作秘密'])).toBe('秘密★5年')
})

test('a term belongs to state secrets alone', () => {
  expect(markWith('内部', 5)).toBe('内部')
  expect(markWith('工作秘密', null)).toBe('工作秘密')
  expect(markWith('秘密', null)).toBe('秘密')
  expect(markWith('机密', 20)).toBe('机密★20年')
})

test('a level above what the computer is set up for is pointed out, and decides nothing', () => {
  expect(markAdvice(mark('工作秘密'), 'internal')).toBeNull()
  expect(markAdvice(mark('秘密★1年'), 'internal')).toContain('非涉密')
  expect(markAdvice(mark('秘密★1年'), 'secret')).toBeNull()
  expect(markAdvice(mark('机密'), 'secret')).toContain('“秘密”级')
  expect(markAdvice(mark('绝密'), 'confidential')).toContain('绝密')
})
