import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../shared/dates/add-months'
import { operatorsOf } from '../../shared/queries/operators'
import type { Choice, Condition, FieldType, QueryField } from '../../shared/queries/queries'
import type { Reads } from '../store/schema'

/** Whatever SQL makes of one person: 1 true, 0 false, NULL the file does not tell. It speaks of the row of `cadre_facts`. */
export type Truth = RawBuilder<number | null>
/** A value of one person, told from the row of `cadre_facts`. */
export type Value = RawBuilder<unknown>

/** What a question is asked against beside the person. */
export interface Asked {
  /** Ages and years are reckoned on this day. */
  readonly on: Day
  /** The units and everything below them, as far as the account sees them. */
  withSubUnits(ids: readonly string[]): readonly string[]
}

type Asking = Pick<Condition, 'operator' | 'values'>

/** A field that can be asked about: what the page is told, and how SQL answers. */
export interface RegisteredField extends QueryField {
  readonly truth: (asking: Asking, asked: Asked) => Truth
  /** Choices that the data itself brings, such as tags. */
  readonly choicesIn?: (db: Reads) => Promise<Choice[]>
}

interface Named {
  readonly key: string
  readonly label: string
  readonly group: string
  readonly hint?: string
}

export const field = (
  { key, label, group, hint = '' }: Named,
  type: FieldType,
  truth: RegisteredField['truth'],
  {
    unit = '',
    choices = [],
    ...more
  }: Partial<Pick<RegisteredField, 'unit' | 'choices' | 'operators' | 'choicesIn'>> = {},
): RegisteredField => ({
  key,
  label,
  group,
  hint,
  type,
  unit,
  choices,
  operators: [...operatorsOf[type]],
  truth,
  ...more,
})

/** One parameter for many values: the statement does not grow with them. */
export const among = (value: Value, values: readonly unknown[]): Truth =>
  sql`(${value} IN (SELECT value FROM json_each(${JSON.stringify(values)})))`

export const either = (truths: readonly Truth[]): Truth => sql`(${sql.join(truths, sql` OR `)})`

/** A text of the file; an empty one is known to be empty. */
export const textField = (named: Named, value: Value): RegisteredField =>
  field(named, 'text', ({ operator, values }) => {
    if (operator === 'empty') return sql`(trim(${value}) = '')`
    if (operator === 'filled') return sql`(trim(${value}) <> '')`
    if (operator === 'equals') return sql`(${value} = ${values[0]})`
    if (operator === 'starts') return sql`(instr(${value}, ${values[0]}) = 1)`
    return either(values.map(word => sql<number>`(instr(${value}, ${word}) > 0)`))
  })

/** One of several words. With `blank` 'none' nobody filled in means that there is none; otherwise it is not known. */
export const choiceField = (
  named: Named,
  value: Value,
  more: Pick<RegisteredField, 'choices'> & Partial<Pick<RegisteredField, 'choicesIn'>>,
  blank: 'none' | 'unknown' = 'none',
): RegisteredField =>
  field(
    named,
    'choice',
    ({ operator, values }) => {
      const isBlank = sql`(coalesce(${value}, '') = '')`
      if (operator === 'empty') return sql`${isBlank}`
      if (operator === 'filled') return sql`(NOT ${isBlank})`
      return sql`(CASE WHEN ${isBlank} THEN ${blank === 'none' ? sql`0` : sql`NULL`} ELSE ${among(value, values)} END)`
    },
    more,
  )

/** Places in an order, the highest first. `rising` where a greater number is higher. */
export const orderField = (
  named: Named,
  column: Value,
  steps: readonly { readonly title: string; readonly place: number }[],
  { rising = false, blank = 'none' }: { rising?: boolean; blank?: 'none' | 'unknown' } = {},
): RegisteredField =>
  field(
    named,
    'order',
    ({ operator, values }) => {
      if (operator === 'empty') return sql`(${column} IS NULL)`
      if (operator === 'filled') return sql`(${column} IS NOT NULL)`
      const places = values.flatMap(value => steps.find(({ title }) => title === value)?.place ?? [])
      const lowest = Math.max(...steps.map(({ place }) => place))
      const [place = lowest] = places
      const holds = (): Truth => {
        if (operator === 'in') return among(column, places)
        const above = (operator === 'atLeast') !== rising
        // What no step names stands in no order.
        return above ? sql`(${column} <= ${place})` : sql`(${column} BETWEEN ${place} AND ${lowest})`
      }
      return sql`(CASE WHEN ${column} IS NULL THEN ${blank === 'none' ? sql`0` : sql`NULL`} ELSE ${holds()} END)`
    },
    { choices: steps.map(({ title }) => ({ value: title, label: title })) },
  )

/** The first and the last of what a value may be; the same twice where it is certain. */
export interface SpanOf {
  readonly first: Value
  readonly last: Value
}

/** Whether a number in a span reaches a bound. */
export const reaches = ({ first, last }: SpanOf, bound: number): Truth =>
  sql`(CASE WHEN ${first} >= ${bound} THEN 1 WHEN ${last} < ${bound} THEN 0 END)`

/** Whole numbers: at least, at most or between, both borders in. */
export const compared = ({ operator, values }: Asking, reaching: (bound: number) => Truth): Truth => {
  const [from = 0, to = 0] = values.map(Number)
  if (operator === 'atLeast') return reaching(from)
  if (operator === 'atMost') return sql`(NOT ${reaching(from + 1)})`
  return sql`(${reaching(from)} AND NOT ${reaching(to + 1)})`
}

export const numberField = (named: Named, unit: string, value: Value): RegisteredField =>
  field(named, 'number', asking => compared(asking, bound => reaches({ first: value, last: value }, bound)), { unit })

/** What may be true of a person or not. */
export const flagField = (named: Named, truth: (asked: Asked) => Truth): RegisteredField =>
  field(named, 'flag', (_asking, asked) => truth(asked))
