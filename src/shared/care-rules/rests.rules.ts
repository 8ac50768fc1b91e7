import type { CareRule } from './care-rules'
import { type Asks, type Frame, inYear, isMeant, type Of, within, years } from './frame'
import type { Matter } from './matters'

export function ofLeave(rule: CareRule, { checks }: Of<'leave'>, frame: Frame): Asks {
  const days = years(frame).flatMap(year =>
    checks
      .map(({ month, date, percent }) => ({ year, percent, due: inYear(year, month * 100 + date) }))
      .filter(({ due }) => within(frame, due)),
  )
  return (person, own) => {
    const found: Matter[] = []
    for (const { year, entitled, taken } of person.rests) {
      // Of a year's checks the last one that has come is the one that asks.
      const check = days.findLast(each => each.year === year && each.due <= frame.day)
      if (check === undefined || entitled === null || entitled <= 0 || taken * 100 >= entitled * check.percent) continue
      if (!isMeant(rule, person, own, frame.day)) continue
      const why = (): string => `${year} 年应休 ${entitled} 天，已休 ${taken} 天`
      found.push({ mark: `${year}-${check.percent}`, due: check.due, opens: check.due, why, source: null })
    }
    return found
  }
}

export function ofCheck(rule: CareRule, { month, date }: Of<'check'>, frame: Frame): Asks {
  return (person, own) => {
    const found: Matter[] = []
    for (const { year, keepsChecks, checkedOn } of person.rests) {
      const due = inYear(year, month * 100 + date)
      if (!keepsChecks || !within(frame, due) || !isMeant(rule, person, own, frame.day)) continue
      const matter = { mark: String(year), due, opens: year * 10_000 + 101, why: () => `${year} 年体检`, source: null }
      found.push(checkedOn === null ? matter : { ...matter, settledOn: checkedOn })
    }
    return found
  }
}
