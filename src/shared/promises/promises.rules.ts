import { addDays, type Day } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import { allowed, refused, type Verdict } from '../result'
import type { PromiseState } from './promises'

/** How a promise stands on a day; `soon` within three days. */
export type Standing = 'late' | 'today' | 'soon' | 'open' | 'done' | 'withdrawn'
const SOON_DAYS = 3

export function standingOn(day: Day, { state, dueOn }: { state: PromiseState; dueOn: Day }): Standing {
  if (state !== 'open') return state
  if (dueOn < day) return 'late'
  if (dueOn === day) return 'today'
  return dueOn <= addDays(day, SOON_DAYS) ? 'soon' : 'open'
}

const dayCount = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
/** Days since it was due; none while it is not late. */
export const daysLate = (day: Day, promise: { state: PromiseState; dueOn: Day }): number =>
  standingOn(day, promise) === 'late' ? dayCount(promise.dueOn, day) : 0

export function mayFinish({ state }: { state: PromiseState }, result: string): Verdict {
  if (state !== 'open') return refused('这件事已经了结')
  return result.trim() === '' ? refused('办结要写明结果') : allowed
}

export const mayReopen = ({ state }: { state: PromiseState }): Verdict =>
  state === 'open' ? refused('这件事还没有了结，不用重开') : allowed

/** A promise of the past may be typed in; one that is due before it was made may not. */
export const mayBeDue = (madeOn: Day, dueOn: Day): Verdict =>
  dueOn < madeOn ? refused('完成时间早于答应的日子') : allowed

/** Fewer than this are not told by number. */
const FEWEST_SHOWN = 3
/** A count that may be told without somebody being recognised in it; null for what is too small. */
export const shownCount = (count: number): number | null => (count < FEWEST_SHOWN ? null : count)

/** None at all names nobody. */
const shownOrNone = (count: number): number | null => (count === 0 ? 0 : shownCount(count))
/** Figures of what was made, as far as nobody is recognised in them. */
export const shownClosing = ({ made, done, late, medianDays }: Closing) => ({
  made: shownOrNone(made),
  done: shownOrNone(done),
  late: shownOrNone(late),
  medianDays: shownCount(done) === null ? null : medianDays,
})

/** How a promise stands, as far as it can be changed. */
interface Wording {
  readonly text: string
  readonly theme: string
  readonly ownerName: string
  readonly helper: string
  readonly dueOn: Day
}
/** What a change changes, in words that keep how it stood before; null when it changes nothing. */
export function changeWords(before: Wording, after: Wording): string | null {
  const words = [
    before.dueOn === after.dueOn ? '' : `期限 ${showDate(before.dueOn)} 改为 ${showDate(after.dueOn)}`,
    before.ownerName === after.ownerName ? '' : `责任人 ${before.ownerName} 改为 ${after.ownerName}`,
    before.helper === after.helper ? '' : `协办单位 ${before.helper || '无'} 改为 ${after.helper || '无'}`,
    before.theme === after.theme ? '' : `类别 ${before.theme} 改为 ${after.theme}`,
    before.text === after.text ? '' : `原来写的是：${before.text}`,
  ].filter(each => each !== '')
  return words.length === 0 ? null : words.join('；')
}

/** What became of those that were made: how many are settled, in how many days in the middle of all. Null without any. */
export interface Closing {
  readonly made: number
  readonly done: number
  readonly late: number
  readonly medianDays: number | null
}
export function closingOf(
  day: Day,
  promises: readonly { state: PromiseState; dueOn: Day; madeOn: Day; endedOn: Day | null }[],
): Closing {
  const counted = promises.filter(({ state }) => state !== 'withdrawn')
  const days = counted
    .flatMap(({ state, madeOn, endedOn }) => (state === 'done' && endedOn !== null ? [dayCount(madeOn, endedOn)] : []))
    .toSorted((a, b) => a - b)
  const middle = Math.floor(days.length / 2)
  const [upper, lower] = [days[middle], days[days.length % 2 === 1 ? middle : middle - 1]]
  return {
    made: counted.length,
    done: days.length,
    late: counted.filter(promise => standingOn(day, promise) === 'late').length,
    medianDays: upper === undefined || lower === undefined ? null : (upper + lower) / 2,
  }
}
