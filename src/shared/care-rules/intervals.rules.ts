import { plusDays, plusMonths, type Stamp } from '../dates/stamps'
import type { Done, Listed, Own } from './care-facts'
import type { CareRule } from './care-rules'
import { type Frame, type Of, show } from './frame'
import { careKey, type Matter, matterOf, ruleOfKey, type Telling } from './matters'

const markSince: Telling<Listed>['mark'] = ({ id }, since) => `${id}-${since}`
const neverVisited: Telling<Listed> = {
  mark: markSince,
  why: ({ kind }, since) => `${show(since)} 起${kind}，还没有走访记录`,
}
const visitedLast: Telling<Listed> = { mark: markSince, why: ({ kind }, since) => `${kind}，上次 ${show(since)}` }

/** The days of the visits that count for an entry, each once, in order. */
function visitsFor(rule: CareRule, { id, from }: Listed, done: readonly Done[], day: Stamp): Stamp[] {
  const found: Stamp[] = []
  for (const { on, occasion, dueKey } of done) {
    if (on < from || on > day || on === found.at(-1)) continue
    // A record that names this matter counts on whatever occasion it was made.
    if (
      rule.occasions.includes(occasion) ||
      (dueKey !== null && ruleOfKey(dueKey) === rule.id && dueKey.includes(`:${id}-`))
    )
      found.push(on)
  }
  return found
}

/**
 * What is due again and again: so many months after the last time that somebody came, or after the entry. One matter at a time,
 * however long nobody came; a waiver moves on as if somebody had come on the day it was due. The time that was settled last
 * is told beside it.
 */
export function addAgain(
  found: Matter[],
  rule: CareRule,
  { months, first }: Of<'interval'>,
  entry: Listed,
  person: number,
  { done }: Own,
  { day, start, highest, waived }: Frame,
): void {
  const { id, from, until } = entry
  // Since when the time runs: the entry, a visit, or the day that was waived.
  // What should have been done before the unit began is due on the day it began.
  const dueAfter = (at: Stamp, later: number): Stamp => Math.max(plusMonths(at, later), start)
  let [since, due, opens, telling] = [from, dueAfter(from, first), from, neverVisited]
  const ask = (settledOn?: Stamp): void => {
    if (due <= highest && (until === null || until >= due))
      found.push(matterOf(telling, entry, since, due, opens, id, { lasting: true, settledOn }))
  }
  for (const visit of visitsFor(rule, entry, done, day)) {
    ask(visit)
    since = visit
    due = dueAfter(visit, months)
    opens = plusDays(visit, 1)
    telling = visitedLast
  }
  // Each that was waived is told too, so that the waiver can be taken back.
  while (waived.size > 0 && due <= highest && waived.has(careKey(rule, person, markSince(entry, since)))) {
    ask()
    since = due
    due = dueAfter(due, months)
    opens = plusDays(since, 1)
  }
  ask()
}
