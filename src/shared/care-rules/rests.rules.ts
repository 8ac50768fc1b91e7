import type { RestYear, RetreatStanding } from './care-facts'
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

const ofRetreatYear: Telling<RetreatStanding> = {
  mark: (_standing, year) => String(year),
  why({ every, had }, year) {
    const before = had.map(each => each.year).filter(each => each <= year - every)
    const often = every === 1 ? '每年一次' : `每 ${every} 年一次`
    return `疗休养${often}，${before.length > 0 ? `上次在 ${Math.max(...before)} 年` : '还没有登记过'}`
  },
  basis: ({ basis }) => basis,
}

/** Who is entitled to 疗休养 and has had none in so many years as the unit's standard says, counted in years of the calendar. */
export function ofRetreat(rule: CareRule, { month, date }: Of<'retreat'>, frame: Frame): Asks {
  const days = years(frame)
    .map(year => ({ year, due: inYear(year, month * 100 + date) }))
    .filter(({ due }) => within(frame, due))
  return (person, own, found) => {
    const { retreat } = person
    if (retreat === null || retreat.from === null || !isMeant(rule, person, own, frame.day)) return
    const { from, every, had } = retreat
    for (const { year, due } of days) {
      const near = had.filter(each => each.year <= year && each.year > year - every)
      // Whoever has had one in an earlier year of the interval is not asked for at all.
      if (from > due || near.some(each => each.year < year)) continue
      const settledOn = near.length > 0 ? Math.min(...near.map(({ on }) => on)) : undefined
      found.push(matterOf(ofRetreatYear, retreat, year, due, year * 10_000 + 101, null, { settledOn }))
    }
  }
}
