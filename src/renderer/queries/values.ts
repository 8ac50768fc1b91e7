import { PartialDate, parsePartialDate, showDate } from '../../shared/dates/partial-date'
import type { Condition } from '../../shared/queries/queries'

type Value = Condition['values'][number]
const MOST_CHARS = 120

/** What is no number yet stays as it was typed; the rules say what is wrong with it. */
export function readNumber(text: string): Value {
  const bare = text.normalize('NFKC').trim()
  return /^-?\d{1,7}(\.\d+)?$/.test(bare) ? Number(bare) : bare.slice(0, MOST_CHARS)
}

export const readDate = (text: string): Value => parsePartialDate(text) ?? text.trim().slice(0, MOST_CHARS)
export const dateText = (value: Value): string => {
  const date = PartialDate.safeParse(value)
  return date.success ? showDate(date.data) : String(value)
}

/** Words with 顿号, commas or semicolons between them. */
export const readWords = (text: string): Value[] =>
  text
    .split(/[、，,;；]/)
    .map(word => word.trim().slice(0, MOST_CHARS))
    .filter(word => word !== '')
export const wordsText = (values: readonly Value[]): string => values.join('、')
