import type { Basis } from '../basis/basis'
import type { Cadre } from '../cadres/cadres'
import { contributionYearsOn, elasticRangeOf, oldLimitOf } from '../cadres/retirement.rules'
import { monthsOf, type PartialDate, precisionOf } from '../dates/partial-date'

/** By one's own will: not before the old age and at most three years from the new one. Source: rule book 5.23, 5.24. */
export interface Elastic {
  readonly earliest: PartialDate
  readonly latest: PartialDate
  readonly basis: Basis
  /** Years of contributions that the earliest month asks for; undefined before there was such a rule. */
  readonly years: { readonly years: number; readonly basis: Basis } | undefined
}

/** @returns undefined where the birth is not known to the month, or the limit is none that the reform moves */
export function elasticOf({ birth, sex, ageLimit }: Pick<Cadre, 'birth' | 'sex' | 'ageLimit'>): Elastic | undefined {
  const limit = oldLimitOf(ageLimit) ?? (sex === '男' ? 60 : undefined)
  if (!birth || precisionOf(birth) === 'year' || (limit !== 50 && limit !== 55 && limit !== 60)) return undefined
  const { earliest, latest } = elasticRangeOf(monthsOf(birth).earliest, limit)
  const needed = contributionYearsOn(earliest)
  return {
    earliest,
    latest,
    basis: { source: '实施弹性退休制度暂行办法（提前至少三个月书面告知，延迟要双方协商一致）', status: 'CONFIRMED(S)' },
    years: needed && { years: needed.years, basis: { source: needed.source, status: needed.status } },
  }
}
