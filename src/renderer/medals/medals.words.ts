import { Day } from '../../shared/dates/add-months'
import { type PartialDate, parsePartialDate, showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { FIRST_MEDAL_YEAR } from '../../shared/medals/medal-year.rules'
import type { MedalRow } from '../../shared/medals/medals.contract'

export const shownDate = (date: PartialDate | null, none = '没有填'): string => (date === null ? none : showDate(date))
/** An empty field is no date; undefined is something that cannot be read. */
export const typedDate = (text: string): PartialDate | null | undefined =>
  text.trim() === '' ? null : parsePartialDate(text)
export const typedDay = (text: string): Day | undefined => Day.safeParse(parsePartialDate(text)).data

/** The years that can be looked at: from the first one to the next one. */
export function yearOptions(): { value: number; label: string }[] {
  const now = Number(todayDay().slice(0, 4))
  return Array.from({ length: now + 2 - FIRST_MEDAL_YEAR }, (_, at) => now + 1 - at).map(value => ({
    value,
    label: `${value} 年`,
  }))
}

/** What a row says of its dates, in one line. */
export const datesOf = ({ partyJoined, partyFull, start }: MedalRow): string =>
  [
    `入党 ${shownDate(partyJoined)}`,
    partyFull === null ? '' : `转正 ${showDate(partyFull)}`,
    start === null ? '' : `党龄从 ${showDate(start)} 起`,
  ]
    .filter(part => part !== '')
    .join('　')
