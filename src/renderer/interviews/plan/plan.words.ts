import { Day, weekdayOf } from '../../../shared/dates/add-months'
import { kindOfDay, type WorkCalendar } from '../../../shared/dates/work-days'
import type { Slot } from '../../../shared/interviews/interviews'
import { clockAt, minuteOf, roundPlaces } from '../../../shared/interviews/round.rules'
import { instantOf, whenWords } from '../interviews.words'

interface When {
  readonly day: string
  readonly time: string
  readonly minutes: string
}

/** A year without a table has its weekends and nothing more. */
function isWorkday(day: Day, calendar: WorkCalendar): boolean {
  const { kind } = kindOfDay(day, calendar)
  return kind === 'work' || (kind === 'unknown-year' && weekdayOf(day) % 6 !== 0)
}

/** What is wrong with a time as it is typed; undefined when it can be used. */
export function wrongTime({ day, time, minutes }: When): string | undefined {
  const length = Number(minutes)
  if (!Day.safeParse(day).success) return '日期写作 2026-12-10'
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return '时间写作 09:30'
  return Number.isInteger(length) && length >= 10 && length <= 600 ? undefined : '时长是 10 到 600 分钟'
}

interface Draft extends When {
  readonly people: number
  readonly talkers: number
  readonly kind: { readonly title: string; readonly talkersAtLeast: number } | undefined
}
export function wrongWith({ people, talkers, kind, ...when }: Draft): string | undefined {
  if (people === 0) return '先选谈话对象'
  if (kind && talkers < kind.talkersAtLeast) return `${kind.title}要有 ${kind.talkersAtLeast} 名以上谈话人`
  if (talkers === 0) return '先选谈话人'
  return wrongTime(when)
}

/** When each talk of a round is held: one after the other, in office hours, on working days. */
export function slotsOf({ day, time, minutes }: When, count: number, calendar: WorkCalendar): Slot[] {
  const length = Number(minutes)
  const works = (on: Day): boolean => isWorkday(on, calendar)
  return roundPlaces({ day: Day.parse(day), minute: minuteOf(time) }, length, count, works).map(place => ({
    startsAt: instantOf(place.day, clockAt(place.minute)),
    minutes: length,
  }))
}

export function spanWords(slots: readonly Slot[], people: readonly { readonly name: string }[]): string {
  const [first, last] = [slots[0], slots.at(-1)]
  if (!first || !last) return ''
  return `${people.length} 人依次谈：${people[0]?.name ?? ''} ${whenWords(first.startsAt)}，最后一位${people.at(-1)?.name ?? ''} ${whenWords(last.startsAt)}。午间、下班后和休息日不排。`
}

/** Names as they are typed, with any mark between them. */
export const wordsOf = (text: string): string[] => text.split(/[、，,\s]+/).filter(word => word !== '')
