import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { PartialDate } from '../dates/partial-date'
import { command, query } from '../ipc/define'
import { RetirementDecision, RetirementTask, Retiring, SettledTask, TaskState, UnknownMonth } from './retirements'

export const retirementsContract = {
  /** What the organisation decided of the month, the newest first, and what was done. */
  person: query(
    z.object({ cadreId: CadreId }),
    z.object({ decisions: z.array(RetirementDecision), tasks: z.array(SettledTask) }),
    { title: '查看退休认定和退休事项', needs: 'cadres.read' },
  ),
  /** Sets the month by hand, or takes that back. `seen` is how many decisions there were when it was looked at. */
  decide: command(
    z.object({ cadreId: CadreId, month: PartialDate.nullable(), seen: z.int().min(0), reason: Reason }),
    z.object({}),
    { title: '认定到龄年月', needs: 'care.edit' },
  ),
  /** A task is done or not needed; a state of null opens it again. */
  settle: command(
    z.object({
      cadreId: CadreId,
      task: RetirementTask,
      state: TaskState.nullable(),
      on: Day.nullable(),
      note: SettledTask.shape.note,
    }),
    z.object({}),
    { title: '登记退休事项', needs: 'care.edit' },
  ),
  /** Who comes to the age in the next months or has done so and is still 在职, the first one first. */
  list: query(
    z.object({
      months: z.int().min(1).max(36),
      unitId: z.uuid().nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.object({ rows: z.array(Retiring), total: z.int() }),
    { title: '查看将要退休的人', needs: 'care.read' },
  ),
  /** Who is 在职 and has no month, with what is missing; how many of each, the most first. */
  unknown: query(
    z.object({
      unitId: z.uuid().nullable(),
      missing: z.string().max(80).nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.object({
      rows: z.array(UnknownMonth),
      total: z.int(),
      counts: z.array(z.object({ missing: z.string(), count: z.int() })),
    }),
    { title: '查看推算不出到龄年月的人', needs: 'care.read' },
  ),
}
