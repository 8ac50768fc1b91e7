import { ageOf, showYears } from '../../shared/cadres/ages'
import type { Cadre } from '../../shared/cadres/cadres'
import { type PartialDate, showDate } from '../../shared/dates/partial-date'

/** 1984.03: as the forms print it; a day is kept in the file but has no place here. */
export const monthWords = (date: PartialDate | null): string => (date ? showDate(date).slice(0, 7) : '')
export const dateWords = (date: PartialDate | null): string => (date ? showDate(date) : '')

export function ageWords(who: Pick<Cadre, 'birth'>, on: PartialDate): string {
  const age = ageOf(who, on)
  return age ? showYears(age, '岁') : ''
}

/** 1984.03（42岁） */
export function birthWords(who: Pick<Cadre, 'birth'>, on: PartialDate): string {
  const age = ageWords(who, on)
  return age === '' ? monthWords(who.birth) : `${monthWords(who.birth)}（${age}）`
}

/** 2030.01.02 10:20 */
export function instantWords(iso: string): string {
  const at = new Date(iso)
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${at.getFullYear()}.${two(at.getMonth() + 1)}.${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}

export const count = (number: number): string => number.toLocaleString('zh-CN')

/** 四级调研员（2023.12） */
export const sinceWords = (name: string, since: PartialDate | null): string =>
  name === '' ? '' : since ? `${name}（${monthWords(since)}）` : name
