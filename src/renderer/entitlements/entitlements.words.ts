import { Day } from '../../shared/dates/add-months'
import { parsePartialDate } from '../../shared/dates/partial-date'
import type { EntitlementRow, NewTake } from '../../shared/entitlements/entitlements'
import { fenOf } from '../../shared/money/fen'

export const spanWords = (span: { readonly least: number; readonly most: number } | null): string =>
  span === null ? '不详' : span.least === span.most ? `${span.least}` : `${span.least}—${span.most}`

/** 8.3 within the year, or a whole date. @returns undefined when it is no day */
function dayTyped(year: number, text: string): Day | undefined {
  const bare = text.normalize('NFKC').trim()
  const short = /^(\d{1,2})[.\-/](\d{1,2})$/.exec(bare)
  const whole = short ? `${year}-${short[1]?.padStart(2, '0')}-${short[2]?.padStart(2, '0')}` : parsePartialDate(bare)
  return Day.safeParse(whole).data
}

/** What is typed in one row of the grid. */
export interface Typed {
  readonly from: string
  readonly to: string
  readonly days: string
  /** Yuan; for 疗休养 alone. */
  readonly cost: string
}
export function takeOf(
  { cadreId }: Pick<EntitlementRow, 'cadreId'>,
  year: number,
  kind: NewTake['kind'],
  { from, to, days, cost }: Typed,
): NewTake | string {
  const [first, last] = [dayTyped(year, from), dayTyped(year, to.trim() === '' ? from : to)]
  if (!first || !last) return '日期写作 8.3'
  if (last < first) return '结束日期早于开始日期'
  if (days.trim() !== '' && !/^\d{1,3}$/.test(days.trim())) return '天数是整数'
  const costFen = fenOf(cost)
  if (costFen === undefined) return '费用写数字，如 1800'
  const whole = days.trim() === '' ? null : Number(days)
  return { cadreId, year, kind, from: first, to: last, days: whole, place: '', costFen }
}
