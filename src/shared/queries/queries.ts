import * as z from 'zod'
import { Day } from '../dates/add-months'
import { line } from '../text'

/** What a field's values are, and so which questions may be asked of it. */
export const FieldType = z.enum([
  'text',
  'choice',
  'order',
  'date',
  'number',
  'years',
  'grades',
  'count',
  'flag',
  'unit',
])
export type FieldType = z.infer<typeof FieldType>

export const Operator = z.enum([
  'contains',
  'equals',
  'starts',
  'in',
  'within',
  'atLeast',
  'atMost',
  'lessThan',
  'between',
  'since',
  'until',
  'all',
  'any',
  'none',
  'yes',
  'empty',
  'filled',
])
export type Operator = z.infer<typeof Operator>

/** One value that can be chosen. Those of an order stand the highest first. */
export const Choice = z.object({ value: z.string(), label: z.string() })
export type Choice = z.infer<typeof Choice>

/** A field that can be asked about, as the page needs it. A module adds its own to the core's register. */
export const QueryField = z.object({
  key: z.string(),
  label: z.string(),
  group: z.string(),
  type: FieldType,
  /** 岁, 年, 次 and the like. */
  unit: z.string(),
  /** How the figure comes about, where that is not plain. */
  hint: z.string(),
  choices: z.array(Choice),
  operators: z.array(Operator),
})
export type QueryField = z.infer<typeof QueryField>

/** A question about one field. `not` turns it round. */
export const Condition = z.object({
  kind: z.literal('is'),
  not: z.boolean(),
  field: z.string().max(60),
  operator: Operator,
  values: z.array(z.union([z.string().max(120), z.number()])).max(500),
})
export type Condition = z.infer<typeof Condition>

/** Brackets: all of them (并且) or any of them (或者). */
export interface Group {
  kind: 'all' | 'any'
  not: boolean
  of: QueryNode[]
}
export type QueryNode = Condition | Group

export const MOST_DEPTH = 5
export const MOST_CONDITIONS = 60

const groupOf = (node: z.ZodType<QueryNode>): z.ZodType<Group> =>
  z.object({ kind: z.enum(['all', 'any']), not: z.boolean(), of: z.array(node).max(MOST_CONDITIONS) })

/** Nested so often and no more: whatever is sent, reading it ends. */
const nested = (depth: number): z.ZodType<Group> =>
  groupOf(depth === 1 ? Condition : z.union([Condition, nested(depth - 1)]))

export const QueryTree = nested(MOST_DEPTH)
export type QueryTree = Group

/** Those of whom it holds, or those of whom the file does not tell. */
export const Which = z.enum(['matching', 'open'])
export type Which = z.infer<typeof Which>

const ReckoningDay = Day.refine(day => day >= '2001' && day < '2101', '计算日期填 2001 到 2100 年的一天')

export const Question = z.object({
  tree: QueryTree,
  /** Ages and years are reckoned on this day; null for today. */
  on: ReckoningDay.nullable(),
})
export type Question = z.infer<typeof Question>

/** A question whose day is settled: what it finds must be what was seen. */
export const DatedQuestion = Question.extend({ on: ReckoningDay })
export type DatedQuestion = z.infer<typeof DatedQuestion>

export const QueryId = z.uuid().brand<'QueryId'>()
export type QueryId = z.infer<typeof QueryId>

/** A question with a name: a list that lives with the data. */
export const SavedQuery = Question.extend({
  id: QueryId,
  name: line(40).min(1),
  shared: z.boolean(),
  ownerName: z.string(),
  mine: z.boolean(),
  changedAt: z.iso.datetime(),
})
export type SavedQuery = z.infer<typeof SavedQuery>
