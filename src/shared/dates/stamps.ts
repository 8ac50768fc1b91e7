import { addMonths, type Day } from './add-months'

/** A day as the number YYYYMMDD, as facts of files keep it: a whole department is gone through with numbers. */
export type Stamp = number
export const stampOf = (day: Day): Stamp => Number(day.replaceAll('-', ''))
/** A stamp is a real day, so nothing is parsed again. */
export const dayOf = (stamp: Stamp): Day => {
  const text = String(stamp)
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` as Day
}
export const stampOrNull = (day: Day | null): Stamp | null => (day === null ? null : stampOf(day))
export const dayOrNull = (stamp: Stamp | null): Day | null => (stamp === null ? null : dayOf(stamp))
/** Month is 1 to 12; a day past the month's end or before its start moves on. */
export const stampAt = (year: number, month: number, date: number): Stamp => {
  const at = new Date(Date.UTC(year, month - 1, date))
  return (at.getUTCFullYear() * 100 + at.getUTCMonth() + 1) * 100 + at.getUTCDate()
}
/** 1 March of the year 0 as day 0: whole numbers alone, since a department's days are moved by the million. */
function dayNumberOf(stamp: Stamp): number {
  const month = Math.floor(stamp / 100) % 100
  const year = Math.floor(stamp / 10_000) - (month <= 2 ? 1 : 0)
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + (stamp % 100) - 1
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + inYear
}
function stampOfNumber(days: number): Stamp {
  const era = Math.floor(days / 146_097)
  const inEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  )
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * inYear + 2) / 153)
  const date = inYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0)) * 10_000 + month * 100 + date
}
/** Days more or fewer. Every month has 28 days: only what reaches past them needs the calendar. */
export function plusDays(stamp: Stamp, days: number): Stamp {
  const date = (stamp % 100) + days
  return date >= 1 && date <= 28 ? stamp + days : stampOfNumber(dayNumberOf(stamp) + days)
}

const lastDates = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** Month is 1 to 12. */
const lastDateOf = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (lastDates[month - 1] ?? 31)
/** The same day of another month, or its last day where it has no such day, as `addMonths` finds it. */
export function plusMonths(stamp: Stamp, months: number): Stamp {
  const count = Math.floor(stamp / 10_000) * 12 + (Math.floor(stamp / 100) % 100) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  return (year * 100 + month) * 100 + Math.min(stamp % 100, lastDateOf(year, month))
}

/** Nobody has talked for so many months, on a day, with whoever was talked to on the day that comes out, before it, or never. */
export const quietBound = (on: Day, months: number): Stamp => stampOf(addMonths(on, -months))
