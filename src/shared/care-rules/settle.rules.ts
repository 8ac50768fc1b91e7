import { plusDays, type Stamp } from '../dates/stamps'
import type { Done } from './care-facts'
import type { CareRule } from './care-rules'
import { type Matter, markOf, names, ruleOfKey } from './matters'

/** Most records are about something else. */
function isAbout(rule: CareRule, matters: readonly Matter[], { occasion, dueKey }: Done): boolean {
  if (dueKey !== null || rule.occasions.includes(occasion)) return true
  for (const matter of matters) if (matter.occasion === occasion) return true
  return false
}

/**
 * The day on which each matter of one rule and person was settled. Records are gone through in the order of time: one that names
 * a matter settles it, and each settles all that had fallen due by then, or else the next that was open already.
 * @returns undefined where no record says anything of them
 */
export function settle(
  rule: CareRule,
  matters: readonly Matter[],
  done: readonly Done[],
  day: Stamp,
): readonly (Stamp | undefined)[] | undefined {
  let settled: (Stamp | undefined)[] | undefined
  for (const record of done) {
    const { on, occasion, dueKey } = record
    if (on > day) break
    if (!isAbout(rule, matters, record)) continue
    settled ??= matters.map(({ settledOn }) => settledOn)
    // A record is one of this person's; its key may bear the number of a file that was merged into theirs.
    const named =
      dueKey === null ? -1 : matters.findIndex(matter => !matter.elsewhere && names(dueKey, rule, markOf(matter)))
    if (named >= 0) settled[named] = settled[named] ?? on
    let answered = named >= 0 || (dueKey !== null && ruleOfKey(dueKey) === rule.id)
    let next = -1
    for (let index = 0; index < matters.length; index++) {
      const matter = matters[index]
      if (matter === undefined || matter.elsewhere || settled[index] !== undefined || on < matter.opens) continue
      // What was agreed is settled by a record of its own: one that was made for another matter says nothing of it.
      const meant =
        matter.occasion === undefined
          ? rule.occasions.includes(occasion)
          : matter.occasion === occasion && dueKey === null
      const same = named >= 0 && matter.source === matters[named]?.source
      if (!(meant || same) || on > plusDays(matter.due, rule.keepDays)) continue
      if (matter.due <= on && (named < 0 || same)) {
        settled[index] = on
        answered = true
      } else if (next < 0) next = index
    }
    if (!answered && next >= 0) settled[next] = on
  }
  return settled
}
