import * as z from 'zod'
import { AccountId, Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { command, query } from '../ipc/define'
import { CareReportId, Escalation, EscalationState, NewCareReport, NewInstruction } from './care-escalations'

const oversee = { needs: 'care.oversee' } as const
const edit = { needs: 'care.edit' } as const
const counts = z.record(EscalationState, z.int())

/** What has been late for so long that whoever oversees care is told. Numbers and matters for all of them, people for few. */
export const careEscalationsContract = {
  figures: query(z.object({}), counts, { title: '查看关爱上报数字', ...oversee }),
  /** The longest late first. */
  list: query(
    z.object({
      states: z.array(EscalationState).max(3),
      unitId: z.uuid().nullable(),
      owner: z.string().max(60).nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.object({ rows: z.array(Escalation), total: z.int(), counts, owners: z.array(z.string()) }),
    { title: '查看关爱上报', ...oversee },
  ),
  /** Accounts that oversee care and see the person's unit. */
  leaders: query(
    z.object({ cadreId: CadreId }),
    z.array(z.object({ id: AccountId, name: z.string(), department: z.string() })),
    { title: '查看可以上报的领导', ...edit },
  ),
  report: command(
    z.object({ key: z.string().max(160), cadreId: CadreId, report: NewCareReport }),
    z.object({ id: CareReportId }),
    { title: '登记关爱上报', ...edit },
  ),
  /** Taken back as long as nobody has answered; it stays readable in the audit log. */
  withdraw: command(z.object({ id: CareReportId, reason: Reason }), z.object({}), { title: '撤回关爱上报', ...edit }),
  /** The latest one counts; the matter is due again on the day it names. */
  instruct: command(z.object({ id: CareReportId, instruction: NewInstruction }), z.object({}), {
    title: '批示关爱事项',
    ...oversee,
  }),
}
