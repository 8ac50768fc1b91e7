import type { Basis } from '../basis/basis'
import { addDays, addMonths, Day, daysOf } from '../dates/add-months'
import type { PartialDate } from '../dates/partial-date'

export const leaveBasis: Basis = { source: '职工带薪年休假条例第二条至第五条', status: 'CONFIRMED(P)' }
/** How the year is reckoned in which somebody reaches the next tier: no national text says so. */
export const changeYearBasis: Basis = { source: '跨档当年按新档全额还是按月日折算，各地规定不一', status: 'LOCAL' }
const forfeitBasis: Basis = { source: '职工带薪年休假条例第四条', status: 'CONFIRMED(P)' }

/** Completed working years on a day, of all units; 29 February counts to 28 February of other years. Source: rule book 0.2, 8A. */
export function workingYearsOn(start: Day, on: Day): number {
  if (on < start) return 0
  const years = Number(on.slice(0, 4)) - Number(start.slice(0, 4))
  return addMonths(start, years * 12) <= on ? years : years - 1
}

/** Days by completed working years: none before the first, 5, 10 from the tenth, 15 from the twentieth on. Source: rule book 8A. */
export const annualLeaveDays = (years: number): number => (years < 1 ? 0 : years < 10 ? 5 : years < 20 ? 10 : 15)

/** One possible first day of work, and what it makes of a year. */
export interface LeaveOfStart {
  readonly before: number
  readonly after: number
  /** The day on which the next tier is reached within the year. */
  readonly changesOn: Day | null
  /** Whole days when both parts of the year count for themselves; the same as `after` in other years. */
  readonly prorated: number
}

const tierYears = [1, 10, 20] as const

function leaveOfStart(start: Day, year: number): LeaveOfStart {
  const [first, last] = [Day.parse(`${year}-01-01`), Day.parse(`${year}-12-31`)]
  const before = annualLeaveDays(workingYearsOn(start, addDays(first, -1)))
  const after = annualLeaveDays(workingYearsOn(start, last))
  const changesOn = tierYears.map(years => addMonths(start, years * 12)).find(day => day >= first && day <= last)
  if (changesOn === undefined) return { before, after, changesOn: null, prorated: after }
  const length = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
  const whole = length(first, last) + 1
  const early = length(first, changesOn)
  return { before, after, changesOn, prorated: Math.floor((before * early + after * (whole - early)) / whole) }
}

/** Leave of a year; the two differ where the start of work is not known to the day. `early` is who began on the first possible day. */
export interface AnnualLeave {
  readonly early: LeaveOfStart
  readonly late: LeaveOfStart
}
export function annualLeaveIn(year: number, workStart: PartialDate | null): AnnualLeave | undefined {
  if (workStart === null) return undefined
  const { earliest, latest } = daysOf(workStart)
  return { early: leaveOfStart(earliest, year), late: leaveOfStart(latest, year) }
}

/** The least and the most days that a year may give, with every way of reckoning. */
export const leaveSpan = ({ early, late }: AnnualLeave): { readonly least: number; readonly most: number } => ({
  least: Math.min(early.prorated, late.prorated, early.after, late.after),
  most: Math.max(early.after, late.after),
})

export interface LeaveFacts {
  /** Days of personal leave for which pay was not deducted. */
  readonly personalDays: number
  /** Months of sick leave, added up. */
  readonly sickMonths: number
  /** Days of winter and summer vacation; null for those who have none. */
  readonly vacationDays: number | null
}

/**
 * What takes the leave of a year away. A prompt with its basis and never a decision: whoever has taken leave already has none
 * the year after, which the unit settles. Source: rule book 8A, 条例 art. 4.
 */
export function leaveForfeit(
  { personalDays, sickMonths, vacationDays }: LeaveFacts,
  years: number,
): readonly { readonly why: string; readonly basis: Basis }[] {
  const sickLimit = years < 10 ? 2 : years < 20 ? 3 : 4
  const days = annualLeaveDays(years)
  return [
    ...(personalDays >= 20 ? [`事假累计 ${personalDays} 天（满 20 天）且未扣工资`] : []),
    ...(sickMonths >= sickLimit ? [`病假累计 ${sickMonths} 个月（工龄对应满 ${sickLimit} 个月）`] : []),
    ...(vacationDays !== null && vacationDays > days ? [`寒暑假 ${vacationDays} 天，多于年休假 ${days} 天`] : []),
  ].map(why => ({ why, basis: forfeitBasis }))
}
