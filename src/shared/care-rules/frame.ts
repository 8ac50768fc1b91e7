import { showDate } from '../dates/partial-date'
import { dayOf, type Stamp, stampAt } from '../dates/stamps'
import type { CarePerson, Listed, Own } from './care-facts'
import type { CareRule, Festival, When } from './care-rules'
import type { Matter } from './matters'

/** The days between which something has to fall due so that it can be on the list of a day. */
export interface Frame {
  readonly day: Stamp
  /** The day from which the rule asks. */
  readonly start: Stamp
  readonly lowest: Stamp
  readonly highest: Stamp
  readonly waived: ReadonlySet<string>
  readonly festivalOn: (year: number, festival: Festival) => Stamp | undefined
}
/** Adds what a rule asks of a person to what was found. */
export type Asks = (person: CarePerson, own: Own, found: Matter[]) => void
export type Of<By extends When['by']> = Extract<When, { by: By }>

export const yearOf = (stamp: Stamp): number => Math.floor(stamp / 10_000)
/** The stamp of one month and day in a year; 29 February is the 28th where there is none. */
export const inYear = (year: number, monthDay: number): Stamp =>
  monthDay === 229 && stampAt(year, 2, 29) % 10_000 !== 229 ? year * 10_000 + 228 : year * 10_000 + monthDay
export const show = (stamp: Stamp): string => showDate(dayOf(stamp))
/** So many days before it falls due something of a calendar day may be done. */
export const EARLY_DAYS = 60

export const activeOn = ({ from, until }: Listed, on: Stamp): boolean => from <= on && (until === null || until >= on)
/** Whether the rule is about the person on a day. */
export function isMeant({ whose }: CareRule, { status }: CarePerson, own: Own, on: Stamp): boolean {
  if (whose.lists.length === 0) return (status === '在职' || status === '退休') && whose.statuses.includes(status)
  for (const entry of own.listed) if (whose.lists.includes(entry.kind) && activeOn(entry, on)) return true
  return false
}
export const within = ({ lowest, highest }: Frame, due: Stamp): boolean => lowest <= due && due <= highest

export function years({ lowest, highest }: Frame): number[] {
  const found: number[] = []
  for (let year = yearOf(lowest); year <= yearOf(highest); year++) found.push(year)
  return found
}
