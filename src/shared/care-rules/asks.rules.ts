import { plusDays, type Stamp } from '../dates/stamps'
import type { StampSpan } from './care-facts'
import type { CareRule } from './care-rules'
import {
  type Asks,
  activeOn,
  EARLY_DAYS,
  type Frame,
  inYear,
  isMeant,
  type Of,
  show,
  within,
  yearOf,
  years,
} from './frame'
import { againFor } from './intervals.rules'
import { careKey, type Matter } from './matters'
import { ofCheck, ofLeave } from './rests.rules'
import { ofEvents, ofFile, ofRetirement } from './steps.rules'

/** One day of every year. Where only the month is known it is due by the month's last day and may be done from its first. */
function yearly(
  { first, last }: StampSpan,
  every: number,
  frame: Frame,
  candidates: readonly number[],
  words: (count: number) => string,
  source: string | null = null,
): Matter[] {
  // A date that is only a year says nothing about the day.
  if (last - first > 100) return []
  const found: Matter[] = []
  for (const year of candidates) {
    const due = inYear(year, last % 10_000)
    const from = inYear(year, first % 10_000)
    if (due < frame.lowest || from > frame.highest) continue
    const count = year - yearOf(last)
    if (count < 1 || count % every !== 0) continue
    const month = first === last ? '' : '（只知道月份）'
    found.push({
      mark: source === null ? String(year) : `${source}-${year}`,
      due,
      from,
      opens: plusDays(from, -EARLY_DAYS),
      why: () => words(count) + month,
      source,
    })
  }
  return found
}

function ofAnniversary(rule: CareRule, { of, every }: Of<'anniversary'>, frame: Frame): Asks {
  const candidates = years(frame)
  const step = Number(every)
  if (of === 'list')
    return (_person, own) =>
      own.listed
        .filter(entry => rule.whose.lists.includes(entry.kind) && activeOn(entry, frame.day))
        .flatMap(({ id, from }) =>
          yearly({ first: from, last: from }, step, frame, candidates, count => `${show(from)} 至今 ${count} 周年`, id),
        )
  return (person, own) => {
    const span = of === 'birth' ? person.birth : person.party
    if (span === null) return []
    const words = (count: number): string =>
      of === 'birth'
        ? `${Math.floor(span.last / 100) % 100}月出生，满 ${count} 周岁`
        : `${span.first === span.last ? show(span.last) : show(span.last).slice(0, 7)} 入党，满 ${count} 年`
    const found = yearly(span, step, frame, candidates, words)
    return found.length > 0 && isMeant(rule, person, own, frame.day) ? found : []
  }
}

/** The same days for everyone: they are found once, and each person is only looked up. */
function ofDays(rule: CareRule, days: readonly { year: number; due: Stamp; name: string }[]): Asks {
  return (person, own) =>
    days
      .filter(({ due }) => isMeant(rule, person, own, due))
      .map(({ year, due, name }) => ({
        mark: String(year),
        due,
        opens: plusDays(due, -Math.max(EARLY_DAYS, rule.leadDays)),
        why: () => `${year} 年${name}`,
        source: null,
      }))
}

function daysOfRule({ when }: CareRule, frame: Frame): { year: number; due: Stamp; name: string }[] {
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
    case 'festival': {
      const days = daysOfRule(rule, frame)
      return days.length === 0 ? () => [] : ofDays(rule, days)
    }
    case 'event':
      return ofEvents(rule, when, frame)
    case 'file':
      return ofFile(rule, when, frame)
    case 'retirement':
      return ofRetirement(rule, when, frame)
    case 'interval':
      return (person, own) =>
        own.listed
          .filter(entry => rule.whose.lists.includes(entry.kind) && activeOn(entry, frame.day))
          .flatMap(entry => againFor(rule, when, entry, own, frame, mark => careKey(rule, person.key, mark)))
    case 'entry':
      return (_person, { listed }) =>
        listed.flatMap(({ id, kind, from, until }) => {
          const due = plusDays(from, when.days)
          if (!rule.whose.lists.includes(kind) || !within(frame, due) || (until !== null && until < due)) return []
          return [{ mark: id, due, opens: from, why: () => `${show(from)} 起${kind}，满 ${when.days} 日`, source: id }]
        })
    case 'leave':
      return ofLeave(rule, when, frame)
    case 'check':
      return ofCheck(rule, when, frame)
    case 'next':
      return (_person, { done }) =>
        done.flatMap(({ id, on, nextOn, occasion }) =>
          nextOn === null || !within(frame, nextOn)
            ? []
            : [
                {
                  mark: id,
                  due: nextOn,
                  opens: nextOn,
                  why: () => `${show(on)} 记录的下一步`,
                  source: null,
                  occasion,
                },
              ],
        )
  }
}
