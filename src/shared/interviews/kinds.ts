import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { businessRoles } from '../accounts/roles'
import { basisStatuses } from '../basis/basis'
import { text } from '../text'

/** How a talk is held. */
export const Mode = z.enum(['当面', '视频', '电话'])
export type Mode = z.infer<typeof Mode>

/** The kind's own short name in the store; it never changes, so that old talks keep their kind. */
export const KindKey = z.string().regex(/^[a-z][a-z0-9-]{1,31}$/)
export type KindKey = z.infer<typeof KindKey>

/** One part of the outline, with questions that may be asked. */
export const OutlinePart = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,24}$/),
  title: text(30).min(1),
  questions: z.array(text(200).min(1)).max(30),
  /** At least one line must be noted under it before the talk is finished. */
  required: z.boolean(),
})
export type OutlinePart = z.infer<typeof OutlinePart>

/** What else must be filled before a talk of the kind is finished. */
export const Required = z.enum(['place', 'summary', 'promise', 'states', 'grade', 'occasion'])
export type Required = z.infer<typeof Required>
export const requiredTitles: Record<Required, string> = {
  place: '谈话地点',
  summary: '谈话小结',
  promise: '至少一件承诺或要求',
  states: '三种状态',
  grade: '回访等次',
  occasion: '谈话事由',
}

/** Which paper a talk becomes. */
const PaperForm = z.enum(['谈话记录', '诫勉谈话记录', '函询记录', '考察谈话记录', '回访登记表'])

/**
 * A kind of talk as a unit holds it: who may hold it, how many must be there, how, along which outline, on which paper.
 * It is data: a unit changes it, and every change is a version of its own. Source: rule book §7.
 */
export const InterviewKind = z.object({
  key: KindKey,
  title: text(20).min(1),
  /** In a few words when it is held and by whom, as the regulation or the unit has it. */
  about: z.string().max(200),
  /** Roles of accounts that may hold it. */
  holders: z.array(z.enum(businessRoles)).min(1).max(3),
  /** So many talkers must be there. */
  talkersAtLeast: z.int().min(1).max(5),
  modes: z.array(Mode).min(1).max(3),
  /** Several people at once: 集体谈话. */
  group: z.boolean(),
  /** The person signs the record. */
  signed: z.boolean(),
  outline: z.array(OutlinePart).min(1).max(20),
  required: z.array(Required).max(6),
  paper: PaperForm,
  basis: z.object({ source: z.string().max(120), status: z.enum(basisStatuses) }),
  /** An inactive kind is not offered any more; what was held under it stays. */
  active: z.boolean(),
})
export type InterviewKind = z.infer<typeof InterviewKind>

/** A kind with the number of its version: 0 as it ships, from 1 on as the unit changed it. */
export const VersionedKind = InterviewKind.extend({ version: z.int().min(0) })
export type VersionedKind = z.infer<typeof VersionedKind>

export const ChangedKind = z.object({ kind: InterviewKind, version: z.int().min(0), reason: Reason })
