import * as z from 'zod'
import { daysIn, PartialDate } from './partial-date'

/** A date known to the day. Deadlines start from one. */
export const Day = PartialDate.refine(date => date.length === 10, '日期要写到日').brand<'Day'>()
export type Day = z.infer<typeof Day>

/** The earliest and the latest day that something may mean; both the same when it is known to the day. Source: rule book 0.1. */
export interface DaySpan {
  readonly earliest: Day
  readonly latest: Day
}

/** Month is 1 to 12; a day past the month's end or before its start moves on. @throws ZodError outside of 1800 to 2200 */
const dayAt = (year: number, month: number, day: number): Day =>
  Day.parse(new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10))

const partsOf = (day: Day): [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
]

/** The days that a date may mean: the day itself, its month's or its year's first and last. */
export function daysOf(date: PartialDate): DaySpan {
  // A date is a real one, so its days are too: none needs to be parsed again.
  const [first, last] =
    date.length === 4
      ? [`${date}-01-01`, `${date}-12-31`]
      : date.length === 7
        ? [`${date}-01`, `${date}-${daysIn(Number(date.slice(0, 4)), Number(date.slice(5)))}`]
        : [date, date]
  return { earliest: first as Day, latest: last as Day }
}

export function addDays(day: Day, days: number): Day {
  const [year, month, date] = partsOf(day)
  return dayAt(year, month, date + days)
}

/** 0 is Sunday. */
/** How many days lie between two days; negative when the second is the earlier one. */
export const daysFrom = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** The same day of another month, or its last day where it has no such day: 2024-08-31 and 6 months is 2025-02-28. Source: rule book 0.2. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = partsOf(day)
  const last = Number(dayAt(year, month + months + 1, 0).slice(8))
  return dayAt(year, month + months, Math.min(date, last))
}

/** Whether the day that the period is over is free already, or only the day after. A unit's own convention; rule book 0.2. */
export type FirstFree = 'same-day' | 'next-day'

/** A period of months: its last day and the first day after it, each as wide as the start leaves them. */
export interface Period {
  readonly lastDay: DaySpan
  readonly firstFree: DaySpan
}

/** The period of N months that starts on a date. Source: rule book 0.2, which is a design convention: practice differs by a day. */
export function periodOf(start: PartialDate, months: number, firstFree: FirstFree = 'same-day'): Period {
  const { earliest, latest } = daysOf(start)
  const over: DaySpan = { earliest: addMonths(earliest, months), latest: addMonths(latest, months) }
  const shift = (days: number): DaySpan => ({
    earliest: addDays(over.earliest, days),
    latest: addDays(over.latest, days),
  })
  return firstFree === 'same-day' ? { lastDay: shift(-1), firstFree: over } : { lastDay: over, firstFree: shift(1) }
}
