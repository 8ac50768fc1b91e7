import * as z from 'zod'
import { AccountId } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { line, text } from '../text'

export const EntryId = z.uuid().brand<'CareEntryId'>()
export type EntryId = z.infer<typeof EntryId>

/** Lists of those who are looked after for longer than one day. Source: rule book 8B, features F 72, 11 item 30. */
export const registerKinds = [
  '老干部',
  '因公牺牲家庭',
  '因公伤残',
  '困难党员',
  '老党员',
  '退役军人',
  '驻村援派挂职',
  '急难任务',
  '临终关怀',
] as const
export const RegisterKind = z.enum(registerKinds)
export type RegisterKind = z.infer<typeof RegisterKind>

/** What makes an elder's situation one that is looked at each quarter. Source: rule book 8B, care.elder. */
export const situations = ['八十岁以上', '独居', '重病', '失能', '子女不在身边'] as const
export const Situation = z.enum(situations)
export type Situation = z.infer<typeof Situation>

export const EntryFacts = z.object({
  cadreId: CadreId,
  kind: RegisterKind,
  /** Since when; for a family, the day on which the person died. */
  from: Day,
  /** The last day; null while it lasts. */
  until: Day.nullable(),
  situations: z.array(Situation).max(5),
  /** Where: village, post, task, hospital. */
  place: line(120),
  /** What matters: the person's wishes, the family's situation, the plan. */
  details: text(1000),
  /** Whom the department speaks with: name and relation. */
  contact: line(60),
  contactPhone: line(40),
  /** The account that is paired with the person; null where nobody is. */
  visitorId: AccountId.nullable(),
  /** Another visitor, in words. */
  visitor: line(60),
})
export type EntryFacts = z.infer<typeof EntryFacts>

/** The telephone number comes masked; showing it is a call of its own. */
export const Entry = EntryFacts.omit({ contactPhone: true }).extend({
  id: EntryId,
  hasPhone: z.boolean(),
  visitorName: z.string(),
  cadreName: z.string(),
  cadrePost: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string(),
  status: z.string(),
  /** The last day somebody cared for the person on any occasion; null where it is not recorded. */
  lastOn: Day.nullable(),
  endedFor: z.string().nullable(),
  revision: z.int().min(1),
})
export type Entry = z.infer<typeof Entry>
