import { addMonths } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import { dayOf, plusDays, type Stamp, stampOf } from '../dates/stamps'
import type { Listed, Own } from './care-facts'
import type { CareRule, When } from './care-rules'
import type { Frame } from './frame'
import { type Matter, ruleOfKey } from './matters'

const monthsLater = (from: Stamp, months: number): Stamp => stampOf(addMonths(dayOf(from), months))

/**
 * What is due again and again: so many months after the last time that somebody came, or after the entry. One matter at a time,
 * however long nobody came; a waiver moves on as if somebody had come on the day it was due. The time that was settled last
 * is told beside it.
 */
export function againFor(
  rule: CareRule,
  { months, first }: Extract<When, { by: 'interval' }>,
  { id, from, until, kind }: Listed,
  { done }: Own,
  { day, start, highest, waived }: Frame,
  keyOf: (mark: string) => string,
): Matter[] {
  const found: Matter[] = []
  // A record that names this matter counts on whatever occasion it was made.
  const isVisit = ({ occasion, dueKey }: Own['done'][number]): boolean =>
    rule.occasions.includes(occasion) ||
    (dueKey !== null && ruleOfKey(dueKey) === rule.id && dueKey.includes(`:${id}-`))
  const days = done.filter(record => record.on >= from && record.on <= day && isVisit(record)).map(({ on }) => on)
  const visits = [...new Set(days)]
  // Since when the time runs: the entry, a visit, or the day that was waived.
  // What should have been done before the unit began is due on the day it began.
  const dueAfter = (at: Stamp, later: number): Stamp => Math.max(monthsLater(at, later), start)
  let [since, due, opens, came] = [from, dueAfter(from, first), from, false]
  const ask = (settledOn?: Stamp): void => {
    const [last, visited] = [since, came]
    if (due <= highest && (until === null || until >= due))
      found.push({
        mark: `${id}-${since}`,
        due,
        opens,
        why: () =>
          visited ? `${kind}，上次 ${showDate(dayOf(last))}` : `${showDate(dayOf(last))} 起${kind}，还没有走访记录`,
        source: id,
        lasting: true,
        ...(settledOn === undefined ? {} : { settledOn }),
      })
  }
  for (const visit of visits) {
    ask(visit)
    ;[since, due, opens, came] = [visit, dueAfter(visit, months), plusDays(visit, 1), true]
  }
  // Each that was waived is told too, so that the waiver can be taken back.
  while (waived.has(keyOf(`${id}-${since}`)) && due <= highest) {
    ask()
    ;[since, due, opens] = [due, dueAfter(due, months), plusDays(due, 1)]
  }
  ask()
  return found
}
