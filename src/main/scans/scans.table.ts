import type { AccountId } from '../../shared/accounts/accounts'
import type { AttachmentId } from '../../shared/attachments/attachments'

/** Signed scans of a talk; what they hold lies with the contents of attachments. */
export interface InterviewScansTable {
  id: AttachmentId
  interviewKey: number
  title: string
  addedAt: string
  byId: AccountId
  removedAt: string | null
  removedFor: string
}

const interviewScansColumns: Record<keyof InterviewScansTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  interviewKey: 'INTEGER',
  title: 'TEXT',
  addedAt: 'TEXT',
  byId: 'TEXT',
  removedAt: 'TEXT',
  removedFor: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface ScansTables {
  interviewScans: InterviewScansTable
}
export const scansTables = {
  interviewScans: interviewScansColumns,
}
