import { describe, expect, test } from 'vitest'
import { addDays, Day } from '../../../src/shared/dates/add-months'
import { builtInHolidayYears } from '../../../src/shared/dates/holiday-years'
import {
  addWorkDays,
  calendarOf,
  countWorkDays,
  HolidayYear,
  kindOfDay,
  mayAdoptHolidayYear,
  missingFixedDaysOff,
  rollToWorkDay,
} from '../../../src/shared/dates/work-days'

const day = (text: string): Day => Day.parse(text)
const calendar = calendarOf(builtInHolidayYears)
const plain = (parts: Partial<Record<keyof HolidayYear, unknown>>) =>
  HolidayYear.parse({ year: 2027, source: '试', off: [], workedWeekends: [], ...parts })

test.each([
  ['2026-02-13', 'work'],
  ['2026-02-14', 'work'],
  ['2026-02-15', 'rest'],
  ['2026-02-23', 'rest'],
  ['2026-02-24', 'work'],
  ['2026-02-28', 'work'],
  ['2026-03-01', 'rest'],
  ['2025-10-11', 'work'],
  ['2027-01-04', 'unknown-year'],
] as const)('%s is %s', (text, kind) => {
  expect(kindOfDay(day(text), calendar).kind).toBe(kind)
})

test('a holiday tells its name', () => {
  expect(kindOfDay(day('2026-06-20'), calendar)).toEqual({ kind: 'rest', name: '端午节' })
  expect(kindOfDay(day('2026-03-07'), calendar)).toEqual({ kind: 'rest', name: '周末' })
})

test.each([
  ['2026-03-02', 5, '2026-03-09'],
  ['2026-02-12', 5, '2026-02-26'],
  ['2026-02-14', 1, '2026-02-24'],
  ['2026-09-24', 3, '2026-09-30'],
  ['2026-03-07', 0, '2026-03-07'],
  ['2026-02-24', -1, '2026-02-14'],
  ['2025-12-31', 1, '2026-01-04'],
] as const)('%s and %d working days is %s', (from, count, expected) => {
  expect(addWorkDays(day(from), count, calendar)).toEqual({ kind: 'day', day: expected })
})

test('a year that is not known is said, never guessed', () => {
  expect(addWorkDays(day('2026-12-30'), 5, calendar)).toEqual({ kind: 'unknown-year', year: 2027 })
  expect(addWorkDays(day('2025-01-02'), -5, calendar)).toEqual({ kind: 'unknown-year', year: 2024 })
  expect(countWorkDays(day('2026-12-30'), day('2027-01-05'), calendar)).toEqual({ kind: 'unknown-year', year: 2027 })
  expect(addWorkDays(day('2026-12-30'), 0, calendarOf([]))).toEqual({ kind: 'day', day: '2026-12-30' })
})

test.each([
  ['2026-03-02', '2026-03-09', 5],
  ['2026-02-14', '2026-02-23', 0],
  ['2026-02-14', '2026-02-24', 1],
  ['2026-03-09', '2026-03-02', 0],
] as const)('after %s up to %s are %d working days', (from, to, count) => {
  expect(countWorkDays(day(from), day(to), calendar)).toEqual({ kind: 'count', count })
})

describe('tables', () => {
  test.each(builtInHolidayYears.map(table => [table.year, table] as const))('%d as built in', (_year, table) => {
    expect(mayAdoptHolidayYear(table)).toEqual({ allowed: true })
    expect(missingFixedDaysOff(table)).toEqual([])
    const holidays = table.off.flatMap(({ from, to }) => {
      const days = [from]
      while (days.at(-1) !== to) days.push(addDays(days.at(-1) ?? from, 1))
      return days
    })
    const workdaysOff = holidays.filter(on => new Date(on).getUTCDay() % 6 !== 0).length
    // What a weekend takes is made up, and what is taken from a weekday is worked on a weekend: the statutory days remain.
    expect(workdaysOff - table.workedWeekends.length).toBe(13)
  })

  test.each([
    [{ off: [{ name: '元旦', from: '2026-12-31', to: '2027-01-02' }] }, '元旦有不在 2027 年内的日期'],
    [{ off: [{ name: '元旦', from: '2027-01-02', to: '2027-01-01' }] }, '元旦的结束日期早于开始日期'],
    [{ workedWeekends: ['2026-01-04'] }, '2026.01.04 不在 2027 年内'],
    [{ workedWeekends: ['2027-01-04'] }, '2027.01.04 不是周末'],
    [
      { off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }], workedWeekends: ['2027-01-03'] },
      '2027.01.03 既列为放假又列为上班',
    ],
  ] as const)('%j is refused', (parts, reason) => {
    const verdict = mayAdoptHolidayYear(plain(parts))
    expect(verdict.allowed ? '' : verdict.reason).toContain(reason)
  })

  test('a table without the fixed days off asks to be looked at', () => {
    expect(missingFixedDaysOff(plain({ off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-01' }] }))).toEqual([
      '2027-05-01',
      '2027-05-02',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ])
  })

  test('what is no table is refused by its schema', () => {
    expect(HolidayYear.safeParse({ year: 2027, source: '', off: [], workedWeekends: [] }).success).toBe(false)
    expect(HolidayYear.safeParse({ year: 2027, source: '试', off: [], workedWeekends: ['2027-02'] }).success).toBe(
      false,
    )
  })
})

test.each([
  // A working day stays, also a weekend that is worked.
  ['2026-03-02', 'later', '2026-03-02'],
  ['2026-02-14', 'earlier', '2026-02-14'],
  ['2026-02-28', 'later', '2026-02-28'],
  // The weekend before and after, a long holiday with its worked weekends.
  ['2026-03-07', 'later', '2026-03-09'],
  ['2026-03-08', 'earlier', '2026-03-06'],
  ['2026-02-17', 'earlier', '2026-02-14'],
  ['2026-02-17', 'later', '2026-02-24'],
  ['2026-10-03', 'later', '2026-10-08'],
  ['2026-10-11', 'earlier', '2026-10-10'],
  ['2026-01-01', 'later', '2026-01-04'],
] as const)('%s rolled %s is %s', (from, direction, expected) => {
  expect(rollToWorkDay(day(from), direction, calendar)).toEqual({ kind: 'day', day: expected })
})

test('rolling into a year without a table says so', () => {
  expect(rollToWorkDay(day('2027-01-02'), 'earlier', calendar)).toEqual({ kind: 'unknown-year', year: 2027 })
  expect(rollToWorkDay(day('2025-01-01'), 'earlier', calendar)).toEqual({ kind: 'unknown-year', year: 2024 })
})
