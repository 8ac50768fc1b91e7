import * as z from 'zod'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { PartialDate } from '../dates/partial-date'
import { Holder } from '../honours/honours.data'
import { line, text } from '../text'
import { ActionKey } from './campaigns.data'

/** How one of the ten jobs stands. 不开展 says why among the progress. */
export const ActionState = z.enum(['未开始', '进行中', '已完成', '不开展'])
export type ActionState = z.infer<typeof ActionState>
export const ActionFacts = z.object({
  owner: line(60),
  dueOn: Day.nullable(),
  state: ActionState,
  /** The day on which it was done. */
  doneOn: Day.nullable(),
  /** What shows that it was done: number of a document, name of a recording. */
  evidence: line(200),
  progress: text(600),
})
export type ActionFacts = z.infer<typeof ActionFacts>
export const Action = ActionFacts.extend({
  key: ActionKey,
  /** What the campaign's own records count of it; null where nothing is counted. */
  counted: z.string().nullable(),
  /** 0 for one that nobody has written down yet. */
  revision: z.int().min(0),
})
export type Action = z.infer<typeof Action>

/** Who speaks at a stop. */
const Speaker = z.object({ cadreId: CadreId.nullable(), name: line(60) })
/** One place of the tour of talks, in the order of its days. */
export const StopFacts = z.object({
  place: line(80).min(1),
  on: Day,
  topic: line(120),
  speakers: z.array(Speaker).max(20),
  /** Who listened; null before it was held. */
  audience: z.int().min(0).max(100_000).nullable(),
  feedback: text(600),
})
export type StopFacts = z.infer<typeof StopFacts>
export const Stop = StopFacts.extend({ id: z.uuid(), revision: z.int().min(1) })
export type Stop = z.infer<typeof Stop>

export const ReportFacts = z.object({ on: Day, media: line(60).min(1), title: line(200).min(1) })
export type ReportFacts = z.infer<typeof ReportFacts>
export const Report = ReportFacts.extend({ id: z.uuid(), revision: z.int().min(1) })
export type Report = z.infer<typeof Report>

/** Somebody of the campaign was given a post. */
export const PromotionFacts = z.object({ cadreId: CadreId, on: Day, post: line(120).min(1) })
export type PromotionFacts = z.infer<typeof PromotionFacts>
export const Promotion = PromotionFacts.extend({ id: z.uuid(), name: z.string(), revision: z.int().min(1) })
export type Promotion = z.infer<typeof Promotion>

/** A stay that somebody honoured in the campaign took after the day of the honour; it is recorded among leave and 疗休养. */
export const Retreat = z.object({
  cadreId: CadreId,
  name: z.string(),
  from: Day,
  to: Day,
  days: z.int(),
  place: z.string(),
})
export type Retreat = z.infer<typeof Retreat>

export const Board = z.object({
  actions: z.array(Action),
  tourTitle: z.string(),
  stops: z.array(Stop),
  reports: z.array(Report),
  promotions: z.array(Promotion),
  retreats: z.array(Retreat),
})
export type Board = z.infer<typeof Board>

/** Something that followed, and when. */
const Followed = z.object({ on: PartialDate, words: z.string() })
/** What files and records tell of one person around an honour. Nothing of a panel stands in it. */
export const TracedPerson = z.object({
  cadreId: CadreId,
  name: z.string(),
  post: z.string(),
  /** Grades of the year before, the year itself and the year after. */
  grades: z.array(z.object({ year: z.int(), grade: z.string() })),
  talks: z.array(Followed),
  retreats: z.array(Followed),
  posts: z.array(Followed),
})
export type TracedPerson = z.infer<typeof TracedPerson>

/** From a deed to what came of it. */
export const Trace = z.object({
  honourId: z.uuid(),
  campaignId: z.uuid().nullable(),
  holder: Holder,
  shownName: z.string(),
  unitName: z.string(),
  honour: z.string(),
  on: PartialDate,
  documentNo: z.string(),
  deeds: z.string(),
  tags: z.array(z.string()),
  task: z.string(),
  people: z.array(TracedPerson),
})
export type Trace = z.infer<typeof Trace>
