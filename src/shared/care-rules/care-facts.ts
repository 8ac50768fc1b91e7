import type { Basis } from '../basis/basis'
import type { LifeEventKind, Whom } from '../care-records/care-records'
import type { Occasion } from '../care-records/occasions'
import type { RegisterKind } from '../care-register/care-register'
import type { Stamp } from '../dates/stamps'

/** The first and the last day that a date may mean; null while it is not known. */
export interface StampSpan {
  readonly first: Stamp
  readonly last: Stamp
}

/** Leave and health check of one year, where the unit keeps them. Days of leave. */
export interface RestYear {
  readonly year: number
  /** Null where it is not known, or where nobody keeps it. */
  readonly entitled: number | null
  readonly taken: number
  /** Whether the unit keeps health checks of the year at all. */
  readonly keepsChecks: boolean
  readonly checkedOn: Stamp | null
}

/** 疗休养 of one person by the standard of the unit that is in force. */
export interface RetreatStanding {
  /** The day from which somebody is entitled; null where the start of work is not known. */
  readonly from: Stamp | null
  /** Once in so many years. */
  readonly every: number
  /** The first days of those that were had, with the year each counts for, in any order. */
  readonly had: readonly { readonly year: number; readonly on: Stamp }[]
  readonly basis: Basis
}

/** One person as the triggers see them. */
export interface CarePerson {
  readonly key: number
  readonly status: '在职' | '退休' | '去世' | '其他'
  readonly birth: StampSpan | null
  readonly party: StampSpan | null
  readonly post: StampSpan | null
  readonly retire: StampSpan | null
  readonly influenceOver: StampSpan | null
  readonly rests: readonly RestYear[]
  /** Null where the unit has set no interval. */
  readonly retreat: RetreatStanding | null
}

/** Something that happened. A punishment comes from the file, everything else was noted. */
export interface Happened {
  readonly what: 'happened'
  readonly id: string
  readonly person: number
  readonly kind: LifeEventKind | '受处分处理'
  readonly whom: Whom
  readonly first: Stamp
  readonly last: Stamp
  /** The day it was over; null while it lasts. */
  readonly until: Stamp | null
}
/** An entry of the register. */
export interface Listed {
  readonly what: 'listed'
  readonly id: string
  readonly person: number
  readonly kind: RegisterKind
  readonly from: Stamp
  readonly until: Stamp | null
}
/** A record of what was done. */
export interface Done {
  readonly what: 'done'
  readonly id: string
  readonly person: number
  readonly on: Stamp
  readonly occasion: Occasion
  readonly dueKey: string | null
  readonly nextOn: Stamp | null
}
/** A case of need that is, or was, to be looked at anew. */
export interface Reviewed {
  readonly what: 'reviewed'
  readonly id: string
  readonly person: number
  readonly due: Stamp
  /** Null while nobody has. */
  readonly on: Stamp | null
}
export type CareEvent = Happened | Listed | Done | Reviewed

/** What is known of one person beside the file, each in the order of time. It is filled anew for the next person. */
export interface Own {
  readonly happened: Happened[]
  readonly listed: Listed[]
  readonly done: Done[]
  readonly reviewed: Reviewed[]
  /** Whether it was noted that the person died. */
  hasDied: boolean
}
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)
/** Leaves the room of a list as it is: a length of 0 would give it up, and most people need it again. */
export function empty(list: unknown[]): void {
  while (list.length > 0) list.pop()
}

/**
 * Looks up what is known of a person. Events of one person are chained by their places, so that a million of them need no lists
 * of their own: one set of lists is filled for one person after the other. What was done before the horizon is kept for those
 * in the register alone, whose visits go on from the last one; for everyone else it changes nothing any more.
 * @param last the greatest key of a person who is looked up
 * @param mayAsk whether any rule can ask for anything of what happened
 */
export function ownOf(
  events: readonly CareEvent[],
  last: number,
  horizon: Stamp,
  mayAsk: (event: Happened) => boolean,
): (person: number) => Own {
  // Places count from 1; 0 is the end of a chain.
  const [heads, oldHeads] = [new Int32Array(last + 1), new Int32Array(last + 1)]
  const next = new Int32Array(events.length + 1)
  let place = 0
  for (const event of events) {
    place++
    const { person } = event
    if (event.what === 'done' && event.on < horizon) {
      next[place] = oldHeads[person] ?? 0
      oldHeads[person] = place
      continue
    }
    if (event.what === 'happened') {
      const { last: latest, until } = event
      if ((latest < horizon && until !== null && until < horizon) || !mayAsk(event)) continue
    }
    next[place] = heads[person] ?? 0
    heads[person] = place
  }
  const own: Own = { happened: [], listed: [], done: [], reviewed: [], hasDied: false }
  const { happened, listed, done, reviewed } = own
  const take = (head: number): void => {
    for (let at = head; at > 0; at = next[at] ?? 0) {
      const event = events[at - 1]
      if (event?.what === 'done') done.push(event)
      else if (event?.what === 'listed') listed.push(event)
      else if (event?.what === 'reviewed') reviewed.push(event)
      else if (event) {
        happened.push(event)
        own.hasDied ||= event.kind === '去世' && event.whom === '本人'
      }
    }
  }
  return person => {
    empty(happened)
    empty(listed)
    empty(done)
    empty(reviewed)
    own.hasDied = false
    take(heads[person] ?? 0)
    if (listed.length > 0) take(oldHeads[person] ?? 0)
    if (happened.length > 1) happened.sort((a, b) => a.last - b.last || byId(a, b))
    if (listed.length > 1) listed.sort((a, b) => a.from - b.from || byId(a, b))
    if (reviewed.length > 1) reviewed.sort((a, b) => a.due - b.due || byId(a, b))
    if (done.length > 1) done.sort((a, b) => a.on - b.on || byId(a, b))
    return own
  }
}
