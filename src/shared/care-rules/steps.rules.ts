import { plusDays, plusMonths, type Stamp } from '../dates/stamps'
import type { Happened, StampSpan } from './care-facts'
import type { CareRule } from './care-rules'
import { type Asks, EARLY_DAYS, type Frame, isMeant, type Of, show } from './frame'
import { type Matter, matterOf, type Telling } from './matters'

const whatHappened = ({ last, whom, kind }: Happened): string => `${show(last)} ${whom}${kind}`
const markDays: Telling<Happened>['mark'] = ({ id }, days) => `${id}-${days}`
const ofStep: Telling<Happened> = { mark: markDays, why: (event, days) => `${whatHappened(event)}，${days} 日内` }
const ofAgain: Telling<Happened> = { mark: markDays, why: (event, days) => `${whatHappened(event)}，已 ${days} 日` }
const ofEnd: Telling<Happened> = {
  mark: ({ id }) => `${id}-after`,
  why: (event, days) => `${whatHappened(event)}，${event.until === null ? '' : show(event.until)} 结束后 ${days} 日内`,
}

/**
 * The steps after one thing that happened: after its start, again while it lasts, and after its end. All that have come are
 * told, however long ago, so that on every day the same record settles the same step.
 */
function addSteps(found: Matter[], { steps, again, after }: Of<'event'>, event: Happened, { highest }: Frame): void {
  const { id, first, last, until } = event
  let opens = first
  const ask = (telling: Telling<Happened>, days: number, due: Stamp): void => {
    if (due <= highest) found.push(matterOf(telling, event, days, due, opens, id))
    opens = plusDays(due, 1)
  }
  for (const days of steps) ask(ofStep, days, plusDays(last, days))
  const end = until ?? highest
  if (again !== null)
    for (
      let days = (steps.at(-1) ?? 0) + again, due = plusDays(last, days);
      due <= end;
      days += again, due = plusDays(last, days)
    )
      ask(ofAgain, days, due)
  if (after !== null && until !== null) {
    opens = until
    ask(ofEnd, after, plusDays(until, after))
  }
}

/** The latest day on which something may have begun, or ended, of which nothing that is due now can depend any more. */
export function forgottenAt({ keepDays }: CareRule, { steps, again, after }: Of<'event'>, day: Stamp): Stamp {
  const longest = Math.max(...steps, again ?? 0, after ?? 0)
  // What was done settles a step that was open then. A step opens after the one before it, or when it happened, which may be
  // known to the year alone, and is kept for so many days.
  return plusDays(day, -2 * (keepDays + longest) - 366)
}
/** Whether something may still be asked for of what happened. */
export const isRemembered = ({ last, until }: Happened, forgotten: Stamp, { again }: Of<'event'>): boolean =>
  last > forgotten || (until === null ? again !== null : until > forgotten)

/** The steps after what happened, to whom the rule names. */
export function ofEvents(rule: CareRule, when: Of<'event'>, frame: Frame): Asks {
  const forgotten = forgottenAt(rule, when, frame.day)
  return (person, own, found) => {
    if (person.status === '其他' && !own.hasDied) return
    for (const event of own.happened)
      if (
        when.kinds.some(kind => kind === event.kind) &&
        (when.whoms.length === 0 || when.whoms.includes(event.whom)) &&
        isRemembered(event, forgotten, when)
      )
        addSteps(found, when, event, frame)
  }
}

const afterFact = (fact: string): Telling<StampSpan> => ({
  mark: ({ last }, days) => `${last}-${days}`,
  why: ({ last }, days) => `${show(last)} ${fact}，满 ${days} 日`,
})

export function ofFile(rule: CareRule, { fact, steps }: Of<'file'>, frame: Frame): Asks {
  const [longest, shortest] = [Math.max(...steps), Math.min(...steps)]
  const [lowest, highest] = [plusDays(frame.lowest, -longest), plusDays(frame.highest, -shortest)]
  const telling = afterFact(fact)
  const add = (found: Matter[], span: StampSpan): void => {
    const source = String(span.last)
    let opens = span.first
    for (const days of steps) {
      const due = plusDays(span.last, days)
      if (due <= frame.highest) found.push(matterOf(telling, span, days, due, opens, source))
      opens = plusDays(due, 1)
    }
  }
  const isNear = ({ last }: StampSpan): boolean => last >= lowest && last <= highest
  if (fact !== '受处分处理')
    return (person, own, found) => {
      const span = fact === '任现职' ? person.post : person.influenceOver
      if (span !== null && isNear(span) && isMeant(rule, person, own, frame.day)) add(found, span)
    }
  return (person, own, found) => {
    // 党纪 and 政务 punishment of one day are one thing to talk about.
    let before: Stamp | undefined
    for (const each of own.happened) {
      if (each.kind !== '受处分处理' || each.last === before) continue
      before = each.last
      if (isNear(each) && isMeant(rule, person, own, frame.day)) add(found, each)
    }
  }
}

const untilRetirement: Telling<StampSpan> = {
  mark: ({ first }, months) => `${Math.floor(first / 100)}-${months}`,
  why: ({ first }, months) => `${show(first).slice(0, 7)} 到退休年龄，提前 ${months} 个月`,
}

export function ofRetirement(rule: CareRule, { months }: Of<'retirement'>, frame: Frame): Asks {
  const latest = plusMonths(frame.highest, Math.max(...months) + 1)
  return (person, own, found) => {
    const { retire } = person
    if (
      retire === null ||
      retire.first > latest ||
      retire.last < frame.lowest ||
      !isMeant(rule, person, own, frame.day)
    )
      return
    // Who retires in a month retires at its end at the latest: the first day is what the steps are counted from.
    let opens: Stamp | undefined
    for (const before of months) {
      const due = plusMonths(retire.first, -before)
      if (due <= frame.highest)
        found.push(matterOf(untilRetirement, retire, before, due, opens ?? plusDays(due, -EARLY_DAYS), null))
      opens = plusDays(due, 1)
    }
  }
}
