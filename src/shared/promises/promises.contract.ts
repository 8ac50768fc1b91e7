import * as z from 'zod'
import { AccountId, Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { InterviewId } from '../interviews/interviews'
import { command, query } from '../ipc/define'
import { text } from '../text'
import { NewPromise, PromiseId, PromiseKind, PromiseState, Satisfaction, Theme, TrackedPromise } from './promises'

const hold = { needs: 'interviews.hold' } as const
const one = { id: PromiseId, revision: z.int().min(1) }

const PromiseFilter = z.object({
  states: z.array(PromiseState).max(3),
  kinds: z.array(PromiseKind).max(3),
  ownerId: AccountId.nullable(),
  cadreId: CadreId.nullable(),
  interviewId: InterviewId.nullable(),
  unitId: z.uuid().nullable(),
  /** Only those whose day has gone by. */
  late: z.boolean(),
})
export type PromiseFilter = z.infer<typeof PromiseFilter>

export const promisesContract = {
  /** Those that one answers for or whose talk one reads; whoever oversees talks sees all of the scope. The most urgent first. */
  list: query(
    z.object({ filter: PromiseFilter, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.object({ rows: z.array(TrackedPromise), total: z.int() }),
    { title: '查看承诺和诉求', ...hold },
  ),
  /** Made on the day of its talk, so that a record of last month is typed in as it was; without a talk, today. */
  add: command(NewPromise, TrackedPromise, { title: '登记承诺或诉求', ...hold }),
  /** Put off, given to another or worded anew; the step keeps how it stood before. */
  change: command(
    z.object({
      ...one,
      text: NewPromise.shape.text,
      theme: Theme,
      ownerId: AccountId,
      helper: NewPromise.shape.helper,
      dueOn: Day,
      reason: Reason,
    }),
    TrackedPromise,
    { title: '调整承诺或诉求', ...hold },
  ),
  report: command(z.object({ ...one, text: text(1000).min(1) }), TrackedPromise, {
    title: '登记办理进展',
    ...hold,
  }),
  finish: command(z.object({ ...one, result: text(1000) }), TrackedPromise, {
    title: '办结承诺或诉求',
    ...hold,
  }),
  /** What the person says of it afterwards. */
  visit: command(z.object({ ...one, satisfaction: Satisfaction, text: text(1000) }), TrackedPromise, {
    title: '登记回访',
    ...hold,
  }),
  withdraw: command(z.object({ ...one, reason: Reason }), TrackedPromise, { title: '撤回承诺或诉求', ...hold }),
  reopen: command(z.object({ ...one, reason: Reason }), TrackedPromise, { title: '重开承诺或诉求', ...hold }),
  /** Figures without names: what became of those made in a period, and what requests are about, unit by unit. */
  figures: query(
    z.object({ from: Day, to: Day, unitId: z.uuid().nullable() }),
    z.object({
      /** A count of one or two is null, and so is the median of so few. */
      closing: z.object({
        made: z.int().nullable(),
        done: z.int().nullable(),
        late: z.int().nullable(),
        medianDays: z.number().nullable(),
      }),
      themes: z.array(
        z.object({
          unitId: z.string().nullable(),
          theme: Theme,
          /** Null for one or two: nobody shall be recognised. */ count: z.int().nullable(),
        }),
      ),
    }),
    { title: '查看承诺和诉求统计', needs: 'interviews.oversee' },
  ),
}
