import type { Parameter } from '../basis/basis'
import { daysOf } from '../dates/add-months'
import type { PartialDate } from '../dates/partial-date'

/** Full years of 党龄 on the day of the year that counts. Source: rule book 5.1, 5.2. */
export interface MedalTerm {
  readonly years: number
  /** Month and day of the award year up to which 党龄 is reckoned, that day included: MM-DD. */
  readonly cutOff: string
}
export const medalTerm: Parameter<MedalTerm> = {
  value: { years: 50, cutOff: '07-01' },
  validFrom: '2021-03-01',
  validTo: null,
  source: '“光荣在党50年”纪念章颁发办法（2021年）',
  status: 'CONFIRMED(S)',
}
/** The first year in which medals were given. */
export const FIRST_MEDAL_YEAR = 2021

/** The years of award that a start may mean: both the same unless it is not precise enough. */
export interface MedalYears {
  readonly earliest: number
  readonly latest: number
}

/** The first year whose 1 July has fifty full years of 党龄. Nothing is guessed: a month or a year may leave two of them. */
export function medalYear(start: PartialDate, { years, cutOff }: MedalTerm = medalTerm.value): MedalYears {
  const { earliest, latest } = daysOf(start)
  const of = (day: string): number => Number(day.slice(0, 4)) + years + (day.slice(5) <= cutOff ? 0 : 1)
  const first = Math.max(of(earliest), FIRST_MEDAL_YEAR)
  return { earliest: first, latest: Math.max(of(latest), first) }
}

/** The day of an award year on which 党龄 is reckoned and medals are given. */
export const awardDay = (year: number, { cutOff }: MedalTerm = medalTerm.value): string => `${year}-${cutOff}`
