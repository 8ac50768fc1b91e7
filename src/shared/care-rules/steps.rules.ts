import { addMonths } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import { dayOf, plusDays, type Stamp, stampOf } from '../dates/stamps'
import type { CarePerson, Happened, Own, StampSpan } from './care-facts'
import type { CareRule } from './care-rules'
import { type Asks, EARLY_DAYS, type Frame, isMeant, type Of, show } from './frame'
import type { Matter } from './matters'

/**
 * The steps after one thing that happened: after its start, again while it lasts, and after its end. All that have come are
 * told, however long ago, so that on every day the same record settles the same step.
 */
export function stepsOf(
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
    if (until === null || due <= until || days === steps[0]) ask(String(days), due, `，${days} 日内`)
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

export function ofFile(rule: CareRule, { fact, steps }: Of<'file'>, frame: Frame): Asks {
  const spans = (person: CarePerson, own: Own): readonly (StampSpan & { id: string })[] => {
    if (fact === '受处分处理')
      return own.happened
        .filter(({ kind }) => kind === '受处分处理')
        .map(({ first, last }) => ({ first, last, id: String(last) }))
    const span = fact === '任现职' ? person.post : person.influenceOver
    return span === null ? [] : [{ ...span, id: String(span.last) }]
  }
  const [longest, shortest] = [Math.max(...steps), Math.min(...steps)]
  const [lowest, highest] = [plusDays(frame.lowest, -longest), plusDays(frame.highest, -shortest)]
  return (person, own) => {
    const found: Matter[] = []
    for (const { first, last, id } of spans(person, own)) {
      if (last < lowest || last > highest || !isMeant(rule, person, own, frame.day)) continue
      let opens = first
      for (const days of steps) {
        const due = plusDays(last, days)
        if (due <= frame.highest)
          found.push({
            mark: `${id}-${days}`,
            due,
            opens,
            why: () => `${show(last)} ${fact}，满 ${days} 日`,
            source: null,
          })
        opens = plusDays(due, 1)
      }
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
