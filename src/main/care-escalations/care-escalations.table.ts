import type { Generated } from 'kysely'
import type { AccountId } from '../../shared/accounts/accounts'
import type { CareReportId } from '../../shared/care-escalations/care-escalations'
import type { Stamp } from '../../shared/dates/stamps'

interface CareReportsTable {
  id: CareReportId
  dueKey: string
  cadreKey: number
  /** When the matter was due: it stays on the list as long as it is answered and not done. */
  dueDay: Stamp
  toId: AccountId | null
  toWords: string
  onDay: Stamp
  note: string
  withdrawnFor: string | null
  byId: AccountId
  at: string
}
interface CareInstructionsTable {
  seq: Generated<number>
  reportId: CareReportId
  text: string
  wantedOn: Stamp
  byId: AccountId
  at: string
}

type Kinds = 'TEXT' | 'INTEGER'
const careReportsColumns: Record<keyof CareReportsTable, Kinds> = {
  id: 'TEXT',
  dueKey: 'TEXT',
  cadreKey: 'INTEGER',
  dueDay: 'INTEGER',
  toId: 'TEXT',
  toWords: 'TEXT',
  onDay: 'INTEGER',
  note: 'TEXT',
  withdrawnFor: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
}
const careInstructionsColumns: Record<keyof CareInstructionsTable, Kinds> = {
  seq: 'INTEGER',
  reportId: 'TEXT',
  text: 'TEXT',
  wantedOn: 'INTEGER',
  byId: 'TEXT',
  at: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface CareEscalationsTables {
  careReports: CareReportsTable
  careInstructions: CareInstructionsTable
}
export const careEscalationsTables = {
  careReports: careReportsColumns,
  careInstructions: careInstructionsColumns,
}
