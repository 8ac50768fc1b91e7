import type { Generated } from 'kysely'
import type { AccountId } from '../../shared/accounts/accounts'
import type { SealedNoteId } from '../../shared/sealed-notes/sealed-notes'

/** All that stands in clear of a record: a random id and how often it was written. */
interface SealedNotesTable {
  id: SealedNoteId
  revision: number
  /** Base64 of iv ‖ ciphertext ‖ tag. */
  content: string
}
/** The record's key, sealed to one named carer. */
export interface SealedNoteKeysTable {
  noteId: SealedNoteId
  accountId: AccountId
  /** Which of the account's key pairs opens it. */
  keyPrint: string
  sealed: string
}
interface SealedDraftsTable {
  accountId: AccountId
  sealed: string
}
/** Every wording of the card for a crisis; the last one holds. It is of nobody and stands in clear. */
interface CrisisCardsTable {
  seq: Generated<number>
  text: string
  at: string
  byId: AccountId
}

type Kinds = 'TEXT' | 'INTEGER'
const sealedNotesColumns: Record<keyof SealedNotesTable, Kinds> = { id: 'TEXT', revision: 'INTEGER', content: 'TEXT' }
const sealedNoteKeysColumns: Record<keyof SealedNoteKeysTable, Kinds> = {
  noteId: 'TEXT',
  accountId: 'TEXT',
  keyPrint: 'TEXT',
  sealed: 'TEXT',
}
const sealedDraftsColumns: Record<keyof SealedDraftsTable, Kinds> = { accountId: 'TEXT', sealed: 'TEXT' }
const crisisCardsColumns: Record<keyof CrisisCardsTable, Kinds> = {
  seq: 'INTEGER',
  text: 'TEXT',
  at: 'TEXT',
  byId: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface SealedNotesTables {
  sealedNotes: SealedNotesTable
  sealedNoteKeys: SealedNoteKeysTable
  sealedDrafts: SealedDraftsTable
  crisisCards: CrisisCardsTable
}
export const sealedNotesTables = {
  sealedNotes: sealedNotesColumns,
  sealedNoteKeys: sealedNoteKeysColumns,
  sealedDrafts: sealedDraftsColumns,
  crisisCards: crisisCardsColumns,
}
