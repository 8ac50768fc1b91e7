import { checkCharacterOf } from '../../shared/cadres/id-number'
import type { PartialDate } from '../../shared/dates/partial-date'
import { dayText, monthText } from './months'
import type { Sex } from './names'

/**
 * Number ranges that belong to nobody: prefectures 71 to 99 of a province whose prefectures end at 17, so that a number
 * passes every check and can be no citizen's. 90 is left out: provinces use it for counties of their own.
 */
const provinceDigits = '37'
const prefectures = [
  ...Array.from({ length: 19 }, (_, at) => 71 + at),
  ...Array.from({ length: 9 }, (_, at) => 91 + at),
].toReversed()
const areasEach = 99
const sequences = 500

/** 18 characters, different for each index up to a million and more. */
export function idNumberOf(index: number, birth: number, day: number, sex: Sex): string {
  const block = Math.floor(index / sequences)
  const prefecture = prefectures[Math.floor(block / areasEach) % prefectures.length] ?? 99
  const area = String((block % areasEach) + 1).padStart(2, '0')
  const sequence = String((index % sequences) * 2 + (sex === '男' ? 1 : 0)).padStart(3, '0')
  const first17 = `${provinceDigits}${prefecture}${area}${dayText(birth, day).replaceAll('-', '')}${sequence}`
  return first17 + checkCharacterOf(first17)
}

/** A mobile number of the range 154, which no carrier has been given. */
export const phoneOf = (index: number): string =>
  `154${String((index * 7_919 + 1_234_567) % 100_000_000).padStart(8, '0')}`

/** The month as the form has it; some archives know the day. */
export const birthText = (birth: number, day: number, knowsDay: boolean): PartialDate =>
  knowsDay ? dayText(birth, day) : monthText(birth)
