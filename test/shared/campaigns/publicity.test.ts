import { describe, expect, test } from 'vitest'
import type { Publicity } from '../../../src/shared/campaigns/campaigns'
import { mayDecideAfter, publicityEnd } from '../../../src/shared/campaigns/publicity.rules'
import { Day } from '../../../src/shared/dates/add-months'
import { builtInHolidayYears } from '../../../src/shared/dates/holiday-years'
import { calendarOf } from '../../../src/shared/dates/work-days'

const calendar = calendarOf(builtInHolidayYears)
const day = (text: string) => Day.parse(text)
const publicity = (from: string, days = 5): Publicity => ({ from: day(from), days, where: '' })

test.each([
  ['five plain working days', '2026-03-02', 5, '2026-03-09'],
  ['put up on a Saturday', '2026-03-07', 5, '2026-03-13'],
  ['across 国庆 2025 with the Sunday worked before it', '2025-09-26', 5, '2025-10-10'],
  ['across 国庆 2025 with the Saturday worked after it', '2025-09-29', 5, '2025-10-13'],
  ['put up on the last day before 国庆 2025', '2025-09-30', 5, '2025-10-14'],
  ['put up within 国庆 2025', '2025-10-03', 5, '2025-10-14'],
  ['across 春节 2025 with the Sunday worked before it', '2025-01-23', 5, '2025-02-06'],
  ['across 春节 2026 with the Saturday worked before it', '2026-02-11', 5, '2026-02-25'],
  ['after 春节 2026 with the Saturday worked after it', '2026-02-24', 5, '2026-03-02'],
  ['across 国庆 2026 with the Saturday worked after it', '2026-09-28', 5, '2026-10-10'],
  ['across 五一 2026, ending on the Saturday worked', '2026-04-30', 4, '2026-05-09'],
  ['ten working days', '2026-03-02', 10, '2026-03-16'],
])('the last day of the publicity: %s', (_name, from, days, end) => {
  expect(publicityEnd(publicity(from, days), calendar)).toEqual({ kind: 'day', day: end })
})

test('a year without a table is said and nothing is guessed', () => {
  expect(publicityEnd(publicity('2026-12-28'), calendar)).toEqual({ kind: 'unknown-year', year: 2027 })
  expect(mayDecideAfter(publicity('2026-12-28'), [], calendar, day('2027-02-01'))).toEqual({
    allowed: false,
    reason: '2027 年没有节假日安排表，算不出公示截止日，请先在节假日设置里录入',
  })
})

describe('it can be decided', () => {
  const settled = { settlement: { on: day('2026-03-09'), handling: '核实', result: '不属实' } }
  test.each([
    ['not before it was made public', null, [], '2026-03-10', '还没有公示'],
    ['not on the last day', publicity('2026-03-02'), [], '2026-03-09', '公示到 2026.03.09 才满 5 个工作日'],
    ['on the day after', publicity('2026-03-02'), [], '2026-03-10', undefined],
    [
      'not while an objection is open',
      publicity('2026-03-02'),
      [settled, { settlement: null }],
      '2026-03-10',
      '还有 1 件异议没有办结',
    ],
    ['when all are settled', publicity('2026-03-02'), [settled, settled], '2026-03-10', undefined],
  ])('%s', (_name, made, objections, on, words) => {
    const verdict = mayDecideAfter(made, objections, calendar, day(on))
    expect(verdict.allowed ? undefined : verdict.reason.split('，')[0]).toBe(words)
  })
})
