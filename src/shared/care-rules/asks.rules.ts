import { plusDays } from '../dates/stamps'
import { ofAnniversary } from './anniversaries.rules'
import type { Done, Listed, Reviewed } from './care-facts'
import type { CareRule } from './care-rules'
import { type Asks, activeOn, EARLY_DAYS, type Frame, inYear, isMeant, show, within, years } from './frame'
import { addAgain } from './intervals.rules'
import { matterOf, type NamedDay, type Telling } from './matters'
import { ofCheck, ofLeave, ofRetreat } from './rests.rules'
import { ofEvents, ofFile, ofRetirement } from './steps.rules'

const onNamedDay: Telling<NamedDay> = {
  mark: ({ year }) => String(year),
  why: ({ year, name }) => `${year} 年${name}`,
}
const afterEntry: Telling<Listed> = {
  mark: ({ id }) => id,
  why: ({ from, kind }, days) => `${show(from)} 起${kind}，满 ${days} 日`,
}
const reviewOfNeed: Telling<Reviewed> = {
  mark: ({ id, due }) => `${id}-${due}`,
  why: ({ due }) => `困难帮扶，定于 ${show(due)} 复核`,
}
const agreedNext: Telling<Done> = {
  mark: ({ id }) => id,
  why: ({ on }) => `${show(on)} 记录的下一步`,
}

/** The same days for everyone: what they ask for is made once, and each person is only looked up. */
function ofDays(rule: CareRule, days: readonly NamedDay[]): Asks {
  const early = -Math.max(EARLY_DAYS, rule.leadDays)
  const matters = days.map(day => matterOf(onNamedDay, day, day.year, day.due, plusDays(day.due, early), null))
  return (person, own, found) => {
    for (const matter of matters) if (isMeant(rule, person, own, matter.due)) found.push(matter)
  }
}

function daysOfRule({ when }: CareRule, frame: Frame): NamedDay[] {
  if (when.by === 'calendar')
    return years(frame)
      .map(year => ({ year, due: inYear(year, when.month * 100 + when.date), name: `${when.month}月${when.date}日` }))
      .filter(({ due }) => within(frame, due))
  if (when.by !== 'festival') return []
  return years(frame).flatMap(year => {
    const day = frame.festivalOn(year, when.festival)
    if (day === undefined) return []
    const due = plusDays(day, when.days)
    return within(frame, due) ? [{ year, due, name: `${when.festival}（${show(day)}）` }] : []
  })
}

/** What a rule asks of a person, made ready for one day. */
export function asksOf(rule: CareRule, frame: Frame): Asks {
  const { when } = rule
  switch (when.by) {
    case 'anniversary':
      return ofAnniversary(rule, when, frame)
    case 'calendar':
    case 'festival':
      return ofDays(rule, daysOfRule(rule, frame))
    case 'event':
      return ofEvents(rule, when, frame)
    case 'file':
      return ofFile(rule, when, frame)
    case 'retirement':
      return ofRetirement(rule, when, frame)
    case 'interval':
      return (person, own, found) => {
        for (const entry of own.listed)
          if (rule.whose.lists.includes(entry.kind) && activeOn(entry, frame.day))
            addAgain(found, rule, when, entry, person.key, own, frame)
      }
    case 'entry':
      return (_person, { listed }, found) => {
        for (const entry of listed) {
          const { id, kind, from, until } = entry
          const due = plusDays(from, when.days)
          if (rule.whose.lists.includes(kind) && within(frame, due) && (until === null || until >= due))
            found.push(matterOf(afterEntry, entry, when.days, due, from, id))
        }
      }
    case 'leave':
      return ofLeave(rule, when, frame)
    case 'check':
      return ofCheck(rule, when, frame)
    case 'retreat':
      return ofRetreat(rule, when, frame)
    case 'hardship':
      return (_person, { reviewed }, found) => {
        for (const review of reviewed) {
          // What should have been looked at before the unit began is due on the day it began.
          const due = Math.max(review.due, frame.start)
          if (due > frame.highest) continue
          const more = { lasting: true, elsewhere: true, ...(review.on === null ? {} : { settledOn: review.on }) }
          found.push(matterOf(reviewOfNeed, review, 0, due, due, review.id, more))
        }
      }
    case 'next':
      return (_person, { done }, found) => {
        for (const record of done) {
          const { nextOn, occasion } = record
          if (nextOn !== null && within(frame, nextOn))
            found.push(matterOf(agreedNext, record, 0, nextOn, nextOn, null, { occasion }))
        }
      }
  }
}
