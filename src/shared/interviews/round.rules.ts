import { addDays, type Day } from '../dates/add-months'
import type { Slot } from './interviews'

/** Hours in which a round is laid out, in minutes of the day: the usual hours of an office, morning and afternoon. */
const sessions = [
  { from: 8 * 60 + 30, to: 12 * 60 },
  { from: 14 * 60 + 30, to: 17 * 60 + 30 },
] as const
/** A round that has found no place by then never will. */
const MOST_DAYS = 400

export interface RoundStart {
  readonly day: Day
  /** Minutes since midnight. */
  readonly minute: number
}

/**
 * Places for talks one after the other, each whole within a morning or an afternoon, on working days. The first stands where
 * the planner put it, whatever the hour. A talk that is longer than a session begins with one.
 * @param isWorkday days on which a round goes on
 */
export function roundPlaces(
  start: RoundStart,
  minutes: number,
  count: number,
  isWorkday: (day: Day) => boolean,
): RoundStart[] {
  const places: RoundStart[] = []
  let next = start
  for (let at = 0; at < count; at++) {
    const place = at === 0 ? start : placeFor(next, minutes, isWorkday)
    places.push(place)
    next = { day: place.day, minute: place.minute + minutes }
  }
  return places
}

function placeFor({ day, minute }: RoundStart, minutes: number, isWorkday: (day: Day) => boolean): RoundStart {
  let [at, on] = [minute, day]
  for (let days = 0; days < MOST_DAYS; days++) {
    if (isWorkday(on))
      for (const { from, to } of sessions) {
        const begin = Math.max(at, from)
        if (begin + minutes <= to || (begin === from && minutes > to - from)) return { day: on, minute: begin }
      }
    on = addDays(on, 1)
    at = 0
  }
  return { day: on, minute: sessions[0].from }
}

const two = (n: number): string => String(n).padStart(2, '0')
/** 09:30, of minutes since midnight. */
export const clockAt = (minute: number): string => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`
/** Minutes since midnight of 09:30. */
export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** The same talk so many days or minutes later, by this computer's clock. */
export function movedSlot(
  { startsAt, minutes }: Slot,
  by: { readonly days?: number; readonly minutes?: number },
): Slot {
  const at = new Date(startsAt)
  at.setDate(at.getDate() + (by.days ?? 0))
  at.setMinutes(at.getMinutes() + (by.minutes ?? 0))
  return { startsAt: at.toISOString(), minutes }
}
