import * as z from 'zod'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { PartialDate } from '../dates/partial-date'
import { text } from '../text'

/** What a unit does when somebody retires. Source: rule book 5.29, typical. */
export const retirementTasks = ['退休谈话', '工作交接', '党组织关系', '荣退仪式', '档案移交'] as const
export const RetirementTask = z.enum(retirementTasks)
export type RetirementTask = z.infer<typeof RetirementTask>

/** One decision of the organisation about the month; null takes the one before it back. */
export const RetirementDecision = z.object({
  month: PartialDate.nullable(),
  reason: z.string(),
  byName: z.string(),
  at: z.string(),
})
export type RetirementDecision = z.infer<typeof RetirementDecision>

export const TaskState = z.enum(['已办', '不需要'])
export const SettledTask = z.object({
  task: RetirementTask,
  state: TaskState,
  on: Day.nullable(),
  note: text(200),
})
export type SettledTask = z.infer<typeof SettledTask>

/** Somebody who comes to the age within the months that are looked at. */
export const Retiring = z.object({
  cadreId: CadreId,
  name: z.string(),
  post: z.string(),
  unitName: z.string(),
  /** The first and the last month that it may be; both the same mostly. */
  first: PartialDate,
  last: PartialDate,
  decided: z.boolean(),
  tasks: z.array(SettledTask),
})
export type Retiring = z.infer<typeof Retiring>

/** Somebody in service whose month cannot be told, and what is missing. */
export const UnknownMonth = Retiring.pick({ cadreId: true, name: true, post: true, unitName: true }).extend({
  missing: z.string(),
})
export type UnknownMonth = z.infer<typeof UnknownMonth>
