import type { Basis } from '../basis/basis'
import type { Occasion } from '../care-records/occasions'
import type { Stamp } from '../dates/stamps'
import type { Done, Happened, Listed, RestYear, RetreatStanding, Reviewed, StampSpan } from './care-facts'
import type { CareRule } from './care-rules'

/** A day that is the same for everyone. */
export interface NamedDay {
  readonly year: number
  readonly due: Stamp
  readonly name: string
}
/** What makes something due. */
export type About = Happened | Listed | Done | Reviewed | StampSpan | RestYear | RetreatStanding | NamedDay

/**
 * How matters of one form are told, each of what made it due and of one number: the year, the step, the day before. A department
 * has a hundred thousand matters, of which a page shows a hundred: words and keys are made of those that are shown.
 */
export interface Telling<A extends About> {
  /** What made it due, among everything that the rule asks of the person; the same on every day. */
  mark(about: A, nth: number): string
  why(about: A, nth: number): string
  /** Where it rests on a standard of the unit and not on the rule. */
  basis?(about: A): Basis
}

/** What a rule asks for, once, before it is known whether it was done. */
export interface Matter {
  readonly telling: Telling<About>
  readonly about: About
  readonly nth: number
  readonly due: Stamp
  /** Where only the month is known: the first day that is meant, from which it is announced; else the day it is due. */
  readonly from: Stamp
  /** The first day on which it may be done. */
  readonly opens: Stamp
  /** The event or the entry behind it. */
  readonly source: string | null
  /** Stays on the list until it is done, however long that takes. */
  readonly lasting: boolean
  /** Where it is known from elsewhere that it was done. */
  readonly settledOn: Stamp | undefined
  /** Kept and settled in a part of its own: no record of care does. */
  readonly elsewhere: boolean
  /** Where the occasion follows from what was agreed and not from the rule. */
  readonly occasion: Occasion | undefined
}
type More = Partial<Pick<Matter, 'from' | 'lasting' | 'settledOn' | 'elsewhere' | 'occasion'>>
const nothingMore: More = {}

export const matterOf = <A extends About>(
  telling: Telling<A>,
  about: A,
  nth: number,
  due: Stamp,
  opens: Stamp,
  source: string | null,
  { from = due, lasting = false, settledOn, elsewhere = false, occasion }: More = nothingMore,
): Matter => ({ telling, about, nth, due, from, opens, source, lasting, settledOn, elsewhere, occasion })

export const markOf = ({ telling, about, nth }: Matter): string => telling.mark(about, nth)
export const basisOf = ({ telling, about }: Matter): Basis | undefined => telling.basis?.(about)
export const whyOf = ({ telling, about, nth }: Matter): string => telling.why(about, nth)

/** The same for the same matter on every day: rule, person and what made it due. */
export const careKey = (rule: Pick<CareRule, 'id'>, person: number, mark: string): string =>
  `${rule.id}:${person}:${mark}`
/** The same matter of the same person under another file of theirs; keys of other people stay as they are. */
export function careKeyForPerson(key: string, from: number, to: number): string {
  const [rule, person, ...rest] = key.split(':')
  return person === String(from) ? [rule, to, ...rest].join(':') : key
}
export const ruleOfKey = (key: string): string => key.slice(0, key.indexOf(':'))
/** Whether a key names this matter of a rule, whoever's it is. */
export const names = (key: string, { id }: Pick<CareRule, 'id'>, mark: string): boolean =>
  key.startsWith(`${id}:`) && key.endsWith(`:${mark}`)
