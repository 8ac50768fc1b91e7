import * as z from 'zod'

/**
 * A date as precise as it was written: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. Nothing is ever added to it.
 * Source: rule book 0.1; the archive often has only the month.
 */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
    error: '日期写作 1972、1972.04 或 1972.04.15',
    abort: true,
  })
  .refine(isRealDate, '没有这一天')
  .brand<'PartialDate'>()
export type PartialDate = z.infer<typeof PartialDate>

/** How many days a month has; month is 1 to 12. */
export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

function isRealDate(text: string): boolean {
  const year = Number(text.slice(0, 4))
  if (year < 1800 || year > 2200) return false
  const day = text.length < 10 ? 0 : Number(text.slice(8))
  // Every month has 28 days: the calendar is asked about the others alone.
  return day <= 28 || day <= daysIn(year, Number(text.slice(5, 7)))
}

export type Precision = 'year' | 'month' | 'day'
export const precisionOf = (date: PartialDate): Precision =>
  date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'

const digitsAlone = /^(\d{4})(?:(\d{2})(\d{2})?)?$/
const withMarks = /^(\d{4})(?:年|[.\-/。年](\d{1,2})(?:月|[.\-/。月](\d{1,2})[日号]?)?)$/

/**
 * Reads a date as people and programs write it: 197204, 19720415, 1972, 1972.04, 1972-4, 1972年4月15日, with blanks around.
 * @returns undefined when it is no date or is not finished, such as “1972.”; nothing is guessed
 */
export function parsePartialDate(text: string): PartialDate | undefined {
  const bare = text.normalize('NFKC').replaceAll(/\s/g, '')
  const parts = digitsAlone.exec(bare) ?? withMarks.exec(bare)
  if (!parts) return undefined
  const [, year, month, day] = parts
  const joined = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(part => part !== undefined).join('-')
  const result = PartialDate.safeParse(joined)
  return result.success ? result.data : undefined
}

/** As the officer writes it: 1972, 1972.04 or 1972.04.15. */
export const showDate = (date: PartialDate): string => date.replaceAll('-', '.')

/** As the form's files store it: digits alone. */
export const digitsOf = (date: PartialDate): string => date.replaceAll('-', '')

/** The earliest and the latest month that a date may mean, in months since the year 0; both the same unless it has only its year. */
export interface MonthSpan {
  readonly earliest: number
  readonly latest: number
}
export function monthsOf(date: PartialDate): MonthSpan {
  const year = Number(date.slice(0, 4)) * 12
  if (date.length === 4) return { earliest: year, latest: year + 11 }
  const month = year + Number(date.slice(5, 7)) - 1
  return { earliest: month, latest: month }
}

/** The date of a month counted from the year 0. @throws ZodError outside of 1800 to 2200 */
export const monthFrom = (count: number): PartialDate =>
  PartialDate.parse(`${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`)

/** -1, 0 or 1 by month; undefined when a year alone leaves the order open. */
export function compareMonths(a: PartialDate, b: PartialDate): -1 | 0 | 1 | undefined {
  const [left, right] = [monthsOf(a), monthsOf(b)]
  if (left.latest < right.earliest) return -1
  if (left.earliest > right.latest) return 1
  return precisionOf(a) === 'year' || precisionOf(b) === 'year' ? undefined : 0
}

/** Completed years, whole numbers; both the same unless a date has only its year. */
export interface Years {
  readonly least: number
  readonly most: number
}

/**
 * Completed years from one date to another by month: born this month counts as full. Negative when `to` may come first.
 * Source: the official editor's rule “年龄是计算到当月的实足年龄”.
 */
export function yearsBetween(from: PartialDate, to: PartialDate): Years {
  const [start, end] = [monthsOf(from), monthsOf(to)]
  const completed = (a: number, b: number): number => Math.floor((b - a) / 12)
  return { least: completed(start.latest, end.earliest), most: completed(start.earliest, end.latest) }
}
