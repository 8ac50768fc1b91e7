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
  readonly status: '在职' | '退休' | '其他'
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

/** What is known of one person beside the file, each in the order of time. */
export interface Own {
  readonly happened: Happened[]
  readonly listed: Listed[]
  readonly done: Done[]
}
export const nothing: Own = { happened: [], listed: [], done: [] }

/**
 * Events by person. What was done before the horizon is kept for those in the register alone, whose visits go on from the last
 * one; for everyone else it changes nothing any more.
 */
export function ownOf(events: readonly CareEvent[], horizon: Stamp): Map<number, Own> {
  const found = new Map<number, Own>()
  const of = (person: number): Own => {
    const known = found.get(person)
    if (known) return known
    const own: Own = { happened: [], listed: [], done: [] }
    found.set(person, own)
    return own
  }
  for (const event of events) if (event.what === 'listed') of(event.person).listed.push(event)
  for (const event of events) {
    if (event.what === 'listed') continue
    if (event.what === 'done') {
      if (event.on >= horizon || (found.get(event.person)?.listed.length ?? 0) > 0) of(event.person).done.push(event)
    } else if (event.last >= horizon || event.until === null || event.until >= horizon)
      of(event.person).happened.push(event)
  }
  for (const { happened, listed, done } of found.values()) {
    happened.sort((a, b) => a.last - b.last || (a.id < b.id ? -1 : 1))
    listed.sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
    done.sort((a, b) => a.on - b.on || (a.id < b.id ? -1 : 1))
  }
  return found
}
