import * as z from 'zod'
import { AccountId } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { line, text } from '../text'

export const CareReportId = z.uuid().brand<'CareReportId'>()
export type CareReportId = z.infer<typeof CareReportId>

/** To whom a late matter was reported: an account that oversees care, or somebody else in words. */
export const NewCareReport = z.object({
  toId: AccountId.nullable(),
  to: line(40),
  on: Day,
  note: line(200),
})
export type NewCareReport = z.infer<typeof NewCareReport>

/** 批示: what is to be done, and by when; on that day the matter is due again. */
export const NewInstruction = z.object({ text: text(400).min(1), wantedOn: Day })
export type NewInstruction = z.infer<typeof NewInstruction>

export const CareReport = NewCareReport.extend({
  id: CareReportId,
  /** Whoever it was reported to, by the name of the account or in words. */
  toName: z.string(),
  byName: z.string(),
  instruction: NewInstruction.extend({ on: Day, byName: z.string() }).nullable(),
})
export type CareReport = z.infer<typeof CareReport>

export const escalationStates = ['未上报', '等批示', '已批示'] as const
export const EscalationState = z.enum(escalationStates)
export type EscalationState = z.infer<typeof EscalationState>

/** A matter that is late for so long that it is told upwards, or that was. Whom it is about is told to some alone. */
export const Escalation = z.object({
  key: z.string(),
  title: z.string(),
  owner: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string(),
  dueOn: Day,
  daysLate: z.int(),
  state: EscalationState,
  reportedOn: Day.nullable(),
  reportedTo: z.string(),
  instructedOn: Day.nullable(),
  wantedOn: Day.nullable(),
  /** For who sees people's care, and for the one to whom it was reported; null for everyone else. */
  about: z
    .object({ cadreId: CadreId, name: z.string(), post: z.string(), why: z.string(), report: CareReport.nullable() })
    .nullable(),
  mayInstruct: z.boolean(),
})
export type Escalation = z.infer<typeof Escalation>
