import { expect, test } from 'vitest'
import { dayKey, headingOf, lunarOf, weekFrom } from '../../../src/renderer/home/home.dates'

test('the heading names the day as an officer writes it', () => {
  expect(headingOf(new Date(2026, 10, 23, 23, 59))).toBe('11月23日\u3000星期一')
  expect(headingOf(new Date(2027, 0, 3))).toBe('1月3日\u3000星期日')
})

test.each([
  [new Date(2026, 10, 23), '农历十月十五'],
  [new Date(2026, 1, 17), '农历正月初一'],
  [new Date(2026, 1, 16), '农历腊月廿九'],
  [new Date(2026, 1, 26), '农历正月初十'],
  [new Date(2026, 2, 8), '农历正月二十'],
  [new Date(2025, 6, 25), '农历闰六月初一'],
])('the lunar day of %s', (date, words) => expect(lunarOf(date)).toBe(words))

test('the week begins today, runs over the end of a month, and says so once', () => {
  const week = weekFrom(new Date(2026, 10, 27, 18))
  expect(week.map(({ key }) => key)).toEqual([
    '2026-11-27',
    '2026-11-28',
    '2026-11-29',
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
  ])
  expect(week.map(({ month }) => month)).toEqual([null, null, null, null, '12月', null, null])
  expect(week.filter(({ weekend }) => weekend).map(({ weekday }) => weekday)).toEqual(['周六', '周日'])
  expect(weekFrom(new Date(2026, 11, 1))[0]?.month).toBeNull()
})

test('a day is told in the time of this computer', () => expect(dayKey(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05'))
