import { describe, expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import {
  annualLeaveDays,
  annualLeaveIn,
  leaveForfeit,
  leaveSpan,
  workingYearsOn,
} from '../../../src/shared/entitlements/leave.rules'
import { readPasted } from '../../../src/shared/entitlements/pasted.rules'

const day = (text: string) => Day.parse(text)

test.each([
  // The day before the anniversary and the anniversary itself.
  ['2006-03-15', '2016-03-14', 9],
  ['2006-03-15', '2016-03-15', 10],
  ['2006-03-15', '2006-03-15', 0],
  ['2006-03-15', '2006-03-14', 0],
  // The leap day counts to 28 February of other years.
  ['2016-02-29', '2017-02-27', 0],
  ['2016-02-29', '2017-02-28', 1],
  ['2016-02-29', '2020-02-28', 3],
  ['2016-02-29', '2020-02-29', 4],
  ['2000-12-31', '2020-12-30', 19],
  ['2000-12-31', '2020-12-31', 20],
])('begun %s, on %s: %d years', (start, on, years) => {
  expect(workingYearsOn(day(start), day(on))).toBe(years)
})

test.each([
  [0, 0],
  [1, 5],
  [9, 5],
  [10, 10],
  [19, 10],
  [20, 15],
  [45, 15],
])('%d years give %d days', (years, days) => {
  expect(annualLeaveDays(years)).toBe(days)
})

describe('leave of a year', () => {
  const plain = (days: number) => ({ before: days, after: days, changesOn: null, prorated: days })
  test.each([
    ['2010-07-01', 2026, plain(10)],
    ['2005-01-01', 2026, plain(15)],
    ['2026-03-01', 2026, plain(0)],
    // The tier is reached on the first day, in the middle, on the last day of the year.
    ['2006-01-01', 2026, { before: 10, after: 15, changesOn: '2026-01-01', prorated: 15 }],
    ['2016-07-02', 2026, { before: 5, after: 10, changesOn: '2026-07-02', prorated: 7 }],
    ['2006-12-31', 2026, { before: 10, after: 15, changesOn: '2026-12-31', prorated: 10 }],
    // The first year: none before it is complete.
    ['2025-07-01', 2026, { before: 0, after: 5, changesOn: '2026-07-01', prorated: 2 }],
    ['2016-02-29', 2026, { before: 5, after: 10, changesOn: '2026-02-28', prorated: 9 }],
    ['2016-02-29', 2036, { before: 10, after: 15, changesOn: '2036-02-29', prorated: 14 }],
  ])('begun %s, %d', (start, year, expected) => {
    const leave = annualLeaveIn(year, PartialDate.parse(start))
    expect(leave).toEqual({ early: expected, late: expected })
  })

  test.each([
    // A month leaves the day of the tier open, a year leaves half of it.
    ['2016-07', 2026, { least: 7, most: 10 }],
    ['2016', 2026, { least: 5, most: 10 }],
    ['2015', 2026, { least: 10, most: 10 }],
    ['2015-12', 2025, { least: 5, most: 10 }],
    ['2010-03', 2026, { least: 10, most: 10 }],
    ['2025', 2026, { least: 0, most: 5 }],
  ])('begun %s gives in %d a span', (start, year, expected) => {
    const leave = annualLeaveIn(year, PartialDate.parse(start))
    expect(leave && leaveSpan(leave)).toEqual(expected)
  })

  test('nobody knows without a start of work', () => expect(annualLeaveIn(2026, null)).toBeUndefined())
})

const facts = { personalDays: 0, sickMonths: 0, vacationDays: null }
test.each([
  [{ personalDays: 19 }, 5, 0],
  [{ personalDays: 20 }, 5, 1],
  [{ sickMonths: 1 }, 9, 0],
  [{ sickMonths: 2 }, 9, 1],
  [{ sickMonths: 2 }, 10, 0],
  [{ sickMonths: 3 }, 19, 1],
  [{ sickMonths: 3 }, 20, 0],
  [{ sickMonths: 4 }, 20, 1],
  [{ vacationDays: 10 }, 12, 0],
  [{ vacationDays: 11 }, 12, 1],
  [{ personalDays: 25, sickMonths: 4, vacationDays: 30 }, 30, 3],
])('%j with %d years: %d reasons', (change, years, count) => {
  const found = leaveForfeit({ ...facts, ...change }, years)
  expect(found).toHaveLength(count)
  for (const { basis } of found) expect(basis.status).toBe('CONFIRMED(P)')
})

test('lines of a spreadsheet are read, and what cannot be read says why', () => {
  const { rows, errors } = readPasted(
    '姓名\t类别\t开始\t结束\t地点\n林向阳\t年休假\t2026.8.3\t2026.8.7\t\n沈怀远\t疗休养\t20260901\t20260905\t临山\n高明\t体检\t2026-05-06\n\t年休假\t2026.8.3\n张三\t探亲\t2026.8.3\n李四\t年假\t2026.8.7\t2026.8.3\n王五\t\t八月',
  )
  expect(rows).toEqual([
    { line: 2, name: '林向阳', kind: '年休假', from: '2026-08-03', to: '2026-08-07', place: '', costFen: null },
    { line: 3, name: '沈怀远', kind: '疗休养', from: '2026-09-01', to: '2026-09-05', place: '临山', costFen: null },
    { line: 4, name: '高明', kind: '体检', from: '2026-05-06', to: '2026-05-06', place: '', costFen: null },
  ])
  expect(errors.map(({ line, why }) => [line, why])).toEqual([
    [5, '没有姓名'],
    [6, '类别“探亲”不认得，写年休假、疗休养或体检'],
    [7, '结束日期早于开始日期'],
    [8, '日期写作 2026.08.03'],
  ])
})
