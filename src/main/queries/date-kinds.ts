import { sql } from 'kysely'
import { addMonths, daysOf } from '../../shared/dates/add-months'
import { monthsOf, PartialDate } from '../../shared/dates/partial-date'
import { gradeChoices } from '../../shared/queries/operators'
import {
  type Asked,
  compared,
  field,
  type RegisteredField,
  reaches,
  type SpanOf,
  type Truth,
  type Value,
} from './field-kinds'

type Named = Parameters<typeof field>[0]

/** 2030-01-02 as 20300102, as `cadre_facts` keeps days. */
export const dayNumber = (day: string): number => Number(day.replaceAll('-', ''))

/** The last possible day number of a month counted from the year 0. */
const endOfMonth = (month: number): number => (Math.floor(month / 12) * 100 + (month % 12) + 1) * 100 + 31

const bounds = (value: unknown): { first: number; last: number } => {
  const { earliest, latest } = daysOf(PartialDate.parse(value))
  return { first: dayNumber(earliest), last: dayNumber(latest) }
}

/**
 * A date as precise as it was written, against one that may be a month or a year as well. It is not earlier than a month when
 * all of it is in the month or after, not later when all of it is in the month or before; what reaches over the border is open.
 */
export const dateField = (named: Named, { first, last }: SpanOf): RegisteredField =>
  field(named, 'date', ({ operator, values }) => {
    if (operator === 'empty') return sql`(${first} IS NULL)`
    if (operator === 'filled') return sql`(${first} IS NOT NULL)`
    const [from, to = from] = values.map(bounds)
    const since = (bound: number): Truth =>
      sql`(CASE WHEN ${first} >= ${bound} THEN 1 WHEN ${last} < ${bound} THEN 0 END)`
    const until = (bound: number): Truth =>
      sql`(CASE WHEN ${last} <= ${bound} THEN 1 WHEN ${first} > ${bound} THEN 0 END)`
    if (operator === 'since') return since(from?.first ?? 0)
    if (operator === 'until') return until(from?.last ?? 0)
    return sql`(${since(from?.first ?? 0)} AND ${until(to?.last ?? 0)})`
  })

/** Whether so many months have gone since a date, by month: the month itself counts as full. What is still to come is open. */
const monthsGone = ({ first, last }: SpanOf, months: number, { on }: Asked): Truth => {
  const now = monthsOf(on).earliest
  const isAhead = sql`${first} IS NULL OR ${first} > ${endOfMonth(now)}`
  if (months <= 0) return sql`(CASE WHEN ${isAhead} THEN NULL ELSE 1 END)`
  const bound = endOfMonth(now - Math.round(months))
  return sql`(CASE WHEN ${isAhead} THEN NULL WHEN ${last} <= ${bound} THEN 1 WHEN ${first} > ${bound} THEN 0 END)`
}

/** Age: completed years by month, whole numbers. Source: the official editor, “年龄是计算到当月的实足年龄”. */
export const ageField = (named: Named, unit: string, span: SpanOf): RegisteredField =>
  field(named, 'number', (asking, asked) => compared(asking, years => monthsGone(span, years * 12, asked)), { unit })

/** Years that something has lasted. `without` tells of whom it is certain that it does not last: then no answer holds. */
export const yearsField = (named: Named, span: SpanOf, without?: Truth): RegisteredField =>
  field(
    named,
    'years',
    ({ operator, values }, asked) => {
      const [from = 0, to = 0] = values.map(Number)
      const full = (years: number) => monthsGone(span, years * 12, asked)
      const truth: Truth =
        operator === 'atLeast'
          ? full(from)
          : operator === 'lessThan'
            ? sql`(NOT ${full(from)})`
            : sql`(${full(from)} AND NOT ${full(to)})`
      return without ? sql`(CASE WHEN ${without} THEN 0 ELSE ${truth} END)` : truth
    },
    { unit: '年' },
  )

/** Months that SQL reckons itself, asked for in years. */
export const reckonedYearsField = (named: Named, months: (asked: Asked) => Value): RegisteredField =>
  field(
    named,
    'years',
    ({ operator, values }, asked) => {
      const value = months(asked)
      const [from = 0, to = 0] = values.map(year => Number(year) * 12)
      const full = (bound: number) => reaches({ first: value, last: value }, bound)
      if (operator === 'atLeast') return full(from)
      return operator === 'lessThan' ? sql`(NOT ${full(from)})` : sql`(${full(from)} AND NOT ${full(to)})`
    },
    { unit: '年' },
  )

/** How often something happened within so many years up to the day; 0 years is ever. What bears no date may be within them. */
export const countField = (
  named: Named,
  unit: string,
  counts: (from: number, to: number) => { readonly least: Value; readonly most: Value },
): RegisteredField =>
  field(
    named,
    'count',
    ({ operator, values }, { on }) => {
      const [years = 0, bound = 0] = values.map(Number)
      const from = years === 0 ? 0 : dayNumber(addMonths(on, -12 * years))
      const { least, most } = counts(from, dayNumber(on))
      const reaching = (number: number) => reaches({ first: least, last: most }, number)
      return operator === 'atLeast' ? reaching(bound) : sql`(NOT ${reaching(bound + 1)})`
    },
    { unit },
  )

/**
 * Grades of the last years before the year of the day, one letter a year. A year without a letter leaves the answer open
 * unless another year has settled it.
 */
export const gradesField = (named: Named, letters: Value, firstYear: number): RegisteredField =>
  field(
    named,
    'grades',
    ({ operator, values }, { on }) => {
      const [years = 1, ...grades] = values
      const start = Number(on.slice(0, 4)) - Number(years) - firstYear + 1
      const wanted = gradeChoices.filter(({ value }) => grades.includes(value)).map(({ letter }) => letter)
      const padding = '-'.repeat(Math.max(0, start) + Number(years))
      const line = sql`substr(${letters} || ${padding}, ${start}, ${Number(years)})`
      const others = gradeChoices.filter(({ letter }) => !wanted.includes(letter)).map(({ letter }) => letter)
      const has = (some: readonly string[]) => sql`(${line} GLOB ${`*[${some.join('') || ' '}]*`})`
      const isOpen = sql`(${line} GLOB '*-*')`
      if (operator === 'all') return sql`(CASE WHEN ${has(others)} THEN 0 WHEN ${isOpen} THEN NULL ELSE 1 END)`
      const some: Truth = sql`(CASE WHEN ${has(wanted)} THEN 1 WHEN ${isOpen} THEN NULL ELSE 0 END)`
      return operator === 'any' ? some : sql`(NOT ${some})`
    },
    { choices: gradeChoices.map(({ value, label }) => ({ value, label })) },
  )
