import type { Parameter } from '../basis/basis'
import type { Day } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import { addWorkDays, type UnknownYear, type WorkCalendar } from '../dates/work-days'
import { allowed, refused, type Verdict } from '../result'
import type { Objection, Publicity } from './campaigns'

/** Working days that a list is public at the least. Source: rule book 1.25. */
export const publicityDays: Parameter<number> = {
  value: 5,
  validFrom: '2020-12',
  validTo: null,
  source: '公务员奖励规定（奖励前在一定范围内公示，一般不少于五个工作日）',
  status: 'MEMORY',
}

export type PublicityEnd = { readonly kind: 'day'; readonly day: Day } | UnknownYear

/** The last day on which the list is public. The day on which it is put up does not count. */
export const publicityEnd = ({ from, days }: Pick<Publicity, 'from' | 'days'>, calendar: WorkCalendar): PublicityEnd =>
  addWorkDays(from, days, calendar)

export const unknownYearWords = ({ year }: UnknownYear): string =>
  `${year} 年没有节假日安排表，算不出公示截止日，请先在节假日设置里录入`

/** Whether the time of publicity has run out on a day and nothing is open, so that it can be decided. */
export function mayDecideAfter(
  publicity: Publicity | null,
  objections: readonly Pick<Objection, 'settlement'>[],
  calendar: WorkCalendar,
  on: Day,
): Verdict {
  if (publicity === null) return refused('还没有公示，先登记公示')
  const end = publicityEnd(publicity, calendar)
  if (end.kind === 'unknown-year') return refused(unknownYearWords(end))
  if (on <= end.day) return refused(`公示到 ${showDate(end.day)} 才满 ${publicity.days} 个工作日，满后再决定`)
  const open = objections.filter(({ settlement }) => settlement === null).length
  return open > 0 ? refused(`还有 ${open} 件异议没有办结，先办结再决定`) : allowed
}
