import * as z from 'zod'
import { AccountId } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { InterviewId, NoteId } from '../interviews/interviews'
import { text } from '../text'

export const PromiseId = z.uuid().brand<'PromiseId'>()
export type PromiseId = z.infer<typeof PromiseId>

/** What a person asked for, what was promised to them, what was asked of them. */
export const PromiseKind = z.enum(['诉求', '承诺', '要求'])
export type PromiseKind = z.infer<typeof PromiseKind>

/** What a request is about, for figures without names. */
export const themes = [
  '岗位和使用',
  '待遇',
  '工作条件',
  '学习培训',
  '住房',
  '子女入学',
  '健康就医',
  '家庭',
  '其他',
] as const
export const Theme = z.enum(themes)
export type Theme = z.infer<typeof Theme>

/** What is written down of it. Its words stand on the board of all that is open, so they say the matter and no more. */
export const NewPromise = z.object({
  kind: PromiseKind,
  theme: Theme,
  text: text(400).min(1),
  cadreId: CadreId,
  interviewId: InterviewId.nullable(),
  noteId: NoteId.nullable(),
  /** The account that answers for it. */
  ownerId: AccountId,
  /** The department outside that has to do it, if any. */
  helper: text(60),
  dueOn: Day,
})
export type NewPromise = z.infer<typeof NewPromise>

export const PromiseState = z.enum(['open', 'done', 'withdrawn'])
export type PromiseState = z.infer<typeof PromiseState>

export const StepKind = z.enum(['进展', '改期', '转办', '办结', '撤回', '重开', '回访'])
export type StepKind = z.infer<typeof StepKind>
export const PromiseStep = z.object({
  at: z.iso.datetime(),
  byName: z.string(),
  kind: StepKind,
  text: z.string().max(1000),
})
export type PromiseStep = z.infer<typeof PromiseStep>

/** How satisfied the person was with what was done, by their own word at the return visit. */
export const Satisfaction = z.enum(['满意', '基本满意', '不满意'])
export type Satisfaction = z.infer<typeof Satisfaction>

export const TrackedPromise = NewPromise.extend({
  id: PromiseId,
  cadreName: z.string(),
  cadrePost: z.string(),
  ownerName: z.string(),
  state: PromiseState,
  result: z.string(),
  satisfaction: Satisfaction.nullable(),
  madeOn: Day,
  endedOn: Day.nullable(),
  steps: z.array(PromiseStep),
  /** Whether the account that asks may take it further: its owner, who held or recorded its talk, and whoever plans talks. */
  movable: z.boolean(),
  revision: z.int().min(1),
})
export type TrackedPromise = z.infer<typeof TrackedPromise>
