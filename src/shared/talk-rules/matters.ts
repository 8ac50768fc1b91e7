import type { Stamp } from '../dates/stamps'
import type { KindKey } from '../interviews/kinds'
import type { TalkerRole, TalkRule, Trigger, Who } from './talk-rules'

/** Something that happened, or will. Where only a month or a year is known, `from` is its first day and `on` its last. */
export interface Happening {
  readonly trigger: Trigger
  readonly from: Stamp
  readonly on: Stamp
}

export interface HeldTalk {
  readonly kind: KindKey
  readonly on: Stamp
  /** Roles of those who held it; told where a rule asks for them. */
  readonly roles?: readonly TalkerRole[]
}

/** One person as the rules see them. */
export interface DuePerson {
  readonly key: number
  readonly whos: readonly Who[]
  /** Since when in the present post, at the latest; null when the file does not tell. */
  readonly since: Stamp | null
  readonly happenings: readonly Happening[]
  /** Talks that were held, in any order. */
  readonly talks: readonly HeldTalk[]
}

/** What a rule asks of a person, once. */
export interface Matter {
  readonly rule: TalkRule
  /** What made it due, among everything that the rule asks of the person; the same on every day. */
  readonly mark: Stamp
  readonly dueOn: Stamp
  readonly why: () => string
  /** The day of the talk that settled it, if there is one. */
  readonly settledOn: Stamp | undefined
}

/** The same for the same matter on every day: rule, person and what made it due. */
export const keyOf = (ruleId: string, person: number, mark: Stamp): string => `${ruleId}:${person}:${mark}`
/** The same matter of the same person under another file of theirs; keys of other people stay as they are. */
export function keyForPerson(key: string, from: number, to: number): string {
  const [rule, person, ...rest] = key.split(':')
  return person === String(from) ? [rule, to, ...rest].join(':') : key
}

/** A rule made ready for one day: what it asks of a person. */
export type Asks = (person: DuePerson, waived: ReadonlySet<string>) => readonly Matter[]

/** Whether a talk is one that a rule asks for. */
export const counts = ({ kinds, talkerRoles: roles }: TalkRule, talk: HeldTalk): boolean =>
  kinds.includes(talk.kind) &&
  (roles === undefined || roles.length === 0 || (talk.roles?.some(role => roles.includes(role)) ?? false))

/** The first day, between two and both in, on which what a rule asks for was held. */
export function firstHeld(rule: TalkRule, { talks }: DuePerson, from: Stamp, to: Stamp): Stamp | undefined {
  let first: Stamp | undefined
  for (const talk of talks)
    if (from <= talk.on && talk.on <= to && (first === undefined || talk.on < first) && counts(rule, talk))
      first = talk.on
  return first
}
