import type { Basis } from '../basis/basis'
import { Day } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import type { KindKey } from '../interviews/kinds'
import type { DueState, TalkRule, Trigger, Who } from './talk-rules'

/** A day as the number YYYYMMDD, as facts of files keep it: a whole department is gone through with numbers. */
export type Stamp = number
export const stampOf = (day: Day): Stamp => Number(day.replaceAll('-', ''))
const dayOf = (stamp: Stamp): Day => {
  const text = String(stamp)
  return Day.parse(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
}
const stampAt = (year: number, month: number, date: number): Stamp => {
  const at = new Date(Date.UTC(year, month - 1, date))
  return (at.getUTCFullYear() * 100 + at.getUTCMonth() + 1) * 100 + at.getUTCDate()
}
/** Days more or fewer; month is 1 to 12. */
const plus = (stamp: Stamp, days: number): Stamp =>
  stampAt(Math.floor(stamp / 10_000), Math.floor(stamp / 100) % 100, (stamp % 100) + days)

/** Something that happened, or will, at the latest on this day: where only the month is known, its last. */
export interface Happening {
  readonly trigger: Trigger
  readonly on: Stamp
}

/** One person as the rules see them. */
export interface DuePerson {
  readonly key: number
  readonly whos: readonly Who[]
  /** Since when in the present post, at the latest; null when the file does not tell. */
  readonly since: Stamp | null
  readonly happenings: readonly Happening[]
  /** Talks that were held, in any order. */
  readonly talks: readonly { readonly kind: KindKey; readonly on: Stamp }[]
}

export interface DueTalk {
  /** The same for the same matter on every day: rule, person and what made it due. */
  readonly key: string
  readonly ruleId: string
  readonly personKey: number
  readonly kind: KindKey
  readonly dueOn: Day
  readonly state: DueState
  /** More than 30 days late. Source: rule book 7.1, “escalate after 30 days”. */
  readonly escalated: boolean
  /** What made it due, in words. */
  readonly why: string
  readonly basis: Basis
}

const ESCALATE_DAYS = 30
/** What was settled longer ago than this is not listed as done any more. */
const DONE_DAYS = 30
/** A talk that is due beforehand may be held so many days earlier. */
const EARLY_DAYS = 180

interface Window {
  readonly from: Stamp
  readonly to: Stamp
}
/** The period of the calendar that a day lies in: a month, a quarter, half a year, a year. */
export function windowOf(day: Stamp, months: number): Window {
  const year = Math.floor(day / 10_000)
  const first = Math.floor(((Math.floor(day / 100) % 100) - 1) / months) * months + 1
  return { from: stampAt(year, first, 1), to: stampAt(year, first + months, 0) }
}

interface Matter {
  readonly key: string
  readonly dueOn: Stamp
  readonly why: string
  /** The talk that settled it, if there is one. */
  readonly settledOn: Stamp | undefined
}
/** A rule made ready for one day: what it asks of a person. */
type Asks = (person: DuePerson) => readonly Matter[]

const keyOf = (rule: TalkRule, person: DuePerson, stamp: Stamp): string => `${rule.id}:${person.key}:${stamp}`
/** The same matter of the same person under another file of theirs; keys of other people stay as they are. */
export function keyForPerson(key: string, from: number, to: number): string {
  const [rule, person, ...rest] = key.split(':')
  return person === String(from) ? [rule, to, ...rest].join(':') : key
}

const heldIn = ({ kinds }: TalkRule, { talks }: DuePerson, from: Stamp, to: Stamp): Stamp[] =>
  talks
    .filter(({ kind, on }) => from <= on && on <= to && kinds.includes(kind))
    .map(({ on }) => on)
    .toSorted((a, b) => a - b)

function ofEvents(rule: TalkRule, when: Extract<TalkRule['when'], { by: 'event' }>, day: Stamp): Asks {
  const [first, last] = [
    stampOf(rule.validFrom),
    rule.validTo === null ? Number.POSITIVE_INFINITY : stampOf(rule.validTo),
  ]
  const { trigger, dueDays } = when
  return person =>
    person.happenings
      .filter(each => each.trigger === trigger && each.on >= first && each.on <= last)
      .map(({ on }) => {
        const dueOn = plus(on, dueDays)
        const opens = dueDays < 0 ? plus(dueOn, -EARLY_DAYS) : on
        return {
          key: keyOf(rule, person, on),
          dueOn,
          why: `${showDate(dayOf(on))} ${trigger}`,
          settledOn: heldIn(rule, person, opens, day)[0],
        }
      })
}

/** The present period, and the one before it when it was missed. */
function ofPeriods(rule: TalkRule, when: Extract<TalkRule['when'], { by: 'period' }>, day: Stamp): Asks {
  const now = windowOf(day, Number(when.months))
  const before = windowOf(plus(now.from, -1), Number(when.months))
  const windows = [before, now].filter(({ from }) => from >= stampOf(rule.validFrom))
  return person =>
    windows
      // Whoever came within the period is not asked for.
      .filter(({ from }) => person.since === null || person.since <= from)
      .map(window => {
        const held = heldIn(rule, person, window.from, Math.min(window.to, day))
        const made = held.length >= when.times ? held[when.times - 1] : undefined
        // What was missed is made up by any later talk.
        const later = window === before && made === undefined ? heldIn(rule, person, now.from, day)[0] : undefined
        return {
          key: keyOf(rule, person, window.to),
          dueOn: window.to,
          why: `${showDate(dayOf(window.from))} 至 ${showDate(dayOf(window.to))} 应谈 ${when.times} 次，已谈 ${held.length} 次`,
          settledOn: made ?? later,
        }
      })
}

/**
 * What is due on a day, the most urgent first. What is not near yet is left out; what was settled within 30 days, and what was
 * waived, is told as such. A list with its bases: whether somebody talks is decided by people.
 * @param waived keys of what was waived
 * Source: rule book 7.1, 7.2.
 */
export function talksDue(
  on: Day,
  people: Iterable<DuePerson>,
  rules: readonly TalkRule[],
  waived: ReadonlySet<string> = new Set(),
): DueTalk[] {
  const day = stampOf(on)
  const ready = rules
    .filter(rule => rule.on)
    .map(rule => ({
      rule,
      asks: rule.when.by === 'event' ? ofEvents(rule, rule.when, day) : ofPeriods(rule, rule.when, day),
    }))
  const found: DueTalk[] = []
  for (const person of people)
    for (const { rule, asks } of ready) {
      const [kind] = rule.kinds
      if (kind === undefined || !person.whos.includes(rule.who)) continue
      for (const { key, dueOn, why, settledOn } of asks(person)) {
        const state = stateOf(day, dueOn, rule.soonDays, settledOn, waived.has(key))
        if (state === undefined) continue
        found.push({
          key,
          ruleId: rule.id,
          personKey: person.key,
          kind,
          dueOn: dayOf(dueOn),
          state,
          escalated: state === 'late' && plus(dueOn, ESCALATE_DAYS) < day,
          why,
          basis: rule.basis,
        })
      }
    }
  return found.toSorted(byUrgency)
}

function stateOf(
  day: Stamp,
  dueOn: Stamp,
  soonDays: number,
  settledOn: Stamp | undefined,
  waived: boolean,
): DueState | undefined {
  if (settledOn !== undefined) return plus(settledOn, DONE_DAYS) >= day ? 'done' : undefined
  const near = day >= plus(dueOn, -soonDays)
  if (waived && near) return 'waived'
  if (day > dueOn) return 'late'
  if (day === dueOn) return 'due'
  return near ? 'soon' : undefined
}

const order: Record<DueState, number> = { late: 0, due: 1, soon: 2, waived: 3, done: 4 }
const byUrgency = (a: DueTalk, b: DueTalk): number =>
  order[a.state] - order[b.state] || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.key < b.key ? -1 : 1)
