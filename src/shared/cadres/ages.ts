import { compareMonths, type PartialDate, type Years, yearsBetween } from '../dates/partial-date'
import type { Cadre } from './cadres'
import { partyAgeStart } from './party-age'

/** The date that ages are computed at, and where it comes from. */
export interface ReferenceDate {
  readonly on: PartialDate
  readonly origin: '计算年龄时间' | '填表时间' | '今天'
}

/** 计算年龄时间 of the form, else 填表时间, else today. Source: formats 6. */
export function referenceDate(
  { ageOn, filledOn }: Pick<Cadre, 'ageOn' | 'filledOn'>,
  today: PartialDate,
): ReferenceDate {
  if (ageOn) return { on: ageOn, origin: '计算年龄时间' }
  return filledOn ? { on: filledOn, origin: '填表时间' } : { on: today, origin: '今天' }
}

/**
 * Completed years from a date that may not be known, by month. Where a year alone leaves the beginning open the least is 0.
 * @returns undefined when the date is not known or certainly later than `on`
 */
export function elapsedYears(from: PartialDate | null, on: PartialDate): Years | undefined {
  if (!from || compareMonths(from, on) === 1) return undefined
  const { least, most } = yearsBetween(from, on)
  return { least: Math.max(0, least), most }
}

/** 年龄: completed years in the month of `on`. Source: the official editor, “年龄是计算到当月的实足年龄”. */
export const ageOf = ({ birth }: Pick<Cadre, 'birth'>, on: PartialDate): Years | undefined => elapsedYears(birth, on)

/** 工作年限: the same rule on 参加工作时间. Interruptions are not known here. */
export const workYearsOf = ({ workStart }: Pick<Cadre, 'workStart'>, on: PartialDate): Years | undefined =>
  elapsedYears(workStart, on)

/** 党龄, from the day it counts from; undefined while that day is not known, see partyAgeStart for the reason. */
export function partyYearsOf(cadre: Pick<Cadre, 'partyJoined' | 'partyFull'>, on: PartialDate): Years | undefined {
  const start = partyAgeStart(cadre)
  return start.kind === 'known' ? elapsedYears(start.start, on) : undefined
}

/** 任现职, 任现职务层次 and 任现职级 years. */
export const yearsInPost = ({ currentPostSince }: Pick<Cadre, 'currentPostSince'>, on: PartialDate) =>
  elapsedYears(currentPostSince, on)
export const yearsAtLevel = ({ postLevelSince }: Pick<Cadre, 'postLevelSince'>, on: PartialDate) =>
  elapsedYears(postLevelSince, on)
export const yearsAtRank = ({ rankSince }: Pick<Cadre, 'rankSince'>, on: PartialDate) => elapsedYears(rankSince, on)

/** 49岁, or 48至49岁 where only a year is known. */
export const showYears = ({ least, most }: Years, unit: '岁' | '年'): string =>
  least === most ? `${least}${unit}` : `${least}至${most}${unit}`
