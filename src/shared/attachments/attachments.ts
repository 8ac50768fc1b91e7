import * as z from 'zod'
import { PartialDate } from '../dates/partial-date'
import { SecrecyMark } from '../secrecy/secrecy.rules'
import { line } from '../text'

export const AttachmentId = z.uuid().brand<'AttachmentId'>()
export type AttachmentId = z.infer<typeof AttachmentId>

/** Told by the content of a file, never by its name. */
export const AttachmentFormat = z.enum(['pdf', 'jpeg', 'png', 'tiff', 'ofd', 'docx', 'xlsx'])
export type AttachmentFormat = z.infer<typeof AttachmentFormat>

/** A class of the cadre archive by its code: `archiveClassCodes` has their names. */
export const ArchiveClass = z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
export type ArchiveClass = z.infer<typeof ArchiveClass>

/** What people say of an attachment. Its bytes never change. */
export const AttachmentFacts = z.object({
  category: ArchiveClass,
  title: line(100).min(1),
  /** 形成时间. */
  documentOn: PartialDate.nullable(),
  /** 文号. */
  documentNumber: line(60),
  note: line(300),
  mark: SecrecyMark,
})
export type AttachmentFacts = z.infer<typeof AttachmentFacts>

export const Attachment = AttachmentFacts.extend({
  id: AttachmentId,
  format: AttachmentFormat,
  bytes: z.int().min(1),
  /** Of the whole content, in hex. */
  sha256: z.string(),
  addedAt: z.iso.datetime(),
  byName: z.string(),
  /** Taken out of the file, and kept: it can be put back. */
  removedAt: z.iso.datetime().nullable(),
})
export type Attachment = z.infer<typeof Attachment>

/** An attachment was added, described anew, taken out or put back; null where the file did not hold it. */
export const AttachmentChange = z.object({
  kind: z.literal('attachment'),
  id: AttachmentId,
  before: AttachmentFacts.nullable(),
  after: AttachmentFacts.nullable(),
})
export type AttachmentChange = z.infer<typeof AttachmentChange>
