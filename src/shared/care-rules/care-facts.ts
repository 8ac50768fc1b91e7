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
export type CareEvent = Happened | Listed | Done

/** What is known of one person beside the file, each in the order of time. It is filled anew for the next person. */
export interface Own {
  readonly happened: Happened[]
  readonly listed: Listed[]
  readonly done: Done[]
}
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

/**
 * Looks up what is known of a person. Events of one person are chained by their places, so that a million of them need no lists
 * of their own: one set of lists is filled for one person after the other. What was done before the horizon is kept for those
 * in the register alone, whose visits go on from the last one; for everyone else it changes nothing any more.
 */
export function ownOf(events: readonly CareEvent[], horizon: Stamp): (person: number) => Own {
  const heads = new Map<number, number>()
  const next = new Int32Array(events.length)
  events.forEach((event, at) => {
    // Of those who are in no list this is told when they are looked up.
    if (event.what === 'happened' && event.last < horizon && event.until !== null && event.until < horizon) return
    next[at] = (heads.get(event.person) ?? 0) - 1
    heads.set(event.person, at + 1)
  })
  const own: Own = { happened: [], listed: [], done: [] }
  const { happened, listed, done } = own
  return person => {
    happened.length = 0
    listed.length = 0
    done.length = 0
    for (let at = (heads.get(person) ?? 0) - 1; at >= 0; at = next[at] ?? -1) {
      const event = events[at]
      if (event?.what === 'happened') happened.push(event)
      else if (event?.what === 'listed') listed.push(event)
      else if (event) done.push(event)
    }
    if (listed.length === 0) {
      let kept = 0
      for (const each of done) if (each.on >= horizon) done[kept++] = each
      done.length = kept
    }
    if (happened.length > 1) happened.sort((a, b) => a.last - b.last || byId(a, b))
    if (listed.length > 1) listed.sort((a, b) => a.from - b.from || byId(a, b))
    if (done.length > 1) done.sort((a, b) => a.on - b.on || byId(a, b))
    return own
  }
}
