import type { Basis } from '../basis/basis'
import { inForce } from '../basis/versions.rules'
import type { CareDimension } from '../care-measures/measures.data'
import type { LifeEventId } from '../care-records/care-records'
import type { Occasion } from '../care-records/occasions'
import type { Day } from '../dates/add-months'
import { dayOf, plusDays, type Stamp, stampOf } from '../dates/stamps'
import { rollToWorkDay, type WorkCalendar } from '../dates/work-days'
import { asksOf } from './asks.rules'

import { type CareEvent, type CarePerson, type Done, type Own, ownOf } from './care-facts'

import type { CareRule, CareState, Festival } from './care-rules'
import type { Frame } from './frame'
import { careKey, type Matter, names, ruleOfKey } from './matters'
import { knownOf, mayAsk, type Needs, needsOf } from './may-ask.rules'

export interface CareItem {
  /** The same for the same matter on every day: rule, person and what made it due. */
  readonly key: string
  readonly ruleId: string
  readonly title: string
  readonly personKey: number
  /** On which occasion a record of it would be. */
  readonly occasion: Occasion
  readonly dimension: CareDimension
  readonly owner: string
  /** The day itself, and the day on which it should be done when that is a day off. */
  readonly dueOn: Day
  readonly actOn: Day
  readonly state: CareState
  readonly escalated: boolean
  readonly why: string
  readonly basis: Basis
  /** The event of the person's life behind it. */
  readonly eventId: LifeEventId | null
  /** The event or the entry of the register behind it, whichever it is. */
  readonly source: string | null
  /** The year whose holidays are not known, so that nothing was moved to a working day. */
  readonly unknownYear: number | null
}

export interface CareParameters {
  /** Every version of every rule, the oldest of each first. */
  readonly rules: readonly CareRule[]
  readonly calendar: WorkCalendar
  readonly festivalOn: (year: number, festival: Festival) => Day | undefined
  /** The day from which the unit keeps care here: what fell due before it is not asked for. */
  readonly since: Day
  readonly waived: ReadonlySet<string>
  /** Days that are looked at beside what is near: what falls due in them is told however far ahead, and what was done. */
  readonly window?: { readonly from: Day; readonly to: Day }
}

/** What was settled longer ago than this is not listed as done any more. */
const DONE_DAYS = 30
/** A row of days off is never longer than this: so much earlier something may be announced. */
const LONGEST_REST = 15
const FAR = 99_999_999

/** Rolls days with the calendar of the holidays; each day is looked up once. */
function roller(
  calendar: WorkCalendar,
): (at: Stamp, direction: 'earlier' | 'later') => { at: Stamp; unknownYear: number | null } {
  const known = new Map<number, { at: Stamp; unknownYear: number | null }>()
  return (at, direction) => {
    const key = direction === 'earlier' ? at : -at
    const found = known.get(key)
    if (found) return found
    const rolled = rollToWorkDay(dayOf(at), direction, calendar)
    const next =
      rolled.kind === 'day' ? { at: stampOf(rolled.day), unknownYear: null } : { at, unknownYear: rolled.year }
    known.set(key, next)
    return next
  }
}

/**
 * The day on which each matter of one rule and person was settled. Records are gone through in the order of time: one that names
 * a matter settles it, and each settles all that had fallen due by then, or else the next that was open already.
 */
function settle(rule: CareRule, matters: readonly Matter[], done: readonly Done[], day: Stamp): (Stamp | undefined)[] {
  const settled = matters.map(({ settledOn }) => settledOn)
  const open = (index: number, on: Stamp): boolean => {
    const matter = matters[index]
    return (
      matter !== undefined &&
      settled[index] === undefined &&
      matter.opens <= on &&
      on <= plusDays(matter.due, rule.keepDays)
    )
  }
  for (const { on, occasion, dueKey } of done) {
    if (on > day) break
    // Most records are about something else.
    if (dueKey === null && !rule.occasions.includes(occasion) && matters.every(each => each.occasion !== occasion))
      continue
    // A record is one of this person's; its key may bear the number of a file that was merged into theirs.
    const named = dueKey === null ? -1 : matters.findIndex(({ mark }) => names(dueKey, rule, mark))
    if (named >= 0) settled[named] = settled[named] ?? on
    let answered = named >= 0 || (dueKey !== null && ruleOfKey(dueKey) === rule.id)
    let next: number | undefined
    matters.forEach((matter, index) => {
      // What was agreed is settled by a record of its own: one that was made for another matter says nothing of it.
      const meant =
        matter.occasion === undefined
          ? rule.occasions.includes(occasion)
          : matter.occasion === occasion && dueKey === null
      const same = named >= 0 && matter.source === matters[named]?.source
      if (!(meant || same) || !open(index, on)) return
      if (matter.due <= on && (named < 0 || same)) {
        settled[index] = on
        answered = true
      } else next ??= index
    })
    if (!answered && next !== undefined) settled[next] = on
  }
  return settled
}

interface Ready {
  readonly rule: CareRule
  readonly lowest: Stamp
  readonly asks: ReturnType<typeof asksOf>
  readonly needs: Needs
}
function readyFor({ rules, since, waived, festivalOn, window }: CareParameters, day: Stamp): Ready[] {
  const byId = new Map<string, CareRule[]>()
  for (const rule of rules) byId.set(rule.id, [...(byId.get(rule.id) ?? []), rule])
  const festivals = (year: number, festival: Festival): Stamp | undefined => {
    const found = festivalOn(year, festival)
    return found === undefined ? undefined : stampOf(found)
  }
  return [...byId.values()].flatMap(inForce).flatMap(rule => {
    if (!rule.on) return []
    // What lasts goes on under the version that is in force.
    if (rule.when.by === 'interval' && rule.validTo !== null && stampOf(rule.validTo) < day) return []
    const start = Math.max(stampOf(rule.validFrom), stampOf(since))
    const frame: Frame = {
      day,
      start,
      // A month that is looked at is shown as it was, also what has left the list since.
      lowest: Math.max(Math.min(plusDays(day, -rule.keepDays), window ? stampOf(window.from) : FAR), start),
      highest: Math.min(
        Math.max(plusDays(day, rule.leadDays + LONGEST_REST), window ? stampOf(window.to) : 0),
        rule.validTo === null ? FAR : stampOf(rule.validTo),
      ),
      waived,
      festivalOn: festivals,
    }
    return frame.lowest > frame.highest
      ? []
      : [{ rule, lowest: frame.lowest, asks: asksOf(rule, frame), needs: needsOf(rule) }]
  })
}

/**
 * What care is due on a day, the most urgent first. What is not near yet is left out; what was done within 30 days and what was
 * waived is told as such. A list with its bases: who is cared for, and how, is decided by people.
 * @param events in any order: what happened, who stands in the register, what was done
 * Source: rule book 8B.
 */
export function careDue(
  on: Day,
  people: Iterable<CarePerson>,
  events: readonly CareEvent[],
  parameters: CareParameters,
): CareItem[] {
  const day = stampOf(on)
  const ready = readyFor(parameters, day)
  const roll = roller(parameters.calendar)
  const longest = Math.max(0, ...ready.map(({ rule }) => rule.keepDays))
  // A step may be settled by what was done up to two months before the day it fell due.
  const owns = ownOf(events, plusDays(day, -longest - 430))
  const { window } = parameters
  const doneSince = Math.min(plusDays(day, -DONE_DAYS), window ? stampOf(window.from) : FAR)
  const through = window ? stampOf(window.to) : 0
  const today: Today = { day, through, waived: parameters.waived, roll }
  const found: CareItem[] = []
  for (const person of people) {
    const own = owns(person.key)
    const known = knownOf(person, own)
    const dead = hasDied(person, own)
    for (const { rule, lowest, asks, needs } of ready) {
      if (!mayAsk(needs, known) || (dead && !isForFamily(rule))) continue
      const matters = asks(person, own)
      if (matters.length === 0) continue
      const settled = own.done.length === 0 ? undefined : settle(rule, matters, own.done, day)
      for (let index = 0; index < matters.length; index++) {
        const matter = matters[index]
        if (!matter || (!matter.lasting && matter.due < lowest)) continue
        const settledOn = settled ? settled[index] : matter.settledOn
        if (settledOn !== undefined && settledOn < doneSince) continue
        const item = toItem(rule, person.key, matter, settledOn, today)
        if (item) found.push(item)
      }
    }
  }
  return inOrder(found)
}

/** Nobody congratulates the dead, whatever their file still says. */
const hasDied = ({ status }: CarePerson, { happened }: Own): boolean =>
  status === '去世' || happened.some(({ kind, whom }) => kind === '去世' && whom === '本人')
const isForFamily = ({ when, whose }: CareRule): boolean =>
  (when.by === 'event' && when.kinds.includes('去世')) || whose.lists.includes('因公牺牲家庭')

interface Today {
  readonly day: Stamp
  readonly through: Stamp
  readonly waived: ReadonlySet<string>
  readonly roll: ReturnType<typeof roller>
}
function toItem(
  rule: CareRule,
  person: number,
  { mark, due, from = due, why, source, occasion }: Matter,
  settledOn: Stamp | undefined,
  { day, through, waived, roll }: Today,
): CareItem | undefined {
  const act = rule.roll === 'none' ? { at: due, unknownYear: null } : roll(due, rule.roll)
  const key = careKey(rule, person, mark)
  const announced = roll(plusDays(Math.min(act.at, from), -rule.leadDays), 'earlier')
  if (settledOn === undefined && day < announced.at && due > through) return undefined
  const latest = Math.max(act.at, due)
  const state: CareState =
    settledOn !== undefined
      ? 'done'
      : waived.has(key)
        ? 'waived'
        : day > latest
          ? 'late'
          : day >= Math.min(act.at, due)
            ? 'due'
            : 'soon'
  const [first] = rule.occasions
  if (first === undefined) return undefined
  return {
    key,
    ruleId: rule.id,
    title: rule.title,
    personKey: person,
    occasion: occasion ?? first,
    dimension: rule.dimension,
    owner: rule.owner,
    dueOn: dayOf(due),
    actOn: dayOf(act.at),
    state,
    escalated: state === 'late' && plusDays(latest, rule.escalateDays) < day,
    why: why(),
    basis: rule.basis,
    source,
    eventId: rule.when.by === 'event' ? (source as LifeEventId | null) : null,
    unknownYear: act.unknownYear ?? announced.unknownYear,
  }
}

const order: Record<CareState, number> = { late: 0, due: 1, soon: 2, waived: 3, done: 4 }
/** The most urgent first, then by day; within a day in the order of people and rules. A department has few days and many matters. */
function inOrder(items: readonly CareItem[]): CareItem[] {
  const byRank = new Map<number, CareItem[]>()
  for (const item of items) {
    const rank = order[item.state] * FAR + stampOf(item.dueOn)
    const same = byRank.get(rank)
    if (same) same.push(item)
    else byRank.set(rank, [item])
  }
  return [...byRank.keys()].toSorted((a, b) => a - b).flatMap(rank => byRank.get(rank) ?? [])
}
