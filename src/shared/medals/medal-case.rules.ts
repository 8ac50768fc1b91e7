import type { Basis } from '../basis/basis'
import type { Cadre } from '../cadres/cadres'
import { partyAgeStart, partyPeriodBasis, partyPeriodsOf } from '../cadres/party-age'
import { addMonths, daysOf } from '../dates/add-months'
import { type PartialDate, showDate } from '../dates/partial-date'
import { conductReasons } from './medal-conduct.rules'
import { awardDay, type MedalYears, medalTerm, medalYear } from './medal-year.rules'
import type { MedalColumn, MedalFacts } from './medals'
import { reviewBasis } from './medals.data'

/** What is read of a person. `member` says that the file calls the person a member even where it has no date. */
export type MedalPerson = Pick<Cadre, 'birth' | 'partyJoined' | 'partyFull' | 'status' | 'punishments'> & {
  readonly member: boolean
}
export interface ReviewReason {
  readonly words: string
  readonly basis: Basis
  /** Whether it tells what only those may read who read files. */
  readonly inFile: boolean
}
export interface MedalCase {
  readonly column: MedalColumn | 'none'
  /** Where 党龄 begins, as far as it is known. */
  readonly start: PartialDate | null
  /** The years of award that the start may mean; null while there is none. */
  readonly years: MedalYears | null
  /** The first year that comes into question at all; null where nothing tells. */
  readonly soonest: number | null
  /** What has to be looked up before anybody can say. */
  readonly asks: readonly string[]
  /** What a person has to look at. Nothing of it excludes anybody by itself. */
  readonly reasons: readonly ReviewReason[]
}

/** Nobody joins before eighteen. Source: 党章第一条. */
const AGE_MONTHS = 18 * 12

const reason = (words: string, basis: Basis = reviewBasis, inFile = false): ReviewReason => ({ words, basis, inFile })

interface Start {
  readonly start: PartialDate | null
  /** The earliest that it can be, where it is not known. */
  readonly floor: PartialDate | null
  readonly ask: string | null
}
function startOf(dates: Pick<Cadre, 'partyJoined' | 'partyFull'>): Start {
  const found = partyAgeStart(dates)
  if (found.kind === 'known') return { start: found.start, floor: null, ask: null }
  return { start: null, floor: dates.partyJoined, ask: found.kind === 'unknown' ? found.reason : '没有填入党时间' }
}

/** A file that has a probation where there was none: which of the two dates counts makes a difference of a year. Source: rule book 5.4. */
function probationDoubt({ partyJoined, partyFull }: MedalPerson, year: number): ReviewReason[] {
  if (!partyJoined || !partyFull || partyFull === partyJoined) return []
  const periods = partyPeriodsOf(partyJoined)
  if (periods.length === 0 || periods.some(({ countsFrom }) => countsFrom === 'full')) return []
  if (medalYear(partyFull).latest <= year) return []
  return [
    reason(
      `入党 ${showDate(partyJoined)}、转正 ${showDate(partyFull)}，1969年4月至1977年8月入党的没有预备期，核对转正时间`,
      partyPeriodBasis,
    ),
  ]
}

function deathOf(facts: MedalFacts, { status }: MedalPerson, year: number): Pick<MedalCase, 'asks' | 'reasons'> {
  const day = awardDay(year)
  if (facts.diedOn !== null) {
    const { earliest, latest } = daysOf(facts.diedOn)
    if (earliest >= day) return { asks: [], reasons: [] }
    const words =
      latest < day ? `${showDate(facts.diedOn)} 去世，在七一以前` : `${showDate(facts.diedOn)} 去世，核对是否在七一以前`
    return { asks: [], reasons: [reason(words)] }
  }
  return { asks: status === '去世' ? ['没有填去世的日期'] : [], reasons: [] }
}

/**
 * Where a person stands in an award year: whether the fifty years are full, what a person has to look at, what is missing.
 * Nobody is excluded and nothing is decided here. Source: rule book 5.1–5.7.
 * @param given the year of a medal that the person was awarded already
 */
export function medalCase(
  person: MedalPerson,
  year: number,
  facts: MedalFacts,
  given: number | null = null,
): MedalCase {
  const nothing = { asks: [], reasons: [] }
  const broken = facts.leftOn !== null || facts.rejoinedOn !== null
  const first = startOf(person)
  const counted = broken ? startOf({ partyJoined: facts.rejoinedOn, partyFull: facts.refullOn }) : first
  const { start } = counted
  const years = start && medalYear(start)
  // With two memberships the earlier one keeps the person on the list, for a person to say which counts.
  const dated = [counted, first].flatMap(({ start: known, floor }) => known ?? floor ?? [])
  const of18 = person.birth === null ? [] : [addMonths(daysOf(person.birth).earliest, AGE_MONTHS)]
  const bounds = dated.length > 0 ? dated : of18
  const soonest = bounds.length > 0 ? Math.min(...bounds.map(date => medalYear(date).earliest)) : null
  const known = { start, years, soonest }
  if (given !== null) return { column: given === year ? 'given' : 'none', ...known, ...nothing }
  if (!person.partyJoined && !person.member && !broken) return { column: 'none', ...known, ...nothing }
  if (soonest !== null && soonest > year) return { column: 'later', ...known, ...nothing }

  const death = deathOf(facts, person, year)
  const asks = [
    ...(broken && facts.leftOn === null ? ['没有填脱离党组织的时间'] : []),
    ...(broken && facts.rejoinedOn === null
      ? ['没有填重新入党的时间']
      : counted.ask === null
        ? []
        : [broken ? `重新入党：${counted.ask}` : counted.ask]),
    ...death.asks,
  ]
  const reasons: ReviewReason[] = []
  if (broken && facts.leftOn !== null && facts.rejoinedOn !== null)
    reasons.push(
      reason(
        `${showDate(facts.leftOn)} 脱离党组织，${showDate(facts.rejoinedOn)} 重新入党，按后一次算${
          years ? `到 ${years.latest} 年满50年` : ''
        }`,
      ),
    )
  if (!broken && start && years && years.latest > year)
    reasons.push(
      reason(`党龄从 ${showDate(start)} 起算，是否在 ${year - medalTerm.value.years}.07.01 以前要查档案`, medalTerm),
    )
  if (!broken) reasons.push(...probationDoubt(person, year))
  reasons.push(...death.reasons, ...conductReasons(person, year))
  if (facts.concern !== '') reasons.push(reason(facts.concern))
  const column = asks.length > 0 ? 'missing' : reasons.length > 0 ? 'review' : 'qualifies'
  return { column, ...known, asks, reasons }
}
