import type { Generated } from 'kysely'
import type { AccountId } from '../../shared/accounts/accounts'
import type {
  InterviewId,
  InterviewState,
  NoteForm,
  NoteId,
  NoteMark,
  RoundId,
} from '../../shared/interviews/interviews'

export interface InterviewKindsTable {
  key: string
  version: number
  /** JSON of an InterviewKind. */
  body: string
  changedAt: string
  changedBy: AccountId
  reason: string
}

export interface InterviewRoundsTable {
  id: RoundId
  title: string
  kind: string
  createdAt: string
  createdBy: AccountId
}

export interface InterviewsTable {
  /** The talk within this store, as other rows name it. */
  key: Generated<number>
  id: InterviewId
  kind: string
  kindVersion: number
  roundId: RoundId | null
  state: InterviewState
  startsAt: string
  minutes: number
  mark: string
  dueKey: string | null
  recorderId: AccountId | null
  /** JSON array of account ids. */
  readers: string
  /** JSON of Details. */
  details: string
  /** YYYY-MM-DD. */
  heldOn: string | null
  closedAt: string | null
  finalAt: string | null
  hash: string | null
  /** JSON of FrozenFacts; null while it is open. */
  frozen: string | null
  cancelledFor: string | null
  createdBy: AccountId
  createdAt: string
  revision: number
}

export interface InterviewTalkersTable {
  interviewKey: number
  accountId: AccountId
  place: number
}

export interface InterviewPeopleTable {
  interviewKey: number
  cadreKey: number
  place: number
  kind: string
  /** YYYYMMDD; null until it is held. */
  heldOn: number | null
  /** The person's file when the talk was planned: what the passwords stand for names it, also after a merge. */
  subjectId: string
}

export interface InterviewNotesTable {
  key: Generated<number>
  id: NoteId
  interviewKey: number
  position: number
  part: string
  form: NoteForm
  mark: NoteMark | null
  text: string
  sealed: 0 | 1
  at: string
  soundMs: number | null
  removed: 0 | 1
  authorId: AccountId
  changedAt: string
  revision: number
}

export interface InterviewConfirmationsTable {
  interviewKey: number
  accountId: AccountId
  part: '谈话人' | '记录人'
  at: string
  hash: string
}

/** A confirmation that cannot be given any more. */
export interface InterviewWaiversTable {
  interviewKey: number
  accountId: AccountId
  part: '谈话人' | '记录人'
  at: string
  byId: AccountId
  reason: string
}

export interface InterviewAddendaTable {
  id: string
  interviewKey: number
  byId: AccountId
  at: string
  text: string
}

/** The search index over lines; the rowid is the line's key. */
export interface InterviewSearchTable {
  rowid: number
  text: string
}

type Kinds = 'TEXT' | 'INTEGER' | 'REAL'
const interviewKindsColumns: Record<keyof InterviewKindsTable, Kinds> = {
  key: 'TEXT',
  version: 'INTEGER',
  body: 'TEXT',
  changedAt: 'TEXT',
  changedBy: 'TEXT',
  reason: 'TEXT',
}
const interviewRoundsColumns: Record<keyof InterviewRoundsTable, Kinds> = {
  id: 'TEXT',
  title: 'TEXT',
  kind: 'TEXT',
  createdAt: 'TEXT',
  createdBy: 'TEXT',
}
const interviewsColumns: Record<keyof InterviewsTable, Kinds> = {
  key: 'INTEGER',
  id: 'TEXT',
  kind: 'TEXT',
  kindVersion: 'INTEGER',
  roundId: 'TEXT',
  state: 'TEXT',
  startsAt: 'TEXT',
  minutes: 'INTEGER',
  mark: 'TEXT',
  dueKey: 'TEXT',
  recorderId: 'TEXT',
  readers: 'TEXT',
  details: 'TEXT',
  heldOn: 'TEXT',
  closedAt: 'TEXT',
  finalAt: 'TEXT',
  hash: 'TEXT',
  frozen: 'TEXT',
  cancelledFor: 'TEXT',
  createdBy: 'TEXT',
  createdAt: 'TEXT',
  revision: 'INTEGER',
}
const interviewTalkersColumns: Record<keyof InterviewTalkersTable, Kinds> = {
  interviewKey: 'INTEGER',
  accountId: 'TEXT',
  place: 'INTEGER',
}
const interviewPeopleColumns: Record<keyof InterviewPeopleTable, Kinds> = {
  interviewKey: 'INTEGER',
  cadreKey: 'INTEGER',
  place: 'INTEGER',
  kind: 'TEXT',
  heldOn: 'INTEGER',
  subjectId: 'TEXT',
}
const interviewNotesColumns: Record<keyof InterviewNotesTable, Kinds> = {
  key: 'INTEGER',
  id: 'TEXT',
  interviewKey: 'INTEGER',
  position: 'REAL',
  part: 'TEXT',
  form: 'TEXT',
  mark: 'TEXT',
  text: 'TEXT',
  sealed: 'INTEGER',
  at: 'TEXT',
  soundMs: 'INTEGER',
  removed: 'INTEGER',
  authorId: 'TEXT',
  changedAt: 'TEXT',
  revision: 'INTEGER',
}
const interviewConfirmationsColumns: Record<keyof InterviewConfirmationsTable, Kinds> = {
  interviewKey: 'INTEGER',
  accountId: 'TEXT',
  part: 'TEXT',
  at: 'TEXT',
  hash: 'TEXT',
}
const interviewWaiversColumns: Record<keyof InterviewWaiversTable, Kinds> = {
  interviewKey: 'INTEGER',
  accountId: 'TEXT',
  part: 'TEXT',
  at: 'TEXT',
  byId: 'TEXT',
  reason: 'TEXT',
}
const interviewAddendaColumns: Record<keyof InterviewAddendaTable, Kinds> = {
  id: 'TEXT',
  interviewKey: 'INTEGER',
  byId: 'TEXT',
  at: 'TEXT',
  text: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface InterviewsTables {
  interviewKinds: InterviewKindsTable
  interviewRounds: InterviewRoundsTable
  interviews: InterviewsTable
  interviewTalkers: InterviewTalkersTable
  interviewPeople: InterviewPeopleTable
  interviewNotes: InterviewNotesTable
  interviewConfirmations: InterviewConfirmationsTable
  interviewAddenda: InterviewAddendaTable
  interviewWaivers: InterviewWaiversTable
  interviewSearch: InterviewSearchTable
}
export const interviewsTables = {
  interviewKinds: interviewKindsColumns,
  interviewRounds: interviewRoundsColumns,
  interviews: interviewsColumns,
  interviewTalkers: interviewTalkersColumns,
  interviewPeople: interviewPeopleColumns,
  interviewNotes: interviewNotesColumns,
  interviewConfirmations: interviewConfirmationsColumns,
  interviewAddenda: interviewAddendaColumns,
  interviewWaivers: interviewWaiversColumns,
}
