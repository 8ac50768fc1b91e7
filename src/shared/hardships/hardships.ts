import * as z from 'zod'
import { basisStatuses } from '../basis/basis'
import { CadreId } from '../cadres/cadres'
import { CareRecordFacts, CareRecordId } from '../care-records/care-records'
import { addMonths, Day } from '../dates/add-months'
import { line, text } from '../text'

export const HardshipId = z.uuid().brand<'HardshipId'>()
export type HardshipId = z.infer<typeof HardshipId>
/** Aid is a record of care. */
export const AidId = CareRecordId
export type AidId = CareRecordId

/** Why a household is in need. Source: rule book 8C, conditions seen in practice; what fits none is 其他. */
export const hardshipCauses = ['本人重病', '配偶或子女重病', '长期不能工作', '突发事件', '其他'] as const
export const HardshipCause = z.enum(hardshipCauses)
export type HardshipCause = z.infer<typeof HardshipCause>

/** Where aid comes from. Source: rule book 8C. */
export const aidKinds = ['党费', '工会', '民政', '捐赠', '其他'] as const
export const AidKind = z.enum(aidKinds)
export type AidKind = z.infer<typeof AidKind>

export const reviewOutcomes = ['继续', '调整', '退出'] as const
export const ReviewOutcome = z.enum(reviewOutcomes)
export type ReviewOutcome = z.infer<typeof ReviewOutcome>

/** 100,000,000 yuan: what is more is a slip of the pen. */
const Fen = z.int().min(0).max(10_000_000_000)

/** A paper that was seen: what it is, when, and where it is kept. */
export const Proof = z.object({ what: line(60).min(1), seenOn: Day, keptAt: line(60) })
export type Proof = z.infer<typeof Proof>

export const HardshipFacts = z.object({
  cause: HardshipCause,
  causeText: text(400),
  openedOn: Day,
  /** One of the unit's own levels; empty while nobody has decided. The application never chooses it. */
  level: line(20),
  proofs: z.array(Proof).max(20),
  nextReviewOn: Day,
})
export type HardshipFacts = z.infer<typeof HardshipFacts>

/** What is masked: who lives there, what it costs and what comes in. Yearly sums in fen; null where nobody has asked. */
export const Household = z.object({
  members: z.int().min(1).max(30),
  who: text(200),
  costFen: Fen.nullable(),
  incomeFen: Fen.nullable(),
})
export type Household = z.infer<typeof Household>

export const NewAid = z.object({
  kind: AidKind,
  fen: CareRecordFacts.shape.moneyFen.min(1),
  on: Day,
  voucher: line(60),
  approvedBy: line(60),
  note: text(200),
})
export type NewAid = z.infer<typeof NewAid>
export const Aid = NewAid.extend({
  id: AidId,
  byName: z.string(),
  /** Why it was taken back; empty while it stands. */
  withdrawnFor: z.string(),
})
export type Aid = z.infer<typeof Aid>

const Review = z.object({
  on: Day,
  outcome: ReviewOutcome,
  level: z.string(),
  reason: z.string(),
  nextOn: Day.nullable(),
  byName: z.string(),
})

/** A line of the list: nothing of the household, no sums. */
export const HardshipLine = HardshipFacts.omit({ proofs: true, causeText: true }).extend({
  id: HardshipId,
  cadreId: CadreId,
  cadreName: z.string(),
  cadrePost: z.string(),
  closedOn: Day.nullable(),
  closedFor: z.string(),
})
export type HardshipLine = z.infer<typeof HardshipLine>

export const Hardship = HardshipFacts.extend({
  ...HardshipLine.shape,
  causeText: z.string(),
  proofs: z.array(Proof),
  aids: z.array(Aid),
  reviews: z.array(Review),
  byName: z.string(),
  revision: z.int().min(1),
})
export type Hardship = z.infer<typeof Hardship>

/** What a unit sets for itself, from a day on. */
export const HardshipSettings = z.object({
  /** Its own levels, the gravest first. */
  levels: z.array(line(20).min(1)).min(1).max(8),
  /** The local standard of yearly income per head, in fen, as information; null where none is entered. */
  standardFen: Fen.nullable(),
  validFrom: Day,
  source: line(120),
  status: z.enum(basisStatuses),
})
export type HardshipSettings = z.infer<typeof HardshipSettings>

/** As it ships: names of levels as other places use them, and no figure. */
export const shippedHardshipSettings: HardshipSettings = {
  levels: ['特困', '困难', '一般'],
  standardFen: null,
  validFrom: Day.parse('2000-01-01'),
  source: '外地做法的等级名称，由单位自定',
  status: 'LOCAL',
}

/** Every case is looked at anew within a year. Source: rule book 8C, “next review”; the year itself is usage. */
const REVIEW_MONTHS = 12
export const usualReviewOn = (from: Day): Day => addMonths(from, REVIEW_MONTHS)
