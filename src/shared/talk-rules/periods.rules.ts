import { showDate } from '../dates/partial-date'
import { dayOf, plusDays, type Stamp, stampAt, stampOf } from '../dates/stamps'
import { type Asks, counts, type DuePerson, firstHeld, keyOf, type Matter } from './matters'
import type { TalkRule } from './talk-rules'

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

interface Asked extends Window {
  readonly rule: TalkRule
  readonly times: number
}
/** The periods that began while a rule was in force, from a day on until another. */
function windowsOf(rule: TalkRule, first: Stamp, day: Stamp): Asked[] {
  const { when } = rule
  if (when.by !== 'period') return []
  const months = Number(when.months)
  const start = Math.max(stampOf(rule.validFrom), first)
  const end = rule.validTo === null ? day : Math.min(stampOf(rule.validTo), day)
  const found: Asked[] = []
  for (let window = windowOf(start, months); window.from <= end; window = windowOf(plusDays(window.to, 1), months))
    if (window.from >= start) found.push({ ...window, rule, times: when.times })
  return found
}

const span = ({ from }: Window, { to }: Window): string => `${showDate(dayOf(from))} 至 ${showDate(dayOf(to))}`
const ownWords = (window: Asked, held: number): string =>
  `${span(window, window)} 应谈 ${window.times} 次，已谈 ${held} 次`

/** Periods that were missed one after the other, while nobody talked. */
interface Run {
  readonly first: Asked
  readonly held: number
  last: Asked
  missed: number
}
const matterOf = ({ first, held, last, missed }: Run, settledOn: Stamp | undefined): Matter => ({
  rule: first.rule,
  mark: first.to,
  dueOn: first.to,
  why: () => (missed === 1 ? ownWords(first, held) : `${span(first, last)} 连续 ${missed} 个时段没有谈够`),
  settledOn,
})

/** Days of the talks of a person that a rule counts, the earliest first. */
const daysHeld = (rule: TalkRule, { talks }: DuePerson): Stamp[] =>
  talks
    .filter(talk => counts(rule, talk))
    .map(({ on }) => on)
    .toSorted((a, b) => a - b)

/**
 * The present period, and what was missed before it: all periods in a row as one matter that is due since the first of them
 * ended, until any later talk makes it up. A matter that was waived is over; the next period that is missed begins another.
 * @param versions of one rule, the oldest first
 * @param first what began before this day is not looked at
 */
export function ofPeriods(versions: readonly TalkRule[], first: Stamp, day: Stamp): Asks {
  // Where two versions have a period that ends on the same day, the later one tells.
  const byEnd = new Map(versions.flatMap(rule => windowsOf(rule, first, day)).map(window => [window.to, window]))
  const windows = [...byEnd.values()].toSorted((a, b) => a.from - b.from)
  const ended = (run: Run, person: DuePerson): Matter =>
    matterOf(run, firstHeld(run.last.rule, person, run.last.to + 1, day))
  return (person, waived) => {
    const found: Matter[] = []
    let run: Run | undefined
    let rule: TalkRule | undefined
    let days: readonly Stamp[] = []
    let at = 0
    for (const window of windows) {
      // Whoever came within the period is not asked for.
      if (!person.whos.includes(window.rule.who) || (person.since !== null && person.since > window.from)) continue
      if (rule !== window.rule) [rule, days, at] = [window.rule, daysHeld(window.rule, person), 0]
      const { from, to, times } = window
      while ((days[at] ?? from) < from) at++
      const start = at
      while ((days[at] ?? Number.POSITIVE_INFINITY) <= Math.min(to, day)) at++
      const held = at - start
      const later = run && firstHeld(run.last.rule, person, run.last.to + 1, Math.min(to, day))
      if (run && later !== undefined) {
        found.push(matterOf(run, later))
        run = undefined
      }
      if (held < times && to < day) {
        const goesOn = run && !waived.has(keyOf(rule.id, person.key, run.first.to))
        if (run && goesOn) [run.last, run.missed] = [window, run.missed + 1]
        else {
          if (run) found.push(ended(run, person))
          run = { first: window, held, last: window, missed: 1 }
        }
      } else {
        const settledOn = held < times ? undefined : days[start + times - 1]
        found.push({ rule, mark: to, dueOn: to, why: () => ownWords(window, held), settledOn })
      }
    }
    if (run) found.push(ended(run, person))
    return found
  }
}
