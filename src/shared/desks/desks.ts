import * as z from 'zod'
import { AccountId } from '../accounts/accounts'
import { type BasisStatus, basisStatuses } from '../basis/basis'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { text } from '../text'
import { UnitId } from '../units/units'

export const DeskItemId = z.uuid().brand<'DeskItemId'>()
export type DeskItemId = z.infer<typeof DeskItemId>

/** 惑有人解、困有人帮、老有人管: a question, a hardship, an elder's need. */
export const desks = ['惑', '困', '老'] as const
export const Desk = z.enum(desks)
export type Desk = z.infer<typeof Desk>
export const deskTitles: Record<Desk, string> = { 惑: '惑有人解', 困: '困有人帮', 老: '老有人管' }

/** How it came in. Who told of somebody else has no field. */
export const deskChannels = ['来访', '来电', '来信', '谈话中提出', '走访中发现', '其他'] as const
export const DeskChannel = z.enum(deskChannels)
export type DeskChannel = z.infer<typeof DeskChannel>

/** The person's own word about the answer; 未问 says that nobody asked, and why. */
export const deskSatisfactions = ['满意', '基本满意', '不满意', '未问'] as const
export const DeskSatisfaction = z.enum(deskSatisfactions)
export type DeskSatisfaction = z.infer<typeof DeskSatisfaction>

/** open: nobody has answered. answered: the person has not been asked yet. closed: asked, or settled without asking. */
export const DeskState = z.enum(['open', 'answered', 'closed'])
export type DeskState = z.infer<typeof DeskState>

/** What is written down of it. */
export const DeskFacts = z.object({
  desk: Desk,
  /** Whom it concerns; null for a general question. */
  cadreId: CadreId.nullable(),
  /** The unit that a general question concerns, if any. With a person it is left out: the person's own unit counts. */
  unitId: UnitId.nullable(),
  text: text(1000).min(1),
  cameOn: Day,
  channel: DeskChannel,
})
export type DeskFacts = z.infer<typeof DeskFacts>

export const NewDeskItem = DeskFacts.extend({
  /** The account that answers for it. */
  ownerId: AccountId,
  /** Null for the usual term of its desk. */
  dueOn: Day.nullable(),
})
export type NewDeskItem = z.infer<typeof NewDeskItem>

export const DeskStepKind = z.enum(['更正', '进展', '改期', '转办', '答复', '回访', '重开'])
export type DeskStepKind = z.infer<typeof DeskStepKind>
export const DeskStep = z.object({
  at: z.iso.datetime(),
  byName: z.string(),
  kind: DeskStepKind,
  text: z.string().max(2400),
})
export type DeskStep = z.infer<typeof DeskStep>

export const DeskItem = DeskFacts.extend({
  id: DeskItemId,
  cadreName: z.string(),
  cadrePost: z.string(),
  unitName: z.string(),
  ownerId: AccountId,
  ownerName: z.string(),
  dueOn: Day,
  answer: z.string(),
  answeredOn: Day.nullable(),
  satisfaction: DeskSatisfaction.nullable(),
  askedOn: Day.nullable(),
  state: DeskState,
  closedOn: Day.nullable(),
  steps: z.array(DeskStep),
  revision: z.int().min(1),
})
export type DeskItem = z.infer<typeof DeskItem>

/** How many days a desk has to answer, from a day on. No regulation fixes them: a unit sets its own. */
export const DeskTerm = z.object({
  desk: Desk,
  /** Calendar days from the day on which it came in. */
  days: z.int().min(1).max(180),
  validFrom: Day,
  source: z.string().max(120),
  status: z.enum(basisStatuses),
})
export type DeskTerm = z.infer<typeof DeskTerm>

const shippedFrom = Day.parse('2000-01-01')
const shipped = (desk: Desk, days: number): DeskTerm => {
  const status: BasisStatus = 'MEMORY'
  return { desk, days, validFrom: shippedFrom, source: '办理期限没有统一规定，先按此天数，由单位自定', status }
}
/** The terms that ship. A unit's own stand before them from their day on. */
export const shippedDeskTerms: readonly DeskTerm[] = [shipped('惑', 7), shipped('困', 15), shipped('老', 15)]
