import { addDays, Day } from './add-months'

/** Festivals whose day the moon or the sun sets. */
export const movingFestivals = ['除夕', '春节', '元宵', '清明', '端午', '中秋', '重阳', '冬至'] as const
export type MovingFestival = (typeof movingFestivals)[number]

const columns = ['春节', '元宵', '清明', '端午', '中秋', '重阳', '冬至'] as const

/**
 * The days of each year, in the order of `columns`, by the time of Beijing. Source: reckoned from the new moons and the sun's
 * longitude by the rules of GB/T 33661-2017 (农历的编算和颁行). They stand here as data, because the calendar that comes with the
 * engine is off by a day where a new moon falls within minutes of midnight: 春节 2027 (23:57) and 2030 (00:08).
 */
const table: ReadonlyMap<number, string> = new Map([
  [2020, '01-25 02-08 04-04 06-25 10-01 10-25 12-21'],
  [2021, '02-12 02-26 04-04 06-14 09-21 10-14 12-21'],
  [2022, '02-01 02-15 04-05 06-03 09-10 10-04 12-22'],
  [2023, '01-22 02-05 04-05 06-22 09-29 10-23 12-22'],
  [2024, '02-10 02-24 04-04 06-10 09-17 10-11 12-21'],
  [2025, '01-29 02-12 04-04 05-31 10-06 10-29 12-21'],
  [2026, '02-17 03-03 04-05 06-19 09-25 10-18 12-22'],
  [2027, '02-06 02-20 04-05 06-09 09-15 10-08 12-22'],
  [2028, '01-26 02-09 04-04 05-28 10-03 10-26 12-21'],
  [2029, '02-13 02-27 04-04 06-16 09-22 10-16 12-21'],
  [2030, '02-03 02-17 04-05 06-05 09-12 10-05 12-22'],
  [2031, '01-23 02-06 04-05 06-24 10-01 10-24 12-22'],
  [2032, '02-11 02-25 04-04 06-12 09-19 10-12 12-21'],
  [2033, '01-31 02-14 04-04 06-01 09-08 10-01 12-21'],
  [2034, '02-19 03-05 04-05 06-20 09-27 10-20 12-22'],
  [2035, '02-08 02-22 04-05 06-10 09-16 10-09 12-22'],
  [2036, '01-28 02-11 04-04 05-30 10-04 10-27 12-21'],
  [2037, '02-15 03-01 04-04 06-18 09-24 10-17 12-21'],
  [2038, '02-04 02-18 04-05 06-07 09-13 10-07 12-22'],
  [2039, '01-24 02-07 04-05 05-27 10-02 10-26 12-22'],
  [2040, '02-12 02-26 04-04 06-14 09-20 10-14 12-21'],
  [2041, '02-01 02-15 04-04 06-03 09-10 10-03 12-21'],
  [2042, '01-22 02-05 04-04 06-22 09-28 10-22 12-22'],
  [2043, '02-10 02-24 04-05 06-11 09-17 10-11 12-22'],
  [2044, '01-30 02-13 04-04 05-31 10-05 10-29 12-21'],
  [2045, '02-17 03-03 04-04 06-19 09-25 10-18 12-21'],
  [2046, '02-06 02-20 04-04 06-08 09-15 10-08 12-22'],
  [2047, '01-26 02-09 04-05 05-29 10-04 10-27 12-22'],
  [2048, '02-14 02-28 04-04 06-15 09-22 10-16 12-21'],
  [2049, '02-02 02-16 04-04 06-04 09-11 10-05 12-21'],
  [2050, '01-23 02-06 04-04 06-23 09-30 10-24 12-22'],
])

/** The first and the last year that the table knows. */
export const festivalYears = { first: 2020, last: 2050 } as const

/**
 * The day of a festival within a year of the common calendar; 除夕 is the eve of that year's 春节.
 * @returns undefined outside of `festivalYears`: whoever asks says so and guesses nothing
 */
export function festivalOn(year: number, name: MovingFestival): Day | undefined {
  const days = table.get(year)?.split(' ')
  if (!days) return undefined
  const day = Day.parse(`${year}-${days[columns.indexOf(name === '除夕' ? '春节' : name)]}`)
  return name === '除夕' ? addDays(day, -1) : day
}
