import * as z from 'zod'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { InterviewId, InterviewState } from '../interviews/interviews'
import { line, text } from '../text'

export const MeasureId = z.uuid().brand<'MeasureId'>()
export type MeasureId = z.infer<typeof MeasureId>

/** 提醒, 函询 and 诫勉. Who reported something is asked for nowhere and stored nowhere. */
export const measureKinds = ['提醒', '函询', '诫勉'] as const
export const MeasureKind = z.enum(measureKinds)
export type MeasureKind = z.infer<typeof MeasureKind>

/** What an answer to a letter is taken for. Source: rule book §7. */
export const Verdict = z.enum(['采信', '不采信', '再核实'])
export type Verdict = z.infer<typeof Verdict>
/** What the follow-up after the period found. */
export const Correction = z.enum(['已改正', '基本改正', '没有改正'])

/** What is decided or sent. */
export const MeasureFacts = z.object({
  kind: MeasureKind,
  cadreId: CadreId,
  /** The day of the decision, for 函询 the day on which the letter is sent. */
  on: Day,
  documentNumber: line(60),
  /** 批准机关或批准人. */
  authority: line(60),
  /** 事由, as the letter and the file say it. */
  matter: text(400).min(1),
  /** 函询: what is to be explained. */
  questions: text(4000),
  /** 诫勉: months of the influence period as the decision says them; null for the usual ones. */
  months: z.int().min(1).max(60).nullable(),
})
export type MeasureFacts = z.infer<typeof MeasureFacts>

export const Measure = MeasureFacts.extend({
  id: MeasureId,
  cadreName: z.string(),
  cadrePost: z.string(),
  unitName: z.string(),
  /** 抄送: to whom and when. */
  copiedTo: z.string(),
  copiedOn: Day.nullable(),
  repliedOn: Day.nullable(),
  reply: z.string(),
  verdict: Verdict.nullable(),
  verdictNote: z.string(),
  followedOn: Day.nullable(),
  correction: Correction.nullable(),
  correctionNote: z.string(),
  /** 撤销. */
  revokedOn: Day.nullable(),
  revokedFor: z.string(),
  byName: z.string(),
  revision: z.int().min(1),
})
export type Measure = z.infer<typeof Measure>

/** A talk that was planned from a measure. */
export const MeasureTalk = z.object({
  id: InterviewId,
  state: InterviewState,
  startsAt: z.string(),
  readable: z.boolean(),
})
export type MeasureTalk = z.infer<typeof MeasureTalk>

/** Under which key a talk settles a measure. */
export const talkKeyOf = (id: MeasureId): string => `measure:${id}`
/** The kind of talk that is held with each. */
export const talkKinds: Record<MeasureKind, string> = { 提醒: 'reminder', 函询: 'inquiry', 诫勉: 'admonition' }
