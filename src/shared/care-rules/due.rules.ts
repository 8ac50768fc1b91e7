import type { Basis } from '../basis/basis'
import { inForce } from '../basis/versions.rules'
import type { CareDimension } from '../care-measures/measures.data'
import type { LifeEventId } from '../care-records/care-records'
import type { Occasion } from '../care-records/occasions'
import type { Day } from '../dates/add-months'
import { dayOf, plusDays, type Stamp, stampOf } from '../dates/stamps'
import type { WorkCalendar } from '../dates/work-days'
import { asksOf } from './asks.rules'
import { type CareEvent, type CarePerson, empty, ownOf } from './care-facts'
import type { CareRule, CareState, Festival } from './care-rules'
import type { Frame } from './frame'
import { basisOf, careKey, type Matter, markOf, ruleOfKey, whyOf } from './matters'
import { fillKnown, mayAsk, type Needs, needsOf, nobodyKnown } from './may-ask.rules'
import { type Planner, planner, roller } from './planned.rules'
import { settle } from './settle.rules'
import { forgottenAt, isRemembered } from './steps.rules'

/** One matter on the list of a day. Its words are made where it is shown: `toldOf`. */
export interface CareItem {
  readonly rule: CareRule
  readonly matter: Matter
  readonly personKey: number
  /** The day itself, and the day on which it should be done when that is a day off. */
  readonly dueOn: Day
  readonly actOn: Day
  readonly state: CareState
  readonly escalated: boolean
  /** The year whose holidays are not known, so that nothing was moved to a working day. */
  readonly unknownYear: number | null
}

/** The same in words. */
export interface CareTold extends Omit<CareItem, 'rule' | 'matter'> {
  /** The same for the same matter on every day: rule, person and what made it due. */
  readonly key: string
  readonly ruleId: string
  readonly title: string
  /** On which occasion a record of it would be. */
  readonly occasion: Occasion
  readonly dimension: CareDimension
  readonly owner: string
  readonly why: string
  readonly basis: Basis
  /** The event of the person's life behind it. */
  readonly eventId: LifeEventId | null
  /** The event or the entry of the register behind it, whichever it is. */
  readonly source: string | null
  /** The case of need behind it, where it is settled. */
  readonly hardshipId: string | null
}

export interface CareParameters {
  /** Every version of every rule, the oldest of each first. */
  readonly rules: readonly CareRule[]
  readonly calendar: WorkCalendar
  readonly festivalOn: (year: number, festival: Festival) => Day | undefined
  /** The day from which the unit keeps care here: what fell due before it is not asked for. */
  readonly since: Day
  readonly waived: ReadonlySet<string>
  /**
   * What a leader has answered to a late matter, by its key: when it had been due, and until when it is wanted. It stays until it
   * is done, and is due again on that day.
   */
  readonly instructed?: ReadonlyMap<string, { readonly due: Stamp; readonly wanted: Stamp }>
  /** Days that are looked at beside what is near: what falls due in them is told however far ahead, and what was done. */
  readonly window?: { readonly from: Day; readonly to: Day }
}

/** What was settled longer ago than this is not listed as done any more. */
const DONE_DAYS = 30
/** A row of days off is never longer than this: so much earlier something may be announced. */
const LONGEST_REST = 15
const FAR = 99_999_999
const nothing: NonNullable<CareParameters['instructed']> = new Map()

interface Ready {
  readonly rule: CareRule
  readonly lowest: Stamp
  readonly asks: ReturnType<typeof asksOf>
  readonly needs: Needs
  readonly isForFamily: boolean
  readonly plans: Planner
}
/** Nobody congratulates the dead, whatever their file still says. */
const isForFamily = ({ when, whose }: CareRule): boolean =>
  when.by === 'hardship' || (when.by === 'event' && when.kinds.includes('去世')) || whose.lists.includes('因公牺牲家庭')

function readyFor(
  { rules, calendar, since, waived, instructed = nothing, festivalOn, window }: CareParameters,
  day: Stamp,
): Ready[] {
  // What was answered is told however long ago it was due.
  const oldest = new Map<string, Stamp>()
  for (const [key, { due }] of instructed) oldest.set(ruleOfKey(key), Math.min(due, oldest.get(ruleOfKey(key)) ?? FAR))
  const byId = new Map<string, CareRule[]>()
  for (const rule of rules) byId.set(rule.id, [...(byId.get(rule.id) ?? []), rule])
  const festivals = (year: number, festival: Festival): Stamp | undefined => {
    const found = festivalOn(year, festival)
    return found === undefined ? undefined : stampOf(found)
  }
  const roll = roller(calendar)
  return [...byId.values()].flatMap(inForce).flatMap(rule => {
    if (!rule.on) return []
    // What lasts goes on under the version that is in force.
    const lasts = rule.when.by === 'interval' || rule.when.by === 'hardship'
    if (lasts && rule.validTo !== null && stampOf(rule.validTo) < day) return []
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
    if (frame.lowest > frame.highest) return []
    const { lowest } = frame
    const asks = asksOf(rule, { ...frame, lowest: Math.max(start, Math.min(lowest, oldest.get(rule.id) ?? FAR)) })
    return [
      { rule, lowest, asks, needs: needsOf(rule), isForFamily: isForFamily(rule), plans: planner(rule, day, roll) },
    ]
  })
}

/** Whether any of the rules can ask for anything of what happened. Who has died is asked for whatever happened. @param answered people of whom a leader has answered a matter */
function rememberedBy(ready: readonly Ready[], day: Stamp, answered: ReadonlySet<number>): Parameters<typeof ownOf>[3] {
  const byKind = new Map<string, { readonly forgotten: Stamp; readonly when: Parameters<typeof isRemembered>[2] }[]>()
  for (const { rule } of ready) {
    const { when } = rule
    if (when.by !== 'event') continue
    const forgotten = forgottenAt(rule, when, day)
    for (const kind of when.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), { forgotten, when }])
  }
  return event => {
    if (answered.has(event.person)) return true
    if (event.kind === '受处分处理' || (event.kind === '去世' && event.whom === '本人')) return true
    const asking = byKind.get(event.kind)
    if (asking === undefined) return false
    for (const { forgotten, when } of asking) if (isRemembered(event, forgotten, when)) return true
    return false
  }
}

/** The people whom some keys are about: of everyone else no key needs to be made. */
const whoseKeys = (keys: Iterable<string>): ReadonlySet<number> =>
  new Set([...keys].map(key => Number(key.split(':')[1])))

/**
 * What care is due on a day, the most urgent first. What is not near yet is left out; what was done within 30 days and what was
 * waived is told as such. A list with its bases: who is cared for, and how, is decided by people.
 * @param events in any order: what happened, who stands in the register, what was done
 * Source: rule book 8B.
 */
export function careDue(
  on: Day,
  people: readonly CarePerson[],
  events: readonly CareEvent[],
  parameters: CareParameters,
): CareItem[] {
  const day = stampOf(on)
  const ready = readyFor(parameters, day)
  const longest = Math.max(0, ...ready.map(({ rule }) => rule.keepDays))
  const { instructed = nothing } = parameters
  const answering = whoseKeys(instructed.keys())
  let last = 0
  for (const { key } of people) last = Math.max(last, key)
  // A step may be settled by what was done up to two months before the day it fell due.
  const owns = ownOf(events, last, plusDays(day, -longest - 430), rememberedBy(ready, day, answering))
  const { window, waived } = parameters
  const doneSince = Math.min(plusDays(day, -DONE_DAYS), window ? stampOf(window.from) : FAR)
  const through = window ? stampOf(window.to) : 0
  const waiving = whoseKeys(waived)
  const known = nobodyKnown()
  const matters: Matter[] = []
  const byRank = new Map<number, CareItem[]>()
  for (const person of people) {
    const own = owns(person.key)
    fillKnown(known, person, own)
    const dead = person.status === '去世' || own.hasDied
    for (const each of ready) {
      if (!mayAsk(each.needs, known) || (dead && !each.isForFamily)) continue
      const { rule, lowest, plans } = each
      empty(matters)
      each.asks(person, own, matters)
      if (matters.length === 0) continue
      const settled = own.done.length === 0 ? undefined : settle(rule, matters, own.done, day)
      for (let index = 0; index < matters.length; index++) {
        const matter = matters[index]
        if (!matter) continue
        const answer = answering.has(person.key) ? instructed.get(careKey(rule, person.key, markOf(matter))) : undefined
        if (!matter.lasting && matter.due < lowest && answer === undefined) continue
        const settledOn = settled ? settled[index] : matter.settledOn
        if (settledOn !== undefined && settledOn < doneSince) continue
        const { due, from } = matter
        const plan = plans.on(due)
        const announced = from === due ? plan.announced : plans.announcedFrom(from, due)
        if (settledOn === undefined && day < announced.at && due > through) continue
        const isWaived = waiving.has(person.key) && waived.has(careKey(rule, person.key, markOf(matter)))
        const wanted = settledOn === undefined ? answer?.wanted : undefined
        const open = wanted === undefined ? plan.state : day > wanted ? 'late' : day === wanted ? 'due' : 'soon'
        const state = settledOn !== undefined ? 'done' : isWaived ? 'waived' : open
        const isLong = wanted === undefined ? plan.escalated : plusDays(wanted, rule.escalateDays) < day
        keep(byRank, {
          rule,
          matter,
          personKey: person.key,
          dueOn: plan.dueOn,
          actOn: wanted === undefined ? plan.actOn : dayOf(wanted),
          state,
          escalated: state === 'late' && isLong,
          unknownYear: plan.unknownYear ?? announced.unknownYear,
        })
      }
    }
  }
  return inOrder(byRank)
}

const order: Record<CareState, number> = { late: 0, due: 1, soon: 2, waived: 3, done: 4 }
function keep(byRank: Map<number, CareItem[]>, item: CareItem): void {
  const rank = order[item.state] * FAR + item.matter.due
  const same = byRank.get(rank)
  if (same) same.push(item)
  else byRank.set(rank, [item])
}
/** The most urgent first, then by day; within a day in the order of people and rules. A department has few days and many matters. */
const inOrder = (byRank: ReadonlyMap<number, CareItem[]>): CareItem[] =>
  ([] as CareItem[]).concat(...[...byRank].toSorted(([a], [b]) => a - b).map(([, items]) => items))

export const keyOfItem = ({ rule, personKey, matter }: CareItem): string => careKey(rule, personKey, markOf(matter))

export function toldOf(item: CareItem): CareTold {
  const { rule, matter, ...day } = item
  const { source } = matter
  return {
    ...day,
    key: keyOfItem(item),
    ruleId: rule.id,
    title: rule.title,
    occasion: matter.occasion ?? rule.occasions[0] ?? '其他',
    dimension: rule.dimension,
    owner: rule.owner,
    why: whyOf(matter),
    basis: basisOf(matter) ?? rule.basis,
    source,
    hardshipId: rule.when.by === 'hardship' ? source : null,
    eventId: rule.when.by === 'event' ? (source as LifeEventId | null) : null,
  }
}
