import * as z from 'zod'
import { businessRoles } from '../accounts/roles'
import { basisStatuses } from '../basis/basis'
import { Day } from '../dates/add-months'
import { KindKey } from '../interviews/kinds'
import { text } from '../text'

/** What makes a talk due. The first five are read from files, the others are noted by an officer as an occasion. */
const fileTriggers = ['任现职', '到退休年龄', '受表彰', '受处分处理', '影响期满'] as const
const occasionKinds = [
  '患病住院',
  '家庭变故',
  '重大困难',
  '有苗头反映',
  '班子不和',
  '本人要求',
  '出国境、长期培训',
  '考核之后',
  '澄清了结',
  '调整离任',
] as const
export const OccasionKind = z.enum(occasionKinds)
export type OccasionKind = z.infer<typeof OccasionKind>
export const Trigger = z.enum([...fileTriggers, ...occasionKinds])
export type Trigger = z.infer<typeof Trigger>

/** Whom a rule is about. */
export const Who = z.enum(['全部干部', '班子成员', '班子正职', '乡科级正职', '县处级副职'])
export type Who = z.infer<typeof Who>

/** A role of an account of those who hold a talk. */
export const TalkerRole = z.enum(businessRoles)
export type TalkerRole = z.infer<typeof TalkerRole>

/** Either so many times in each period of so many months of the calendar, or once after something has happened. */
const When = z.discriminatedUnion('by', [
  z.object({ by: z.literal('period'), months: z.enum(['1', '3', '6', '12']), times: z.int().min(1).max(12) }),
  z.object({
    by: z.literal('event'),
    trigger: Trigger,
    /** So many days after it the talk is due; below zero for what is due before. */
    dueDays: z.int().min(-400).max(400),
  }),
])
export type When = z.infer<typeof When>

/**
 * Who talks to whom, how often, on which trigger: effective-dated data with its source. Only what happened or began while it
 * is in force and switched on makes a talk due. Source: rule book 7.1, 7.2.
 */
export const TalkRule = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: text(40).min(1),
  who: Who,
  when: When,
  /** Kinds that settle it; the first is the one that is offered. */
  kinds: z.array(KindKey).min(1).max(6),
  /** Who should hold it, in words. */
  talker: z.string().max(60),
  /** One of those who hold it has one of these roles; whoever holds it counts when there are none. */
  talkerRoles: z.array(TalkerRole).max(businessRoles.length).optional(),
  /** So many days before it is due it is announced. */
  soonDays: z.int().min(0).max(120),
  on: z.boolean(),
  validFrom: Day,
  validTo: Day.nullable(),
  basis: z.object({ source: z.string().max(120), status: z.enum(basisStatuses) }),
})
export type TalkRule = z.infer<typeof TalkRule>

export const DueState = z.enum(['soon', 'due', 'late', 'done', 'waived'])
export type DueState = z.infer<typeof DueState>
