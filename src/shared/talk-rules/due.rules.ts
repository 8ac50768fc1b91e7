import type { Basis } from '../basis/basis'
import { addMonths, type Day } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import { dayOf, plusDays, type Stamp, stampOf } from '../dates/stamps'
import type { KindKey } from '../interviews/kinds'
import { type Asks, type DuePerson, firstHeld, keyOf, type Matter } from './matters'
import { ofPeriods } from './periods.rules'
import type { DueState, TalkRule } from './talk-rules'

export interface DueTalk {
  /** The same for the same matter on every day: rule, person and what made it due. */
  readonly key: string
  readonly ruleId: string
  readonly ruleTitle: string
  readonly talker: string
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
/** A talk that is due beforehand, or on the day itself, may be held so many days earlier. */
const EARLY_DAYS = 180
/** What would have to be settled by talks from before this asks for nothing any more. */
const LOOK_BACK_MONTHS = 30
/** Two years as a difference of stamps: nothing that lies further ahead opens or is near today. */
const FAR_AHEAD = 20_000

const horizonOf = (on: Day): Stamp => stampOf(addMonths(on, -LOOK_BACK_MONTHS))

/** The first day on which a talk may settle what a rule asks for. A date that is only a year reaches back to its January. */
function firstDayOf({ when, validFrom }: TalkRule): Stamp {
  const start = stampOf(validFrom)
  if (when.by === 'period') return start
  const january = Math.floor(start / 10_000) * 10_000 + 101
  return when.dueDays > 0 ? january : Math.min(january, plusDays(start, when.dueDays - EARLY_DAYS))
}

/** Talks and happenings from before this day change nothing in what the rules ask for on a day. */
export const lookBack = (rules: readonly TalkRule[], on: Day): Stamp =>
  Math.max(horizonOf(on), Math.min(stampOf(on), ...rules.map(firstDayOf)))

function ofEvents(rule: TalkRule, horizon: Stamp, day: Stamp): Asks {
  const { when } = rule
  if (when.by !== 'event') return () => []
  const first = stampOf(rule.validFrom)
  const last = Math.min(rule.validTo === null ? Number.POSITIVE_INFINITY : stampOf(rule.validTo), day + FAR_AHEAD)
  const { trigger, dueDays } = when
  return person => {
    const found: Matter[] = []
    if (!person.whos.includes(rule.who)) return found
    for (const { trigger: what, from, on } of person.happenings) {
      if (what !== trigger || on < first || on > last) continue
      const dueOn = plusDays(on, dueDays)
      const opens = dueDays > 0 ? from : Math.min(from, plusDays(dueOn, -EARLY_DAYS))
      if (opens < horizon) continue
      const settledOn = firstHeld(rule, person, opens, day)
      found.push({ rule, mark: on, dueOn, why: () => `${showDate(dayOf(on))} ${trigger}`, settledOn })
    }
    return found
  }
}

/** Rules made ready for a day: versions of the same rule together, so that what was missed goes on from one to the next. */
function readyFor(rules: readonly TalkRule[], on: Day): Asks[] {
  const [day, horizon] = [stampOf(on), horizonOf(on)]
  const byId = new Map<string, TalkRule[]>()
  for (const rule of rules) if (rule.on) byId.set(rule.id, [...(byId.get(rule.id) ?? []), rule])
  return [...byId.values()].flatMap(versions => {
    const events = versions.filter(({ when }) => when.by === 'event').map(rule => ofEvents(rule, horizon, day))
    return versions.length > events.length ? [...events, ofPeriods(versions, horizon, day)] : events
  })
}

/**
 * What is due on a day, the most urgent first. What is not near yet is left out; what was settled within 30 days, and what was
 * waived, is told as such. A list with its bases: whether somebody talks is decided by people.
 * @param rules as they are in force; a rule that was changed comes once for each of its versions, the oldest first
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
  const doneSince = plusDays(day, -DONE_DAYS)
  const ready = readyFor(rules, on)
  const found: DueTalk[] = []
  for (const person of people)
    for (const asks of ready)
      for (const { rule, mark, dueOn, why, settledOn } of asks(person, waived)) {
        const [kind] = rule.kinds
        if (kind === undefined || (settledOn !== undefined && settledOn < doneSince)) continue
        if (settledOn === undefined && day < plusDays(dueOn, -rule.soonDays)) continue
        const key = keyOf(rule.id, person.key, mark)
        const state = settledOn === undefined ? openState(day, dueOn, waived.has(key)) : 'done'
        found.push({
          key,
          ruleId: rule.id,
          ruleTitle: rule.title,
          talker: rule.talker,
          personKey: person.key,
          kind,
          dueOn: dayOf(dueOn),
          state,
          escalated: state === 'late' && plusDays(dueOn, ESCALATE_DAYS) < day,
          why: why(),
          basis: rule.basis,
        })
      }
  return found.toSorted(byUrgency)
}

const openState = (day: Stamp, dueOn: Stamp, waived: boolean): DueState =>
  waived ? 'waived' : day > dueOn ? 'late' : day === dueOn ? 'due' : 'soon'

const order: Record<DueState, number> = { late: 0, due: 1, soon: 2, waived: 3, done: 4 }
const byUrgency = (a: DueTalk, b: DueTalk): number =>
  order[a.state] - order[b.state] || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.key < b.key ? -1 : 1)
