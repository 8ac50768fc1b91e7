import { plusDays, type Stamp } from '../dates/stamps'
import type { Listed, StampSpan } from './care-facts'
import type { CareRule } from './care-rules'
import { type Asks, activeOn, EARLY_DAYS, type Frame, inYear, isMeant, type Of, show, yearOf, years } from './frame'
import { type Matter, matterOf, type Telling } from './matters'

const monthOnly = ({ first, last }: StampSpan): string => (first === last ? '' : '（只知道月份）')
const ofBirth: Telling<StampSpan> = {
  mark: (_span, year) => String(year),
  why: (span, year) =>
    `${Math.floor(span.last / 100) % 100}月出生，满 ${year - yearOf(span.last)} 周岁${monthOnly(span)}`,
}
const ofParty: Telling<StampSpan> = {
  mark: (_span, year) => String(year),
  why: (span, year) =>
    `${span.first === span.last ? show(span.last) : show(span.last).slice(0, 7)} 入党，满 ${year - yearOf(span.last)} 年${monthOnly(span)}`,
}
const ofEntry: Telling<Listed> = {
  mark: ({ id }, year) => `${id}-${year}`,
  why: ({ from }, year) => `${show(from)} 至今 ${year - yearOf(from)} 周年`,
}

/**
 * One day of every year; it may be done from the first day that is meant, and some time before. Where only the month is known it
 * is due by the month's last day.
 */
export function ofAnniversary(rule: CareRule, { of, every }: Of<'anniversary'>, frame: Frame): Asks {
  const candidates = years(frame)
  const step = Number(every)
  const add = <A extends StampSpan | Listed>(
    found: Matter[],
    telling: Telling<A>,
    about: A,
    first: Stamp,
    last: Stamp,
    source: string | null,
  ): void => {
    // A date that is only a year says nothing about the day.
    if (last - first > 100) return
    for (const year of candidates) {
      const [from, due] = [inYear(year, first % 10_000), inYear(year, last % 10_000)]
      const count = year - yearOf(last)
      if (due < frame.lowest || from > frame.highest || count < 1 || count % step !== 0) continue
      found.push(matterOf(telling, about, year, due, plusDays(from, -EARLY_DAYS), source, { from }))
    }
  }
  if (of === 'list')
    return (_person, own, found) => {
      for (const entry of own.listed)
        if (rule.whose.lists.includes(entry.kind) && activeOn(entry, frame.day))
          add(found, ofEntry, entry, entry.from, entry.from, entry.id)
    }
  const telling = of === 'birth' ? ofBirth : ofParty
  return (person, own, found) => {
    const span = of === 'birth' ? person.birth : person.party
    if (span !== null && isMeant(rule, person, own, frame.day)) add(found, telling, span, span.first, span.last, null)
  }
}
