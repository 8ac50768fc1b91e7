import type { Day } from '../dates/add-months'
import { dayOf, plusDays, type Stamp, stampOf } from '../dates/stamps'
import { rollToWorkDay, type WorkCalendar } from '../dates/work-days'
import type { CareRule, CareState } from './care-rules'

/** A day off moved to a working day; where the holidays of its year are not known it stays. */
interface Rolled {
  readonly at: Stamp
  readonly unknownYear: number | null
}
type Roll = (at: Stamp, direction: 'earlier' | 'later') => Rolled

/** Rolls days with the calendar of the holidays; each day is looked up once. */
export function roller(calendar: WorkCalendar): Roll {
  const known = new Map<number, Rolled>()
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

/** What is the same for all that one rule asks for by one day. */
export interface Planned {
  readonly dueOn: Day
  readonly actOn: Day
  /** How it stands while it is neither done nor waived. */
  readonly state: CareState
  readonly escalated: boolean
  readonly unknownYear: number | null
  /** From when it is announced. */
  readonly announced: Rolled
}
export interface Planner {
  readonly on: (due: Stamp) => Planned
  /** From when something is announced that may be meant from this day on and not only on the day that it is due. */
  readonly announcedFrom: (from: Stamp, due: Stamp) => Rolled
}

/** How what a rule asks for stands on a day, by the day it falls due; each is worked out once. */
export function planner(rule: CareRule, day: Stamp, roll: Roll): Planner {
  const known = new Map<Stamp, Planned>()
  const actFor = (due: Stamp): Rolled => (rule.roll === 'none' ? { at: due, unknownYear: null } : roll(due, rule.roll))
  const announcedFrom = (from: Stamp, due: Stamp): Rolled =>
    roll(plusDays(Math.min(actFor(due).at, from), -rule.leadDays), 'earlier')
  const plan = (due: Stamp): Planned => {
    const act = actFor(due)
    const latest = Math.max(act.at, due)
    return {
      dueOn: dayOf(due),
      actOn: dayOf(act.at),
      state: day > latest ? 'late' : day >= Math.min(act.at, due) ? 'due' : 'soon',
      escalated: plusDays(latest, rule.escalateDays) < day,
      unknownYear: act.unknownYear,
      announced: announcedFrom(due, due),
    }
  }
  return {
    on(due) {
      const found = known.get(due)
      if (found) return found
      const next = plan(due)
      known.set(due, next)
      return next
    },
    announcedFrom,
  }
}
