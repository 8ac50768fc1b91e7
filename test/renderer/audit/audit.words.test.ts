import { describe, expect, test } from 'vitest'
import { joinNewest, joinOlder, PAGE_LINES } from '../../../src/renderer/audit/audit.lines'
import {
  accountWords,
  chipsOf,
  groupsOf,
  instantWords,
  noConditions,
  reviewDue,
  rolesWords,
  subjectWords,
  whyWords,
} from '../../../src/renderer/audit/audit.words'
import type { AuditFilter } from '../../../src/shared/audit/audit'
import { accountId, auditLine } from '../home/invented'

const facets = {
  accounts: [{ id: accountId(5), name: '王若谷' }],
  features: [{ feature: 'accounts', title: '账户' }],
}

test('an instant is told to the second in the time of this computer', () => {
  const at = new Date(2026, 10, 23, 9, 4, 7)
  expect(instantWords(at.toISOString())).toBe('2026.11.23 09:04:07')
})

describe('a line in words', () => {
  test.each([
    [null, '—'],
    [`accounts:${accountId(5)}`, '王若谷'],
    ['accounts:00000000-0000-4000-8000-00000000abcd', '账户 …00abcd'],
    ['units:00000000-0000-4000-8000-00000000abcd', '单位 …00abcd'],
    ['proposals:00000000-0000-4000-8000-00000000abcd', '申请 …00abcd'],
    ['某个没有编号的对象', '某个没有编号的对象'],
    ['a:b:c', 'a:b:c'],
  ])('object %s', (subject, words) => expect(subjectWords(subject, facets)).toBe(words))

  test('who', () => {
    expect(accountWords({ accountId: null, accountName: '' })).toBe('未登录')
    expect(accountWords({ accountId: accountId(3), accountName: '' })).toBe('已注销的账户')
    expect(rolesWords(['officer', 'gone-role'])).toBe('组织干事、gone-role')
    expect(rolesWords([])).toBe('—')
  })

  test('why: the person’s reason for what was done, the rule’s words for what was not', () => {
    expect(whyWords({ outcome: 'done', reason: '按周检查', details: '其他' })).toBe('按周检查')
    expect(whyWords({ outcome: 'refused', reason: '想停用', details: '不能停用自己的账户' })).toBe('不能停用自己的账户')
    expect(whyWords({ outcome: 'failed', reason: '密码不对', details: null })).toBe('密码不对')
    expect(whyWords({ outcome: 'done', reason: null, details: '校验 9 行' })).toBe('—')
  })
})

test('a code is read in groups of four', () => {
  expect(groupsOf('7f3a9c0e52')).toEqual(['7f3a', '9c0e', '52'])
  expect(groupsOf('7F3A-9C0E-52D1')).toEqual(['7F3A', '9C0E', '52D1'])
  expect(groupsOf('')).toEqual([])
})

describe('conditions as chips', () => {
  const words = (filter: Partial<AuditFilter>): string[] =>
    chipsOf({ ...noConditions, ...filter }, facets).map(chip => chip.words)
  test.each([
    [{}, []],
    [{ from: '2026-11-16', to: '2026-11-23' }, ['2026.11.16 至 2026.11.23']],
    [{ from: '2026-11-23', to: '2026-11-23' }, ['2026.11.23']],
    [{ from: '2026-11-16' }, ['2026.11.16 起']],
    [{ to: '2026-11-16' }, ['2026.11.16 及以前']],
    [{ accountId: accountId(5), outcome: 'refused' as const }, ['账户是 王若谷', '结果是 拒绝']],
    [{ feature: 'accounts', text: ' 石桥 ' }, ['模块是 账户', '含有“石桥”']],
    [{ feature: 'gone', text: '  ' }, ['模块是 gone']],
  ])('%o', (filter, expected) => expect(words(filter)).toEqual(expected))

  test('taking every chip away leaves no condition', () => {
    const all: AuditFilter = {
      from: '2026-11-01',
      to: null,
      accountId: accountId(5),
      feature: 'accounts',
      outcome: 'done',
      text: '甲',
    }
    const left = chipsOf(all, facets).reduce((filter, { without }) => ({ ...filter, ...without }), all)
    expect(left).toEqual(noConditions)
  })
})

describe('when the log must be looked at again', () => {
  const now = new Date(2026, 10, 23, 17, 30).getTime()
  const last = (day: number): string => new Date(2026, 10, day, 8).toISOString()
  test.each([
    [null, null, 'today', '还没有检查过'],
    [last(23), '2026.11.30', 'soon', '还有 7 天'],
    [last(17), '2026.11.24', 'soon', '还有 1 天'],
    [last(16), '2026.11.23', 'today', '今天到期'],
    [last(14), '2026.11.21', 'late', '逾期 2 天'],
  ])('last %s', (at, dueOn, state, words) => expect(reviewDue(at, 7, now)).toEqual({ dueOn, state, words }))
})

describe('pages of lines', () => {
  const lines = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, n) => auditLine(from - n))
  const seqs = (joined: readonly { seq: number }[]): number[] => [
    joined[0]?.seq ?? 0,
    joined.at(-1)?.seq ?? 0,
    joined.length,
  ]

  test('the first page is what there is', () => expect(seqs(joinNewest([], lines(10, 1)))).toEqual([10, 1, 10]))
  test('new lines come before what is loaded, once each', () =>
    expect(seqs(joinNewest(lines(400, 100), lines(403, 204)))).toEqual([403, 100, 304]))
  test('nothing new leaves the very same list', () => {
    const loaded = lines(400, 100)
    expect(joinNewest(loaded, lines(400, 201))).toBe(loaded)
  })
  test('when more was written than one page holds, what no longer joins on is let go', () =>
    expect(seqs(joinNewest(lines(100, 1), lines(900, 901 - PAGE_LINES)))).toEqual([900, 701, 200]))
  test('older lines come behind, once each', () =>
    expect(seqs(joinOlder(lines(400, 201), lines(205, 100)))).toEqual([400, 100, 301]))
})
