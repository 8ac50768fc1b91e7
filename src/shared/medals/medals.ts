import * as z from 'zod'
import { CadreId, Sex } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { PartialDate } from '../dates/partial-date'
import { RevocationGround } from '../honours/honours.data'
import { line } from '../text'
import { medalStepKeys } from './medals.data'

export const MemberId = z.uuid().brand<'MemberId'>()
export type MemberId = z.infer<typeof MemberId>
export const AwardId = z.uuid().brand<'AwardId'>()
export type AwardId = z.infer<typeof AwardId>
export const LotId = z.uuid().brand<'LotId'>()
export type LotId = z.infer<typeof LotId>
export const VisitId = z.uuid().brand<'VisitId'>()
export type VisitId = z.infer<typeof VisitId>

const date = PartialDate.nullable()

/** Whom it is about: somebody with a file, or an old member who was entered by name. */
export const Ref = z.discriminatedUnion('of', [
  z.object({ of: z.literal('cadre'), id: CadreId }),
  z.object({ of: z.literal('member'), id: MemberId }),
])
export type Ref = z.infer<typeof Ref>
export const refKey = ({ of, id }: Ref): string => `${of}:${id}`

/** What a file has no room for. Nothing here is ever filled in by itself. */
export const MedalFacts = z.object({
  /** Membership that was broken: the day it ended, and when the person joined again and became full member again. */
  leftOn: date,
  rejoinedOn: date,
  refullOn: date,
  diedOn: date,
  /** What a person has to look at besides, such as 停止党籍 or 党员权利中止. */
  concern: line(120),
})
export type MedalFacts = z.infer<typeof MedalFacts>
export const noMedalFacts: MedalFacts = { leftOn: null, rejoinedOn: null, refullOn: null, diedOn: null, concern: '' }

/** An old member without a file here. */
export const MemberFacts = MedalFacts.extend({
  name: line(36).min(1),
  sex: Sex.nullable(),
  birth: date,
  /** The unit that looks after the branch; null where it does not stand in the tree. */
  unitId: z.uuid().nullable(),
  /** The branch, or the unit in words. */
  branch: line(120),
  partyJoined: date,
  partyFull: date,
  note: line(200),
})
export type MemberFacts = z.infer<typeof MemberFacts>
export const MOST_PASTED = 2000

/** A visit to an old member without a file, and what was brought. */
export const VisitFacts = z.object({
  on: Day,
  visitors: line(120).min(1),
  moneyFen: z.int().min(0).max(100_000_00),
  goods: line(120),
  note: line(200),
})
export type VisitFacts = z.infer<typeof VisitFacts>
export const Visit = VisitFacts.extend({ id: VisitId, struckFor: z.string(), byName: z.string() })
export type Visit = z.infer<typeof Visit>

/** Somebody who may be the same as one who is to be entered: in a file, or entered already. */
export const Namesake = z.object({
  /** Which of those who were asked about. */
  place: z.int(),
  of: z.enum(['cadre', 'member']),
  name: z.string(),
  birth: date,
  unitName: z.string(),
})
export type Namesake = z.infer<typeof Namesake>

export const decisions = ['授予', '暂缓', '不授'] as const
export const MedalDecision = z.enum(decisions)
export type MedalDecision = z.infer<typeof MedalDecision>

/** Where somebody stands in an award year. `none`: not known as a member, or of another year altogether. */
export const columns = ['qualifies', 'review', 'missing', 'given', 'later'] as const
export const MedalColumn = z.enum(columns)
export type MedalColumn = z.infer<typeof MedalColumn>
export const columnTitles: Record<MedalColumn, string> = {
  qualifies: '够条件',
  review: '需要核对',
  missing: '缺日期',
  given: '已授',
  later: '今年以后',
}

/** To whom a medal was handed. */
const Receiver = z.enum(['本人', '家属'])
export const Handing = z.object({
  medalNo: line(60),
  on: Day,
  /** Who handed it over. */
  by: line(60).min(1),
  to: Receiver,
  /** The family member's name and relation; empty for the person. */
  receiver: line(60),
})
export type Handing = z.infer<typeof Handing>

/** Why a medal came back: the honour was revoked, or it had been given by mistake. */
export const backHows = ['撤销', '误发'] as const
const BackHow = z.enum(backHows)
export const TakingBack = z.object({
  how: BackHow,
  on: Day,
  /** For 撤销. */
  ground: RevocationGround.nullable(),
  documentNo: line(80),
})
export type TakingBack = z.infer<typeof TakingBack>

/** One medal that somebody was handed. */
export const Award = Handing.extend({
  id: AwardId,
  ref: Ref,
  year: z.int(),
  name: z.string(),
  unitName: z.string(),
  back: z.object({ how: BackHow, on: Day, reason: z.string() }).nullable(),
  /** The honour was revoked or taken out in the register, while the medal has not come back. */
  unsettled: z.boolean(),
  revision: z.int().min(1),
})
export type Award = z.infer<typeof Award>

/** What comes into the drawer and leaves it besides what people are handed; 盘点 is what was counted there. */
export const lotKinds = ['领取', '退回', '报损', '盘点'] as const
const LotKind = z.enum(lotKinds)
export const LotFacts = z.object({
  kind: LotKind,
  count: z.int().min(0).max(100_000),
  on: Day,
  /** From or to whom, and the paper's number. */
  note: line(120),
})
export type LotFacts = z.infer<typeof LotFacts>
export const Lot = LotFacts.extend({ id: LotId, struckFor: z.string(), byName: z.string(), at: z.string() })
export type Lot = z.infer<typeof Lot>

export const MedalStep = z.enum(medalStepKeys)
export const SettledStep = z.object({ step: MedalStep, on: Day, note: z.string(), byName: z.string() })
export type SettledStep = z.infer<typeof SettledStep>
