import { type Basis, basisOf, type Parameter, parameterOn } from '../basis/basis'
import { monthFrom, monthsOf, type PartialDate, precisionOf } from '../dates/partial-date'
import { allowed, refused, type Verdict } from '../result'
import type { Cadre } from './cadres'

/** The age that the person would have retired at before the reform: an organisation's decision, never computed. */
export type OldLimit = 50 | 55 | 60 | 63 | 65 | 66

interface Delay {
  readonly limit: 50 | 55 | 60
  /** One month more for so many months of birth. */
  readonly step: number
  /** Months at most. */
  readonly most: number
}
const reform: Basis = {
  source: '全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定（2024年9月13日）',
  status: 'CONFIRMED(S)',
}
const open: Basis = {
  source: '县处级女干部、高级职称女性原六十岁退休（组通字〔2015〕14号），改革后如何计算未见明文',
  status: 'UNKNOWN',
}
/** Source: rule book 5.20 and 5.21. */
export const delays: readonly Delay[] = [
  { limit: 60, step: 4, most: 36 },
  { limit: 55, step: 4, most: 36 },
  { limit: 50, step: 2, most: 60 },
]
/** Month in which the reform came into force. */
const reformFrom = monthsOf('2025-01' as PartialDate).earliest
/** Dates go to 2200: whoever is born later than this is a slip of the pen. */
const latestBirth = monthsOf('2100-12' as PartialDate).latest
const manual: Basis = { source: '组织认定', status: 'CONFIRMED(P)' }

/** A month set by the organisation with its reason, which goes before everything computed. */
export interface RetirementOverride {
  readonly month: PartialDate
  readonly reason: string
}

/** Whether an override may be kept: a month that is one, and why. */
export function mayOverrideRetirement({ month, reason }: RetirementOverride): Verdict {
  if (precisionOf(month) === 'year') return refused('到龄年月要写到月')
  return reason.trim() === '' ? refused('要写明由谁认定、依据哪个文件') : allowed
}

export interface RetirementMonth {
  /** The month before the reform, the months added, and the month now: all in months since the year 0. */
  readonly old: number
  readonly delayMonths: number
  readonly now: number
}

export type Retirement =
  | {
      readonly kind: 'computed'
      readonly limit: OldLimit
      /** 到龄年月; the two differ where only the year of birth is known. */
      readonly earliest: PartialDate
      readonly latest: PartialDate
      /** Age then, as 61岁3个月; two of them where only the year is known. */
      readonly age: string
      readonly delayMonths: { readonly least: number; readonly most: number }
      readonly basis: Basis
    }
  | { readonly kind: 'decided'; readonly month: PartialDate; readonly reason: string; readonly basis: Basis }
  | { readonly kind: 'unknown'; readonly reason: string }

/**
 * One month of birth. Months from 2025-01 (=1) to the old limit, one month of delay for each step begun, up to the most.
 * Limits of 63, 65 and 66 are not changed. Source: rule book 5.21, formats 6.
 */
export function retirementMonthOf(birthMonth: number, limit: OldLimit): RetirementMonth {
  const old = birthMonth + limit * 12
  const rule = delays.find(each => each.limit === limit)
  const months = old - reformFrom + 1
  const delayMonths = !rule || months <= 0 ? 0 : Math.min(Math.ceil(months / rule.step), rule.most)
  return { old, delayMonths, now: old + delayMonths }
}

/** 改革前任职年龄界限为60岁, 60, 60岁; 已到龄人员 and other words give none. Source: NLLB of the editor 4.x. */
export function oldLimitOf(ageLimit: string): OldLimit | undefined {
  const years = Number(/(?<!\d)(50|55|60|63|65|66)(?!\d)/.exec(ageLimit)?.[0])
  return Number.isNaN(years) ? undefined : (years as OldLimit)
}

const showAge = (months: number): string =>
  months % 12 === 0 ? `${months / 12}岁` : `${Math.floor(months / 12)}岁${months % 12}个月`

/**
 * When somebody reaches the age of retirement. A man without a limit on file is taken for 60; a woman never for 50 or 55,
 * because the organisation decides which. Nothing here retires anybody. Source: rule book 5B.
 */
export function retirementOf(
  { birth, sex, ageLimit }: Pick<Cadre, 'birth' | 'sex' | 'ageLimit'>,
  override?: RetirementOverride,
): Retirement {
  if (override) return { kind: 'decided', ...override, basis: manual }
  const stated = oldLimitOf(ageLimit)
  if (stated === undefined && ageLimit.includes('已到龄'))
    return { kind: 'unknown', reason: '已到龄人员，到龄年月由组织认定' }
  if (!birth) return { kind: 'unknown', reason: '没有填出生年月' }
  if (monthsOf(birth).latest > latestBirth) return { kind: 'unknown', reason: '出生年月不合理' }
  if (stated === undefined && sex !== '男')
    return { kind: 'unknown', reason: sex === '女' ? '女干部要由组织认定原退休年龄是 50、55 还是 60 岁' : '没有填性别' }
  const limit = stated ?? 60
  const born = monthsOf(birth)
  const [first, last] = [retirementMonthOf(born.earliest, limit), retirementMonthOf(born.latest, limit)]
  const ages = [...new Set([limit * 12 + first.delayMonths, limit * 12 + last.delayMonths])].map(showAge)
  return {
    kind: 'computed',
    limit,
    earliest: monthFrom(first.now),
    latest: monthFrom(last.now),
    age: ages.join('至'),
    delayMonths: { least: first.delayMonths, most: last.delayMonths },
    basis: sex === '女' && limit === 60 ? open : reform,
  }
}

/**
 * The first and the last month that it may be, both the same mostly; undefined where it is not known. Whatever shows or prints
 * 到龄年月 takes it from here, with what the organisation has decided handed to `retirementOf`.
 */
export function retirementMonths(
  reached: Retirement,
): { readonly first: PartialDate; readonly last: PartialDate } | undefined {
  if (reached.kind === 'unknown') return undefined
  return reached.kind === 'decided'
    ? { first: reached.month, last: reached.month }
    : { first: reached.earliest, last: reached.latest }
}

/** Years by which retirement may be brought forward or put off by one's own will. Source: rule book 5.23 and 5.24. */
const elasticYears: Parameter<number> = {
  value: 3,
  validFrom: '2025-01-01',
  validTo: null,
  source: '实施弹性退休制度暂行办法：提前不超过三年且不早于原法定退休年龄，延迟不超过三年',
  status: 'CONFIRMED(S)',
}
/** The earliest and the latest month by one's own will, for one month of birth. */
export function elasticRangeOf(
  birthMonth: number,
  limit: 50 | 55 | 60,
): { earliest: PartialDate; latest: PartialDate } {
  const { old, now } = retirementMonthOf(birthMonth, limit)
  const months = elasticYears.value * 12
  return { earliest: monthFrom(Math.max(old, now - months)), latest: monthFrom(now + months) }
}

/** Years of contributions needed for a monthly pension, by the year of retirement. Source: rule book 5.25. */
const leastContributionYears: readonly Parameter<number>[] = Array.from({ length: 11 }, (_, step) => ({
  value: 15 + step * 0.5,
  validFrom: step === 0 ? '2011-07-01' : `${2029 + step}-01-01`,
  validTo: step === 10 ? null : `${2029 + step}-12-31`,
  source: '渐进式延迟法定退休年龄决定附表四',
  status: 'CONFIRMED(S)',
}))
export const contributionYearsOn = (on: PartialDate): (Basis & { readonly years: number }) | undefined => {
  const figure = parameterOn(leastContributionYears, on)
  return figure && { years: figure.value, ...basisOf(figure) }
}

/** Months before the month of retirement from which it is no longer far away. Source: rule book 5.29, typical. */
export const SOON_MONTHS = 18

/** Months before the month of retirement at which it is called to mind. Source: rule book 5.29, typical, a setting. */
const retirementReminders: Parameter<readonly number[]> = {
  value: [18, 12, 6, 3, 1],
  validFrom: '2025-01-01',
  validTo: null,
  source: '单位通行做法，可在设置中更改',
  status: 'MEMORY',
}

/** The months in which a retirement is called to mind, the first one first. Source: rule book 5.29. */
export const remindersBefore = (month: PartialDate): { readonly monthsBefore: number; readonly month: PartialDate }[] =>
  retirementReminders.value.map(monthsBefore => ({
    monthsBefore,
    month: monthFrom(monthsOf(month).earliest - monthsBefore),
  }))
