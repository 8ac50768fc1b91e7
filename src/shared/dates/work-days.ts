import * as z from 'zod'
import { type Parameter, parameterOn } from '../basis/basis'
import { allowed, refused, type Verdict } from '../result'
import { addDays, Day, weekdayOf } from './add-months'
import { type PartialDate, showDate } from './partial-date'

/** One holiday of the yearly notice, first and last day included. */
const Holiday = z.object({ name: z.string().min(1).max(20), from: Day, to: Day })

/**
 * The days off and the weekends worked of one year, as the yearly notice sets them. It is data that the officer imports
 * and edits: a year without a table has no working days that anybody could know. Source: rule book 0.3.
 */
export const HolidayYear = z.object({
  year: z.int().min(1949).max(2200),
  /** The notice and its number. */
  source: z.string().min(1).max(120),
  off: z.array(Holiday).max(40),
  workedWeekends: z.array(Day).max(40),
})
export type HolidayYear = z.infer<typeof HolidayYear>

/** What years are known. */
export type WorkCalendar = ReadonlyMap<number, HolidayYear>
export const calendarOf = (years: readonly HolidayYear[]): WorkCalendar => new Map(years.map(year => [year.year, year]))

/** The calendar has no table for this year: nothing is guessed. */
export interface UnknownYear {
  readonly kind: 'unknown-year'
  readonly year: number
}

const fixed = (value: readonly string[], validFrom: string, validTo: string | null): Parameter<readonly string[]> => ({
  value,
  validFrom,
  validTo,
  source: '全国年节及纪念日放假办法第二条',
  status: validTo === null ? 'CONFIRMED(P)' : 'MEMORY',
})
/** Days off that fall on the same date every year, as month and day. */
const fixedDaysOff: readonly Parameter<readonly string[]>[] = [
  fixed(['01-01', '05-01', '10-01', '10-02', '10-03'], '2008-01-01', '2024-12-31'),
  fixed(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'], '2025-01-01', null),
]

const isWeekend = (day: Day): boolean => weekdayOf(day) % 6 === 0
const yearOf = (day: Day): number => Number(day.slice(0, 4))
const holidayOn = (table: HolidayYear, day: Day) => table.off.find(({ from, to }) => from <= day && day <= to)

/** Whether a table may be taken in. Its days lie in its year, none is both off and worked, and only weekends are made up. */
export function mayAdoptHolidayYear(table: HolidayYear): Verdict {
  for (const { name, from, to } of table.off) {
    if (from > to) return refused(`${name}的结束日期早于开始日期`)
    if (yearOf(from) !== table.year || yearOf(to) !== table.year)
      return refused(`${name}有不在 ${table.year} 年内的日期，请放进它所在年份的表里`)
  }
  for (const day of table.workedWeekends) {
    if (yearOf(day) !== table.year) return refused(`${showDate(day)} 不在 ${table.year} 年内`)
    if (!isWeekend(day)) return refused(`${showDate(day)} 不是周末，不必列为调休上班`)
    if (holidayOn(table, day)) return refused(`${showDate(day)} 既列为放假又列为上班`)
  }
  return allowed
}

/** Statutory days off with a fixed date that a table leaves out: a reason to look again, not a refusal. */
export function missingFixedDaysOff(table: HolidayYear): Day[] {
  const days = parameterOn(fixedDaysOff, `${table.year}-06` as PartialDate)?.value ?? []
  return days.map(day => Day.parse(`${table.year}-${day}`)).filter(day => !holidayOn(table, day))
}

/** What kind of day it is; `name` is the holiday's. */
export function kindOfDay(
  day: Day,
  calendar: WorkCalendar,
): { readonly kind: 'work' } | { readonly kind: 'rest'; readonly name: string } | UnknownYear {
  const table = calendar.get(yearOf(day))
  if (!table) return { kind: 'unknown-year', year: yearOf(day) }
  const holiday = holidayOn(table, day)
  if (holiday) return { kind: 'rest', name: holiday.name }
  if (isWeekend(day) && !table.workedWeekends.includes(day)) return { kind: 'rest', name: '周末' }
  return { kind: 'work' }
}

/**
 * The day that lies this many working days later, or earlier when negative. The first day does not count.
 * Zero is the day itself, whether it is a working day or not.
 */
export function addWorkDays(
  from: Day,
  count: number,
  calendar: WorkCalendar,
): { readonly kind: 'day'; readonly day: Day } | UnknownYear {
  const step = Math.sign(count)
  let day = from
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step)
    const kind = kindOfDay(day, calendar)
    if (kind.kind === 'unknown-year') return kind
    if (kind.kind === 'work') left--
  }
  return { kind: 'day', day }
}

/** Working days after `from` up to and with `to`; none when `to` comes first. */
export function countWorkDays(
  from: Day,
  to: Day,
  calendar: WorkCalendar,
): { readonly kind: 'count'; readonly count: number } | UnknownYear {
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    const kind = kindOfDay(day, calendar)
    if (kind.kind === 'unknown-year') return kind
    if (kind.kind === 'work') count++
  }
  return { kind: 'count', count }
}

/** The day itself when it is a working day, else the nearest one before or after it. Source: rule book 0.3. */
export function rollToWorkDay(
  day: Day,
  direction: 'earlier' | 'later',
  calendar: WorkCalendar,
): { readonly kind: 'day'; readonly day: Day } | UnknownYear {
  const kind = kindOfDay(day, calendar)
  if (kind.kind === 'unknown-year') return kind
  return kind.kind === 'work' ? { kind: 'day', day } : addWorkDays(day, direction === 'later' ? 1 : -1, calendar)
}
