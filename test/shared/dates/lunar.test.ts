import { describe, expect, test } from 'vitest'
import { addDays, Day } from '../../../src/shared/dates/add-months'
import { festivalOn, festivalYears, movingFestivals } from '../../../src/shared/dates/lunar'

const years = Array.from({ length: festivalYears.last - festivalYears.first + 1 }, (_, at) => festivalYears.first + at)

test.each([
  [2024, '除夕', '2024-02-09'],
  [2024, '春节', '2024-02-10'],
  [2025, '除夕', '2025-01-28'],
  [2025, '春节', '2025-01-29'],
  [2025, '端午', '2025-05-31'],
  [2025, '中秋', '2025-10-06'],
  [2025, '重阳', '2025-10-29'],
  [2026, '春节', '2026-02-17'],
  [2026, '元宵', '2026-03-03'],
  [2026, '清明', '2026-04-05'],
  [2026, '端午', '2026-06-19'],
  [2026, '中秋', '2026-09-25'],
  [2026, '重阳', '2026-10-18'],
  // New moons within minutes of midnight.
  [2027, '除夕', '2027-02-05'],
  [2027, '春节', '2027-02-06'],
  [2030, '春节', '2030-02-03'],
  // The leap month after the eleventh of 2033 and the late new year after it.
  [2033, '中秋', '2033-09-08'],
  [2033, '重阳', '2033-10-01'],
  [2034, '春节', '2034-02-19'],
  // A year with a leap sixth month, one with a leap fourth.
  [2020, '端午', '2020-06-25'],
  [2036, '重阳', '2036-10-27'],
  [2021, '清明', '2021-04-04'],
  [2022, '清明', '2022-04-05'],
  [2044, '清明', '2044-04-04'],
  // The sun comes one minute before midnight.
  [2021, '冬至', '2021-12-21'],
  [2050, '除夕', '2050-01-22'],
] as const)('%d %s is %s', (year, name, expected) => {
  expect(festivalOn(year, name)).toBe(expected)
})

test.each([2019, 2051])('%d is beyond the table: undefined', year => {
  for (const name of movingFestivals) expect(festivalOn(year, name)).toBeUndefined()
})

describe('each year', () => {
  const chinese = new Intl.DateTimeFormat('zh-u-ca-chinese', { timeZone: 'UTC', dateStyle: 'long' })
  const lunar = (day: Day): string => {
    const parts = chinese.formatToParts(new Date(`${day}T00:00:00Z`))
    return ['month', 'day'].map(kind => parts.find(({ type }) => type === kind)?.value ?? '').join('-')
  }
  /** Where the engine's calendar is a day off; the table follows GB/T 33661. */
  const engineErrs: Record<number, number> = { 2027: 1, 2030: -1 }

  test.each(years)('%d agrees with the calendar of the engine', year => {
    const first = engineErrs[year] ?? 0
    for (const [name, expected, shift] of [
      ['春节', '正月-初一', first],
      ['元宵', '正月-十五', first],
      ['端午', '五月-初五', 0],
      ['中秋', '八月-十五', 0],
      ['重阳', '九月-初九', 0],
    ] as const) {
      const day = festivalOn(year, name)
      expect(day && lunar(addDays(day, shift)), name).toBe(expected)
    }
  })

  test.each(years)('%d has 清明 and 冬至 by the formula of the century', year => {
    const short = year % 100
    const qingming = Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4)
    // The known exception of the formula: 2021, a minute before midnight.
    const solstice = Math.floor(short * 0.2422 + 21.94) - Math.floor(short / 4) - (year === 2021 ? 1 : 0)
    expect(festivalOn(year, '清明')).toBe(Day.parse(`${year}-04-0${qingming}`))
    expect(festivalOn(year, '冬至')).toBe(Day.parse(`${year}-12-${solstice}`))
  })
})
