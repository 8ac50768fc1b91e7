import { basisCautions } from '../basis/basis'
import type { VersionedStandard } from '../care-standards/care-standards'
import { overStandard, yuan } from '../care-standards/care-standards.rules'
import { type Day, daysOf } from '../dates/add-months'
import type { PartialDate } from '../dates/partial-date'
import { workingYearsOn } from './leave.rules'

/** One 疗休养 of a person, as it is entered or as it stands. */
export interface Retreat {
  readonly year: number
  readonly from: Day
  readonly days: number
  /** In fen; null where it was not entered. */
  readonly costFen: number | null
}
interface Around {
  /** The others of the same person. */
  readonly others: readonly Retreat[]
  readonly workStart: PartialDate | null
  /** How many people have had one in the year of the entry. */
  readonly used: number
}

/** What an entry is beyond of a standard. `blocks` where a confirmed text says so: then it takes a reason. */
export interface Excess {
  readonly words: string
  readonly blocks: boolean
}

const against = ({ source, status }: VersionedStandard, words: readonly string[]): Excess[] => {
  const caution = basisCautions[status]
  const told = `（${source}${caution === '' ? '' : `，${caution}`}）`
  return words.map(each => ({ words: `${each}${told}`, blocks: status.startsWith('CONFIRMED') }))
}

/** The year from which the next one is due by the interval; undefined where there was none within it. */
function tooSoon(year: number, every: number, others: readonly Retreat[]): string | undefined {
  const near = others.map(other => other.year).filter(other => other !== year && Math.abs(other - year) < every)
  if (near.length === 0) return undefined
  const before = near.filter(other => other < year)
  const last = before.length > 0 ? Math.max(...before) : undefined
  return last === undefined
    ? `每 ${every} 年一次，${Math.min(...near)} 年已经登记`
    : `每 ${every} 年一次，上次在 ${last} 年，到 ${last + every} 年再安排`
}

/**
 * A 疗休养 against the standard in force on its first day: service, interval, days and cost of the year, places. Figures that a
 * document does not set, and dates that are not known, say nothing. Source: rule book 8A; every figure is the unit's own.
 */
export function retreatExcess(
  entry: Retreat,
  { others, workStart, used }: Around,
  standard: VersionedStandard | undefined,
): Excess[] {
  if (standard === undefined) return []
  const { afterYears, everyYears, days, ceilingFen, dailyFen, places } = standard
  const sameYear = others.filter(({ year }) => year === entry.year)
  const words: string[] = []
  if (afterYears !== null && workStart !== null) {
    // Of a month or a year the first day: who falls short even then falls short for certain.
    const served = workingYearsOn(daysOf(workStart).earliest, entry.from)
    if (served < afterYears) words.push(`工作满 ${afterYears} 年才安排，到这天满 ${served} 年`)
  }
  const soon = everyYears === null ? undefined : tooSoon(entry.year, everyYears, others)
  if (soon !== undefined) words.push(soon)
  const allDays = sameYear.reduce((sum, other) => sum + other.days, entry.days)
  if (days !== null && allDays > days)
    words.push(`${entry.year} 年共 ${allDays} 天，超出 ${allDays - days} 天（标准 ${days} 天）`)
  if (entry.costFen !== null) {
    const allFen = sameYear.reduce((sum, other) => sum + (other.costFen ?? 0), entry.costFen)
    const over = overStandard(allFen, standard)
    if (ceilingFen !== null && over !== undefined) words.push(`${entry.year} 年费用共 ${yuan(allFen)} 元，${over}`)
    if (dailyFen !== null && entry.costFen > dailyFen * entry.days)
      words.push(`${entry.days} 天费用 ${yuan(entry.costFen)} 元，超出每天 ${yuan(dailyFen)} 元的标准`)
  }
  if (places !== null && sameYear.length === 0 && used >= places)
    words.push(`${entry.year} 年名额 ${places} 人，已用 ${used} 人`)
  return against(standard, words)
}

/** What a health check cost against the standard of its day. */
export function checkExcess(costFen: number | null, standard: VersionedStandard | undefined): Excess[] {
  const over = costFen === null ? undefined : overStandard(costFen, standard)
  return standard === undefined || over === undefined ? [] : against(standard, [`体检费用${over}`])
}
