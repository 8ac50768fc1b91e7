import type { Occasion } from '../care-records/occasions'
import type { Stamp } from '../dates/stamps'
import type { CareRule } from './care-rules'

/** What a rule asks for, once, before it is known whether it was done. */
export interface Matter {
  /** What made it due, among everything that the rule asks of the person; the same on every day. */
  readonly mark: string
  readonly due: Stamp
  /** Where only the month is known: the first day that is meant, from which it is announced. */
  readonly from?: Stamp
  /** The first day on which it may be done. */
  readonly opens: Stamp
  readonly why: () => string
  /** The event or the entry behind it. */
  readonly source: string | null
  /** Stays on the list until it is done, however long that takes. */
  readonly lasting?: true
  /** Where it is known from elsewhere that it was done. */
  readonly settledOn?: Stamp
  /** Where the occasion follows from what was agreed and not from the rule. */
  readonly occasion?: Occasion
}

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
