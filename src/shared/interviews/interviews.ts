import * as z from 'zod'
import { AccountId } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { SecrecyMark } from '../secrecy/secrecy.rules'
import { KindKey, Mode } from './kinds'

export const InterviewId = z.uuid().brand<'InterviewId'>()
export type InterviewId = z.infer<typeof InterviewId>
export const NoteId = z.uuid().brand<'NoteId'>()
export type NoteId = z.infer<typeof NoteId>
export const RoundId = z.uuid().brand<'RoundId'>()
export type RoundId = z.infer<typeof RoundId>

/**
 * planned: given to its talkers; open: being recorded, today or again another day; closed: its content is locked and waits for
 * the passwords; final: all have confirmed; cancelled.
 */
export const InterviewState = z.enum(['planned', 'open', 'closed', 'final', 'cancelled'])
export type InterviewState = z.infer<typeof InterviewState>
export const stateTitles: Record<InterviewState, string> = {
  planned: '已安排',
  open: '记录中',
  closed: '待确认',
  final: '已定稿',
  cancelled: '已取消',
}

const text = (max: number) => z.string().max(max)

/** The three states of rule book 7.3, as the talker saw them that day. Words and no marks; they may stay empty. */
export const talkStates = {
  spirit: { title: '精神状态', words: ['昂扬', '平稳', '低沉', '待察'] },
  mindset: { title: '个人心态', words: ['平和', '进取', '焦虑', '待察'] },
  posture: { title: '工作姿态', words: ['实干', '尽责', '观望', '待察'] },
} as const
export type TalkState = keyof typeof talkStates

/** What a return visit came to, for the talk alone. Source: rule book 2D. */
export const VisitGrade = z.enum(['好', '一般', '较差'])

/** Whether the person agreed to a recording of the sound. */
const Consent = z.enum(['未询问', '同意', '不同意'])

/** When and where. `startsAt` is an instant. */
export const Slot = z.object({ startsAt: z.iso.datetime(), minutes: z.int().min(10).max(600) })
export type Slot = z.infer<typeof Slot>

/** What is known when a talk is planned. */
export const Plan = Slot.extend({
  kind: KindKey,
  subjects: z.array(CadreId).min(1).max(200),
  talkers: z.array(AccountId).min(1).max(5),
  recorderId: AccountId.nullable(),
  place: text(60),
  mode: Mode,
  /** Why it is held: what the paper calls 谈话事由. It never names who reported something. */
  occasion: text(400),
  mark: SecrecyMark,
  /** Who may read it beside talkers and recorder. */
  readers: z.array(AccountId).max(20),
  /** The item of the due list that it settles. */
  dueKey: text(120).nullable(),
})
export type Plan = z.infer<typeof Plan>

/** What is filled while it is held, beside the lines. */
export const Details = z.object({
  place: text(60),
  mode: Mode,
  occasion: text(400),
  /** Others who were there. */
  others: text(200),
  summary: text(4000),
  spirit: text(20),
  mindset: text(20),
  posture: text(20),
  grade: VisitGrade.nullable(),
  consent: Consent,
})
export type Details = z.infer<typeof Details>

export const NoteForm = z.enum(['问', '答', '记', '引'])
export type NoteForm = z.infer<typeof NoteForm>
export const noteFormTitles: Record<NoteForm, string> = { 问: '提问', 答: '回答', 记: '备注', 引: '原话' }
/** Quick marks of a line, in the order of their keys. */
export const noteMarks = ['诉求', '承诺', '问题', '思想动态', '精神状态', '个人心态', '工作姿态'] as const
export const NoteMark = z.enum(noteMarks)
export type NoteMark = z.infer<typeof NoteMark>

/** One line of the notes as it is sent for keeping. `revision` is the one that was read; 0 for a new line. */
export const NoteDraft = z.object({
  id: NoteId,
  revision: z.int().min(0),
  /** Lines stand by it, then by id: a line put between two takes a number between theirs. */
  position: z.number().min(0).max(1e9),
  /** The part of the outline that it belongs to; empty for none. */
  part: text(24),
  form: NoteForm,
  mark: NoteMark.nullable(),
  text: text(4000),
  /** Opened with a reason only, and the opening is audited. */
  sealed: z.boolean(),
  /** When the line was begun. */
  at: z.iso.datetime(),
  /** The moment of the recording in milliseconds; null without one. */
  soundMs: z.int().min(0).max(1e8).nullable(),
  removed: z.boolean(),
})
export type NoteDraft = z.infer<typeof NoteDraft>

export const Note = NoteDraft.extend({ authorId: AccountId, authorName: z.string(), changedAt: z.iso.datetime() })
export type Note = z.infer<typeof Note>

/** One of those talked to, as far as anyone who holds the talk must know them. */
export const Subject = z.object({
  id: CadreId,
  name: z.string(),
  sex: z.string(),
  birth: z.string().nullable(),
  post: z.string(),
  unitId: z.string().nullable(),
  photo: z.uuid().nullable(),
})
export type Subject = z.infer<typeof Subject>

const Named = z.object({ id: AccountId, name: z.string() })
export type Named = z.infer<typeof Named>

/** What plans, calendars and the person's file show: when, who, which kind. Nothing of what was said. */
export const InterviewHeader = Slot.extend({
  id: InterviewId,
  kind: KindKey,
  kindTitle: z.string(),
  state: InterviewState,
  mode: Mode,
  place: z.string(),
  mark: SecrecyMark,
  roundId: RoundId.nullable(),
  subjects: z.array(Subject),
  talkers: z.array(Named),
  recorder: Named.nullable(),
  /** The day it was held, by this computer's clock; null until then. */
  heldOn: z.string().nullable(),
  /** Whether the account that asks may read what was said. */
  readable: z.boolean(),
})
export type InterviewHeader = z.infer<typeof InterviewHeader>

const Confirmation = z.object({
  accountId: AccountId,
  name: z.string(),
  part: z.enum(['谈话人', '记录人']),
  at: z.iso.datetime(),
})
export type Confirmation = z.infer<typeof Confirmation>
/** A confirmation that nobody can give any more, with who noted it and why. */
const Waiver = z.object({ at: z.iso.datetime(), byName: z.string(), reason: z.string() })
/** One of those who must confirm, and what came of it. */
export const Party = z.object({
  id: AccountId,
  name: z.string(),
  part: z.enum(['谈话人', '记录人']),
  /** Whether the account is still in use. */
  active: z.boolean(),
  confirmedAt: z.iso.datetime().nullable(),
  waiver: Waiver.nullable(),
})
export type Party = z.infer<typeof Party>
const Addendum = z.object({ id: z.uuid(), byName: z.string(), at: z.iso.datetime(), text: text(4000) })
export type Addendum = z.infer<typeof Addendum>

/** A talk as those may read it who hold it or were given it to read. */
export const Interview = z.object({
  header: InterviewHeader,
  kindVersion: z.int().min(0),
  details: Details,
  readers: z.array(Named),
  notes: z.array(Note),
  confirmations: z.array(Confirmation),
  /** Those who left without having confirmed. */
  waivers: z.array(Waiver.extend({ name: z.string(), part: Party.shape.part })),
  addenda: z.array(Addendum),
  /** SHA-256 of what was confirmed; null while it is open. */
  hash: z.string().nullable(),
  revision: z.int().min(1),
})
export type Interview = z.infer<typeof Interview>
