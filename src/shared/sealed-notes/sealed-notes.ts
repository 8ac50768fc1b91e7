import * as z from 'zod'
import { AccountId } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { text } from '../text'

export const SealedNoteId = z.uuid().brand<'SealedNoteId'>()
export type SealedNoteId = z.infer<typeof SealedNoteId>

export const contactForms = ['面谈', '电话', '陪同就医', '其他'] as const
export const ContactForm = z.enum(contactForms)
export type ContactForm = z.infer<typeof ContactForm>

/** Named carers of one record, the author among them. */
export const MOST_CARERS = 3
export const MOST_CONTACTS = 60

/** One contact: what was asked for and arranged. No score, no scale, no opinion of the person has a field. */
export const Contact = z.object({
  on: Day,
  form: ContactForm,
  /** What the person asked for. */
  asked: text(2000),
  /** What was arranged. */
  arranged: text(2000),
  /** A counsellor or a hotline that the person was given. */
  referredTo: text(200),
  /** When to be in touch again; null when nothing is agreed. */
  nextOn: Day.nullable(),
})
export type Contact = z.infer<typeof Contact>

/** What is encrypted: the person too. The name is kept as it was written, for when the file is out of the reader's sight. */
export const SealedContent = z.object({
  cadreId: CadreId,
  name: z.string(),
  contacts: z.array(Contact.extend({ by: AccountId, at: z.iso.datetime() })).max(MOST_CONTACTS),
})
export type SealedContent = z.infer<typeof SealedContent>

/**
 * A named carer. holds: can open it. lost: the password was reset by others since, so that the account has another key.
 * gone: the account is not in use any more.
 */
export const Carer = z.object({ id: AccountId, name: z.string(), state: z.enum(['holds', 'lost', 'gone']) })
export type Carer = z.infer<typeof Carer>

/** A line of one's own list. What cannot be opened tells neither person nor days. */
export const SealedLine = z.object({
  id: SealedNoteId,
  /** lost: sealed to a key that one does not have any more. damaged: the bytes are not those that were written. */
  state: z.enum(['open', 'lost', 'damaged']),
  name: z.string(),
  post: z.string(),
  lastOn: Day.nullable(),
  nextOn: Day.nullable(),
  carers: z.array(Carer),
})
export type SealedLine = z.infer<typeof SealedLine>

/** A record that was opened. */
export const OpenedNote = z.object({
  id: SealedNoteId,
  revision: z.int().min(1),
  /** The person's present file; null when it lies outside of the reader's scope. */
  cadreId: CadreId.nullable(),
  name: z.string(),
  post: z.string(),
  contacts: z.array(Contact.extend({ byName: z.string(), at: z.iso.datetime() })),
  carers: z.array(Carer),
})
export type OpenedNote = z.infer<typeof OpenedNote>

/** Why a record or a carer is taken away. A choice and no text: the reason stands in the audit log, which others read. */
export const removalReasons = ['登记有误', '本人要求', '关爱结束', '换人接手'] as const
export const RemovalReason = z.enum(removalReasons)
export type RemovalReason = z.infer<typeof RemovalReason>

/** What is being written and was not saved yet. It is sealed to its author. */
export const SealedDraft = z.object({
  /** The record that it goes on with; null for a new one. */
  noteId: SealedNoteId.nullable(),
  person: z.object({ id: CadreId, name: z.string() }).nullable(),
  /** The contact that it corrects, by its place; null for a new one. */
  place: z.int().min(0).nullable(),
  on: z.string().max(20),
  form: ContactForm,
  asked: z.string().max(4000),
  arranged: z.string().max(4000),
  referredTo: z.string().max(400),
  nextOn: z.string().max(20),
})
export type SealedDraft = z.infer<typeof SealedDraft>
