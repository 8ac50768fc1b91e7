import type { AccountId } from '../../shared/accounts/accounts'
import type { AttachmentFacts, AttachmentFormat, AttachmentId } from '../../shared/attachments/attachments'
import type { CadreId } from '../../shared/cadres/cadres'

export interface AttachmentContentsTable {
  id: AttachmentId
  format: AttachmentFormat
  bytes: number
  /** Null while parts still arrive. */
  sha256: string | null
}

/** The bytes, in parts of one size but for the last. They never change. */
export interface AttachmentPartsTable {
  id: AttachmentId
  part: number
  bytes: Uint8Array
}

export interface AttachmentsTable extends AttachmentFacts {
  id: AttachmentId
  cadreId: CadreId
  /** The place within its class. */
  position: number
  addedAt: string
  byId: AccountId
  /** Taken out of the file; kept, as everything that its history speaks of. */
  removedAt: string | null
}

type Kinds = 'TEXT' | 'INTEGER' | 'BLOB'
const attachmentContentsColumns: Record<keyof AttachmentContentsTable, Kinds> = {
  id: 'TEXT',
  format: 'TEXT',
  bytes: 'INTEGER',
  sha256: 'TEXT',
}
const attachmentPartsColumns: Record<keyof AttachmentPartsTable, Kinds> = {
  id: 'TEXT',
  part: 'INTEGER',
  bytes: 'BLOB',
}
const attachmentsColumns: Record<keyof AttachmentsTable, Kinds> = {
  id: 'TEXT',
  cadreId: 'TEXT',
  category: 'TEXT',
  position: 'INTEGER',
  title: 'TEXT',
  documentOn: 'TEXT',
  documentNumber: 'TEXT',
  note: 'TEXT',
  mark: 'TEXT',
  addedAt: 'TEXT',
  byId: 'TEXT',
  removedAt: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface AttachmentsTables {
  attachments: AttachmentsTable
  attachmentContents: AttachmentContentsTable
  attachmentParts: AttachmentPartsTable
}
export const attachmentsTables = {
  attachments: attachmentsColumns,
  attachmentContents: attachmentContentsColumns,
  attachmentParts: attachmentPartsColumns,
}
