import type { RestYear } from './care-facts'
import type { CareRule } from './care-rules'
import { type Asks, type Frame, inYear, isMeant, type Of, within, years } from './frame'
import { matterOf, type Telling } from './matters'

/** Of a share of the leave that should have been taken. */
const ofShare: Telling<RestYear> = {
  mark: ({ year }, percent) => `${year}-${percent}`,
  why: ({ year, entitled, taken }) => `${year} 年应休 ${entitled} 天，已休 ${taken} 天`,
}
const ofYear: Telling<RestYear> = {
  mark: ({ year }) => String(year),
  why: ({ year }) => `${year} 年体检`,
}

export function ofLeave(rule: CareRule, { checks }: Of<'leave'>, frame: Frame): Asks {
  // Of a year's checks the last one that has come is the one that asks.
  const last = new Map<number, { readonly percent: number; readonly due: number }>()
  for (const year of years(frame))
    for (const { month, date, percent } of checks) {
      const due = inYear(year, month * 100 + date)
      if (within(frame, due) && due <= frame.day) last.set(year, { percent, due })
    }
  return (person, own, found) => {
    for (const rest of person.rests) {
      const check = last.get(rest.year)
      const { entitled, taken } = rest
      if (check === undefined || entitled === null || entitled <= 0 || taken * 100 >= entitled * check.percent) continue
      if (isMeant(rule, person, own, frame.day))
        found.push(matterOf(ofShare, rest, check.percent, check.due, check.due, null))
    }
  }
}

export function ofCheck(rule: CareRule, { month, date }: Of<'check'>, frame: Frame): Asks {
  return (person, own, found) => {
    for (const rest of person.rests) {
      const { year, keepsChecks, checkedOn } = rest
      const due = inYear(year, month * 100 + date)
      if (!keepsChecks || !within(frame, due) || !isMeant(rule, person, own, frame.day)) continue
      const settledOn = checkedOn ?? undefined
      found.push(matterOf(ofYear, rest, year, due, year * 10_000 + 101, null, { settledOn }))
    }
  }
}
