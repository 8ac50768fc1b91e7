import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, Day, daysOf, periodOf, weekdayOf } from '../../../src/shared/dates/add-months'
import { PartialDate } from '../../../src/shared/dates/partial-date'

const day = (text: string): Day => Day.parse(text)

test.each([
  ['2024-08-31', 6, '2025-02-28'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2024-01-10', 12, '2025-01-10'],
  ['2024-01-31', 18, '2025-07-31'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2024-01-15', -1, '2023-12-15'],
  ['2024-12-31', 2, '2025-02-28'],
  ['2024-05-05', 0, '2024-05-05'],
] as const)('%s and %d months is %s', (from, months, expected) => {
  expect(addMonths(day(from), months)).toBe(expected)
})

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2024-12-31', 1, '2025-01-01'],
  ['2024-01-01', -1, '2023-12-31'],
] as const)('%s and %d days is %s', (from, days, expected) => {
  expect(addDays(day(from), days)).toBe(expected)
})

test.each([
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2024-12', '2024-12-01', '2024-12-31'],
  ['2024-02-10', '2024-02-10', '2024-02-10'],
] as const)('%s means %s to %s', (text, earliest, latest) => {
  expect(daysOf(PartialDate.parse(text))).toEqual({ earliest, latest })
})

test('a period ends on the day before the same day, or on it by the other convention', () => {
  expect(periodOf(day('2024-01-10'), 12)).toEqual({
    lastDay: { earliest: '2025-01-09', latest: '2025-01-09' },
    firstFree: { earliest: '2025-01-10', latest: '2025-01-10' },
  })
  expect(periodOf(day('2024-01-10'), 12, 'next-day')).toEqual({
    lastDay: { earliest: '2025-01-10', latest: '2025-01-10' },
    firstFree: { earliest: '2025-01-11', latest: '2025-01-11' },
  })
})

test('a period from a month or a year alone has an earliest and a latest end', () => {
  expect(periodOf(PartialDate.parse('2024-08'), 6).firstFree).toEqual({ earliest: '2025-02-01', latest: '2025-02-28' })
  expect(periodOf(PartialDate.parse('2024'), 18).firstFree).toEqual({ earliest: '2025-07-01', latest: '2026-06-30' })
})

test('days are days', () => {
  expect(Day.safeParse('2024-08').error?.issues[0]?.message).toBe('日期要写到日')
  expect(weekdayOf(day('2026-01-04'))).toBe(0)
})

test('adding months keeps the order of days and never leaves the month', () => {
  const anyDay = fc.integer({ min: 0, max: 100_000 }).map(days => addDays(day('1850-01-01'), days))
  fc.assert(
    fc.property(anyDay, anyDay, fc.integer({ min: 0, max: 600 }), (a, b, months) => {
      const [first, second] = a <= b ? [a, b] : [b, a]
      expect(addMonths(first, months) <= addMonths(second, months)).toBe(true)
      const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
      expect(monthOf(addMonths(a, months))).toBe(monthOf(a) + months)
    }),
  )
})
