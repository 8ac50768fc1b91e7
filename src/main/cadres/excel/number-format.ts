import type { Precision } from '../../../shared/dates/partial-date'

/** What a number format shows: a date up to year, month or day, a time, or a number with so many decimals. */
export type NumberFormat =
  | { readonly kind: 'date'; readonly precision: Precision }
  | { readonly kind: 'time' }
  | { readonly kind: 'number'; readonly decimals: number | undefined }

const date = (precision: Precision): NumberFormat => ({ kind: 'date', precision })
const time: NumberFormat = { kind: 'time' }
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_each, at) => from + at)

/** Formats that files name by number alone, those of 50 and above and 27 to 36 as Chinese editions show them. Source: ECMA-376 18.8.30. */
const builtIn = new Map<number, NumberFormat>([
  ...[14, 15, 16, 22, ...range(28, 31), 51, 53, 54, 58].map(id => [id, date('day')] as const),
  ...[17, 27, 36, 50, 52, 57].map(id => [id, date('month')] as const),
  ...[18, 19, 20, 21, ...range(32, 35), 45, 46, 47, 55, 56].map(id => [id, time] as const),
  ...[2, 4, 10, 39, 40].map(id => [id, { kind: 'number', decimals: 2 }] as const),
])

/** Reads a format that the file spells out, by the letters of its first section that are not quoted. */
export function readFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return builtIn.get(id) ?? { kind: 'number', decimals: undefined }
  const letters = (code.split(';')[0] ?? '')
    .replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replaceAll(/general/gi, '')
    .toLowerCase()
  if (/[ye]/.test(letters) && !/[0#?]/.test(letters))
    return date(letters.includes('d') ? 'day' : letters.includes('m') ? 'month' : 'year')
  if (/d/.test(letters) && !/[0#?]/.test(letters)) return date('day')
  if (/[hs]/.test(letters)) return time
  const decimals = /\.([0#?]+)/.exec(letters)?.[1]
  return { kind: 'number', decimals: decimals === undefined ? undefined : decimals.replaceAll(/[^0]/g, '').length }
}

const dayMs = 86_400_000
const firstDay = Date.UTC(1899, 11, 31)
const latestSerial = 2_958_465

/**
 * The day that a serial number means, as digits with dots and no more of them than its format shows: 1986.11 stays a month.
 * @param from1904 whether the file counts from 1904, as those of old Macs do
 * @returns undefined for no date, such as the 29th of February 1900 that Excel believes in
 */
export function showSerial(serial: number, precision: Precision, from1904: boolean): string | undefined {
  const day = Math.floor(serial) + (from1904 ? 1462 : 0)
  if (!Number.isFinite(day) || day < 1 || day > latestSerial || day === 60) return undefined
  const iso = new Date(firstDay + (day > 60 ? day - 1 : day) * dayMs).toISOString()
  const length = precision === 'year' ? 4 : precision === 'month' ? 7 : 10
  return iso.slice(0, length).replaceAll('-', '.')
}

/** A number as its format shows it, up to the 15 digits that Excel keeps. */
export function showNumber(value: number, decimals: number | undefined): string {
  if (decimals !== undefined) return value.toFixed(Math.min(decimals, 10))
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') && Math.abs(value) >= 1 && Math.abs(value) < 1e21
    ? BigInt(Math.round(value)).toString()
    : text
}
