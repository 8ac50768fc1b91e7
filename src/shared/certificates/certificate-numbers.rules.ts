import { allowed, refused, type Verdict } from '../result'

/** The series of one year: every year counts anew where the template says {年}. */
export const seriesOf = (pattern: string, year: number): string => pattern.replaceAll('{年}', String(year))

export const numberWords = (series: string, number: number, digits: number): string =>
  series.replace('{号}', String(number).padStart(digits, '0'))

/** Numbers that were used, by whom does not matter: a number is never given twice. */
export interface Used {
  readonly number: number
  /** Taken back before it was ever printed: it may be given again. */
  readonly free: boolean
}

/** The next running number: after the highest that is in use. */
export const nextNumber = (used: readonly Used[]): number =>
  used.reduce((highest, { number, free }) => (free ? highest : Math.max(highest, number)), 0) + 1

/**
 * Whether so many numbers may be given from `first` on. Numbers that would be left out want a reason: a gap in a series
 * is never silent.
 */
export function mayNumber(used: readonly Used[], first: number, count: number, gap: string): Verdict {
  const taken = used.filter(({ number, free }) => !free && number >= first && number < first + count)
  const [one] = taken
  if (one) return refused(`第 ${one.number} 号已经用过，编号不能重复`)
  const next = nextNumber(used)
  if (first > next && gap.trim() === '')
    return refused(`上一个编号是 ${next - 1}，从 ${first} 起会空出 ${first - next} 个号，请写明原因`)
  return allowed
}
