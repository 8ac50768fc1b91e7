import { type PartialDate, precisionOf } from '../../shared/dates/partial-date'

/** Months are counted from the year 0, as `monthsOf` counts them. */
const first = 1880 * 12
const texts: readonly PartialDate[] = Array.from(
  { length: 300 * 12 },
  (_, at) => `${1880 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}` as PartialDate,
)

/** The same as `monthFrom` without looking at the date again: a million people have a hundred million of them. */
export const monthText = (month: number): PartialDate => texts[month - first] ?? ('1880-01' as PartialDate)
/** Month is 1 to 12. */
export const monthAt = (year: number, month: number): number => year * 12 + month - 1
export const yearOf = (month: number): number => Math.floor(month / 12)
export const monthOfYear = (month: number): number => (month % 12) + 1
/** 2008.09 */
export const shown = (month: number): string => monthText(month).replace('-', '.')

/** @throws RangeError for a year alone, which leaves the month open */
export function monthOf(date: PartialDate): number {
  if (precisionOf(date) === 'year') throw new RangeError('the month is needed')
  return monthAt(Number(date.slice(0, 4)), Number(date.slice(5, 7)))
}

/** A day that every month has. */
export const dayText = (month: number, day: number): PartialDate =>
  `${monthText(month)}-${String(day).padStart(2, '0')}` as PartialDate
