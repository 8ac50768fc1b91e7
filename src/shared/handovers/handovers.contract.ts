import * as z from 'zod'
import { AccountId, Reason } from '../accounts/accounts'
import { InterviewHeader } from '../interviews/interviews'
import { Avoid } from '../interviews/interviews.contract'
import { command, query } from '../ipc/define'

const plan = { needs: 'interviews.plan' } as const

export const handoversContract = {
  /** Accounts that are not in use any more and still have something open within the scope. */
  gone: query(z.object({}), z.array(z.object({ id: AccountId, name: z.string() })), {
    title: '查看离任人员的未办事项',
    ...plan,
  }),
  /** What an officer still has open, and what keeps a talk from going to another. Without another nothing is checked. */
  preview: query(
    z.object({ from: AccountId, to: AccountId.nullable() }),
    z.object({
      talks: z.array(z.object({ header: InterviewHeader, refusal: z.string().nullable() })),
      promises: z.int(),
      late: z.int(),
      /** Talks that were begun: their content stays with those who hold them until they have finished. */
      begun: z.int(),
    }),
    { title: '查看待移交的事项', ...plan },
  ),
  /** All planned talks, promises and requests of one account at once, or nothing. */
  handOver: command(
    z.object({ from: AccountId, to: AccountId, avoid: Avoid, reason: Reason }),
    z.object({ talks: z.int(), promises: z.int() }),
    { title: '移交谈话和承诺', ...plan },
  ),
}
