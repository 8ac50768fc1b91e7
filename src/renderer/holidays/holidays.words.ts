import { addDays, Day, weekdayOf } from '../../shared/dates/add-months'
import { daysIn, parsePartialDate } from '../../shared/dates/partial-date'
import type { HolidayYear } from '../../shared/dates/work-days'

export interface DraftRow {
  /** Stays while the row is typed in. */
  readonly id: number
  readonly name: string
  readonly from: string
  readonly to: string
}
/** A year as it is being edited: what is typed need not be a day yet. */
export interface Draft {
  readonly year: number
  readonly source: string
  readonly off: readonly DraftRow[]
  readonly worked: string
}

/** 2.15, as it is typed and shown within a year. */
const short = (day: Day): string => `${Number(day.slice(5, 7))}.${Number(day.slice(8))}`

/** Reads 2.15, 2月15日, 02-15 or a whole date. @returns undefined when it is no day */
function dayIn(year: number, text: string): Day | undefined {
  const bare = text.normalize('NFKC').replaceAll(/\s/g, '')
  const parts = /^(\d{1,2})[.月\-/](\d{1,2})[日号]?$/.exec(bare)
  const whole = parts ? `${year}-${parts[1]?.padStart(2, '0')}-${parts[2]?.padStart(2, '0')}` : parsePartialDate(bare)
  return Day.safeParse(whole).data
}

export const draftOf = ({ year, source, off, workedWeekends }: HolidayYear): Draft => ({
  year,
  source,
  off: off.map(({ name, from, to }, id) => ({ id, name, from: short(from), to: short(to) })),
  worked: workedWeekends.map(short).join('、'),
})
export const blankDraft = (year: number): Draft => ({ year, source: '', off: [], worked: '' })

/** What the draft comes to, and what cannot be read of it. */
export function tableOf({ year, source, off, worked }: Draft): { table: HolidayYear; wrong: string[] } {
  const wrong: string[] = []
  const days = off.flatMap(({ name, from, to }) => {
    const [first, last] = [dayIn(year, from), dayIn(year, to === '' ? from : to)]
    if (!first || !last) wrong.push(`${name === '' ? '放假' : name}的日期写作 2.15`)
    return first && last ? [{ name: name === '' ? '放假' : name, from: first, to: last }] : []
  })
  const weekends = worked
    .split(/[、，,;；\s]+/)
    .filter(text => text !== '')
    .flatMap(text => {
      const day = dayIn(year, text)
      if (!day) wrong.push(`“${text}”不是日期`)
      return day ? [day] : []
    })
  return { table: { year, source, off: days, workedWeekends: weekends.toSorted() }, wrong }
}

/** A weekend that is worked, or not any more. */
export function turned(draft: Draft, day: Day): Draft {
  const { workedWeekends } = tableOf(draft).table
  const next = workedWeekends.includes(day) ? workedWeekends.filter(each => each !== day) : [...workedWeekends, day]
  return { ...draft, worked: next.toSorted().map(short).join('、') }
}

/** The weeks that a month lies in, from Monday to Sunday, with the days beside it. */
export function weeksOf(year: number, month: number): Day[][] {
  const first = Day.parse(`${year}-${String(month).padStart(2, '0')}-01`)
  const lead = (weekdayOf(first) + 6) % 7
  const weeks = Math.ceil((lead + daysIn(year, month)) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_each, at) => addDays(first, week * 7 + at - lead)),
  )
}

export const withRow = (draft: Draft, row: DraftRow): Draft => ({
  ...draft,
  off: draft.off.map(each => (each.id === row.id ? row : each)),
})
export const withNewRow = (draft: Draft): Draft => ({
  ...draft,
  off: [...draft.off, { id: Math.max(-1, ...draft.off.map(({ id }) => id)) + 1, name: '', from: '', to: '' }],
})

/** The rows as they shipped, so that nothing is typed for the usual ones. */
export const usualHolidays = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const
