import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compareMonths,
  digitsOf,
  monthFrom,
  monthsOf,
  PartialDate,
  parsePartialDate,
  precisionOf,
  showDate,
  yearsBetween,
} from '../../../src/shared/dates/partial-date'

const date = (text: string): PartialDate => PartialDate.parse(text)

test.each([
  ['1972', '1972'],
  ['197204', '1972-04'],
  ['19720415', '1972-04-15'],
  ['1972.04', '1972-04'],
  ['1972-4', '1972-04'],
  ['1972/4/5', '1972-04-05'],
  ['1972年', '1972'],
  ['1972年4', '1972-04'],
  ['1972年4月', '1972-04'],
  ['1972年4月15', '1972-04-15'],
  ['1972年4月15日', '1972-04-15'],
  ['1972年4月15号', '1972-04-15'],
  ['1972.4月', '1972-04'],
  ['1972年4.15', '1972-04-15'],
  ['1972.04.15日', '1972-04-15'],
  ['１９７２．０４', '1972-04'],
  ['1972。4', '1972-04'],
  ['\u000b1972.04 ', '1972-04'],
  ['　1972 . 04', '1972-04'],
  ['2024-02-29', '2024-02-29'],
  ['', undefined],
  ['不详', undefined],
  ['1972.', undefined],
  ['1972-04-', undefined],
  ['1972.13', undefined],
  ['1972.0', undefined],
  ['197200', undefined],
  ['19720230', undefined],
  ['2023-02-29', undefined],
  ['19724', undefined],
  ['720415', undefined],
  ['1972041', undefined],
  ['1972.04至今', undefined],
  ['1972.04日', undefined],
  ['1799', undefined],
  ['2201.01', undefined],
] as const)('“%s” is read as %s', (text, expected) => {
  expect(parsePartialDate(text)).toBe(expected)
})

test('a malformed date is told once, and a day that does not exist as such', () => {
  const messagesOf = (text: string) => PartialDate.safeParse(text).error?.issues.map(issue => issue.message)
  expect(messagesOf('abc')).toEqual(['日期写作 1972、1972.04 或 1972.04.15'])
  expect(messagesOf('1972-00')).toEqual(['日期写作 1972、1972.04 或 1972.04.15'])
  expect(messagesOf('1972-02-30')).toEqual(['没有这一天'])
})

test.each([
  ['1972', 'year', '1972', '1972'],
  ['1972-04', 'month', '1972.04', '197204'],
  ['1972-04-15', 'day', '1972.04.15', '19720415'],
] as const)('%s is precise to the %s', (text, precision, shown, digits) => {
  expect(precisionOf(date(text))).toBe(precision)
  expect(showDate(date(text))).toBe(shown)
  expect(digitsOf(date(text))).toBe(digits)
  expect(parsePartialDate(shown)).toBe(text)
  expect(parsePartialDate(digits)).toBe(text)
})

test.each([
  ['1972-04', '1972-05', -1],
  ['1972-04', '1972-04', 0],
  ['1972-04-30', '1972-04-01', 0],
  ['1972-05', '1972-04-30', 1],
  ['1971', '1972-01', -1],
  ['1973', '1972-12', 1],
  ['1972', '1972-01', undefined],
  ['1972-12', '1972', undefined],
  ['1972', '1972', undefined],
  ['1971', '1972', -1],
] as const)('%s against %s is %s', (a, b, expected) => {
  expect(compareMonths(date(a), date(b))).toBe(expected)
})

test.each([
  ['1972-04', '2022-04', 50, 50],
  ['1972-04', '2022-03', 49, 49],
  ['1972-04-30', '2022-04-01', 50, 50],
  ['1972', '2022-04', 49, 50],
  ['1972', '2022-12', 50, 50],
  ['1972-12', '2022', 49, 50],
  ['1972', '2022', 49, 50],
  ['2022-05', '2022-04', -1, -1],
  ['2022', '2022', -1, 0],
] as const)('from %s to %s are %d to %d years', (from, to, least, most) => {
  expect(yearsBetween(date(from), date(to))).toEqual({ least, most })
})

const year = fc.integer({ min: 1800, max: 2200 })
const month = fc.integer({ min: 1, max: 12 }).map(n => String(n).padStart(2, '0'))

test('months counted and written are the same', () => {
  fc.assert(
    fc.property(year, month, (y, m) => {
      const { earliest, latest } = monthsOf(date(`${y}-${m}`))
      expect(earliest).toBe(latest)
      expect(monthFrom(earliest)).toBe(`${y}-${m}`)
    }),
  )
})

test('a year alone spans what its months give', () => {
  fc.assert(
    fc.property(year, year, month, month, (from, to, m1, m2) => {
      const span = yearsBetween(date(`${from}`), date(`${to}`))
      const exact = yearsBetween(date(`${from}-${m1}`), date(`${to}-${m2}`))
      expect(span.least).toBeLessThanOrEqual(exact.least)
      expect(span.most).toBeGreaterThanOrEqual(exact.most)
    }),
  )
})
