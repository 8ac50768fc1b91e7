import { addDays, type Day } from '../dates/add-months'

/** What is in force from a day until another, both in. */
interface InForce {
  readonly validFrom: Day
  readonly validTo: Day | null
}

/**
 * What the versions of one rule, the oldest first, ask for between them: each until the day before a later one begins, and not
 * at all when that begins no later than it. So a version that is still to come leaves everything before it as it was.
 */
export function inForce<R extends InForce>(versions: readonly R[]): R[] {
  let reigns: R[] = []
  for (const next of versions) {
    const last = addDays(next.validFrom, -1)
    reigns = reigns
      .filter(({ validFrom }) => validFrom <= last)
      .map(each => (each.validTo !== null && each.validTo <= last ? each : { ...each, validTo: last }))
    reigns.push(next)
  }
  return reigns
}

/** A rule that is switched on asks for nothing from before that day. @param present the version that it follows, if there is one */
export const switchedOn = <R extends InForce & { readonly on: boolean }>(
  next: R,
  present: R | undefined,
  today: Day,
): R => (next.on && present?.on !== true && next.validFrom < today ? { ...next, validFrom: today } : next)
