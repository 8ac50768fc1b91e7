import { addMonths } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import { dayOf, plusDays, type Stamp, stampOf } from '../dates/stamps'
import type { Happened, StampSpan } from './care-facts'
import type { CareRule } from './care-rules'
import { type Asks, EARLY_DAYS, type Frame, isMeant, type Of, show } from './frame'
import type { Matter } from './matters'

/**
 * The steps after one thing that happened: after its start, again while it lasts, and after its end. All that have come are
 * told, however long ago, so that on every day the same record settles the same step.
 */
function stepsOf(
  { steps, again, after }: Of<'event'>,
  { id, first, last, until, kind, whom }: Happened,
  frame: Frame,
): Matter[] {
  const whose = whom === '本人' ? '本人' : whom
  const found: Matter[] = []
  let previous: Stamp | null = null
  const ask = (mark: string, due: Stamp, words: string): void => {
    if (due <= frame.highest)
      found.push({
        mark: `${id}-${mark}`,
        due,
        opens: previous === null ? first : plusDays(previous, 1),
        why: () => `${show(last)} ${whose}${kind}${words}`,
        source: id,
      })
    previous = due
  }
  for (const days of steps) {
    const due = plusDays(last, days)
    ask(String(days), due, `，${days} 日内`)
  }
  const end = until ?? frame.highest
  if (again !== null)
    for (
      let days = (steps.at(-1) ?? 0) + again, due = plusDays(last, days);
      due <= end;
      days += again, due = plusDays(last, days)
    )
      ask(String(days), due, `，已 ${days} 日`)
  if (after !== null && until !== null) {
    previous = plusDays(until, -1)
    ask('after', plusDays(until, after), `，${show(until)} 结束后 ${after} 日内`)
  }
  return found
}

/** The latest day on which something may have begun, or ended, of which nothing that is due now can depend any more. */
function forgottenAt({ keepDays }: CareRule, { steps, again, after }: Of<'event'>, { day }: Frame): Stamp {
  const longest = Math.max(...steps, again ?? 0, after ?? 0)
  // What was done settles a step that was open then. A step opens after the one before it, or when it happened, which may be
  // known to the year alone, and is kept for so many days.
  return plusDays(day, -2 * (keepDays + longest) - 366)
}

/** The steps after what happened, to whom the rule names. */
export function ofEvents(rule: CareRule, when: Of<'event'>, frame: Frame): Asks {
  const forgotten = forgottenAt(rule, when, frame)
  const isMine = ({ kind, whom, last, until }: Happened): boolean =>
    when.kinds.some(each => each === kind) &&
    (when.whoms.length === 0 || when.whoms.includes(whom)) &&
    (last > forgotten || (until === null ? when.again !== null : until > forgotten))
  return (person, { happened }) => {
    if (person.status === '其他' && !happened.some(({ kind, whom }) => kind === '去世' && whom === '本人')) return []
    const found: Matter[] = []
    for (const event of happened) if (isMine(event)) found.push(...stepsOf(when, event, frame))
    return found
  }
}

export function ofFile(rule: CareRule, { fact, steps }: Of<'file'>, frame: Frame): Asks {
  const [longest, shortest] = [Math.max(...steps), Math.min(...steps)]
  const [lowest, highest] = [plusDays(frame.lowest, -longest), plusDays(frame.highest, -shortest)]
  const add = (found: Matter[], { first, last }: StampSpan): void => {
    let opens = first
    for (const days of steps) {
      const due = plusDays(last, days)
      if (due <= frame.highest)
        found.push({
          mark: `${last}-${days}`,
          due,
          opens,
          why: () => `${show(last)} ${fact}，满 ${days} 日`,
          source: String(last),
        })
      opens = plusDays(due, 1)
    }
  }
  const isNear = ({ last }: StampSpan): boolean => last >= lowest && last <= highest
  return (person, own) => {
    const found: Matter[] = []
    if (fact === '受处分处理') {
      // 党纪 and 政务 punishment of one day are one thing to talk about.
      let before: Stamp | undefined
      for (const each of own.happened) {
        if (each.kind !== '受处分处理' || each.last === before) continue
        before = each.last
        if (isNear(each) && isMeant(rule, person, own, frame.day)) add(found, each)
      }
    } else {
      const span = fact === '任现职' ? person.post : person.influenceOver
      if (span !== null && isNear(span) && isMeant(rule, person, own, frame.day)) add(found, span)
    }
    return found
  }
}

export function ofRetirement(rule: CareRule, { months }: Of<'retirement'>, frame: Frame): Asks {
  const latest = stampOf(addMonths(dayOf(frame.highest), Math.max(...months) + 1))
  return (person, own) => {
    const { retire } = person
    if (
      retire === null ||
      retire.first > latest ||
      retire.last < frame.lowest ||
      !isMeant(rule, person, own, frame.day)
    )
      return []
    // Who retires in a month retires at its end at the latest: the first day is what the steps are counted from.
    const day = dayOf(retire.first)
    let opens: Stamp | undefined
    return months.flatMap(before => {
      const due = stampOf(addMonths(day, -before))
      const step = {
        mark: `${Math.floor(retire.first / 100)}-${before}`,
        due,
        opens: opens ?? plusDays(due, -EARLY_DAYS),
      }
      opens = plusDays(due, 1)
      const why = (): string => `${showDate(day).slice(0, 7)} 到退休年龄，提前 ${before} 个月`
      return due <= frame.highest ? [{ ...step, why, source: null }] : []
    })
  }
}
