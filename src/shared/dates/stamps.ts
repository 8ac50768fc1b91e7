import { addMonths, type Day } from './add-months'

/** A day as the number YYYYMMDD, as facts of files keep it: a whole department is gone through with numbers. */
export type Stamp = number
export const stampOf = (day: Day): Stamp => Number(day.replaceAll('-', ''))
/** A stamp is a real day, so nothing is parsed again. */
export const dayOf = (stamp: Stamp): Day => {
  const text = String(stamp)
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` as Day
}
/** Month is 1 to 12; a day past the month's end or before its start moves on. */
export const stampAt = (year: number, month: number, date: number): Stamp => {
  const at = new Date(Date.UTC(year, month - 1, date))
  return (at.getUTCFullYear() * 100 + at.getUTCMonth() + 1) * 100 + at.getUTCDate()
}
/** Days more or fewer. Every month has 28 days: only what reaches past them needs the calendar. */
export function plusDays(stamp: Stamp, days: number): Stamp {
  const date = (stamp % 100) + days
  return date >= 1 && date <= 28
    ? stamp + days
    : stampAt(Math.floor(stamp / 10_000), Math.floor(stamp / 100) % 100, date)
}

/** Nobody has talked for so many months, on a day, with whoever was talked to on the day that comes out, before it, or never. */
export const quietBound = (on: Day, months: number): Stamp => stampOf(addMonths(on, -months))
