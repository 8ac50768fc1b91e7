import * as z from 'zod'
import { basisStatuses } from '../basis/basis'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { PartialDate } from '../dates/partial-date'
import { line } from '../text'

export const TakeId = z.uuid().brand<'TakeId'>()
export type TakeId = z.infer<typeof TakeId>
export const takeKinds = ['年休假', '疗休养'] as const
export const TakeKind = z.enum(takeKinds)
export type TakeKind = z.infer<typeof TakeKind>

/** 1,000,000 yuan: what is more is a slip of the pen. */
const Cost = z.int().min(0).max(100_000_000).nullable()
export const EntitlementYear = z.int().min(2000).max(2100)

/** Days that somebody was away on leave or 疗休养. */
export const NewTake = z.object({
  cadreId: CadreId,
  /** The year whose leave it is, which may be the one before. */
  year: EntitlementYear,
  kind: TakeKind,
  from: Day,
  to: Day,
  /** Working days as typed; null counts them by the calendar. */
  days: z.int().min(0).max(366).nullable(),
  place: line(60),
  /** What a 疗休养 cost, in fen; null where it is not known. */
  costFen: Cost.default(null),
})
export type NewTake = z.infer<typeof NewTake>

/** `overReason`: why it was kept although a confirmed standard speaks against it; empty where none does. */
export const Take = NewTake.extend({
  id: TakeId,
  days: z.int(),
  typed: z.boolean(),
  byName: z.string(),
  overReason: z.string(),
})
export type Take = z.infer<typeof Take>

/** What is noted of one person and year beside the days taken. Of a health check the day and the place, never a result. */
export const YearFacts = z.object({
  /** Days set by hand, which go before what is computed; null to compute. */
  overrideDays: z.int().min(0).max(60).nullable(),
  overrideReason: line(200),
  /** Left over from the year before. */
  carriedDays: z.int().min(0).max(60),
  personalDays: z.int().min(0).max(366),
  sickMonths: z.int().min(0).max(12),
  vacationDays: z.int().min(0).max(200).nullable(),
  checkOn: Day.nullable(),
  checkPlace: line(60),
  /** What the check cost, in fen; null where it is not known. */
  checkFen: Cost.default(null),
})
export type YearFacts = z.infer<typeof YearFacts>
/** One health check as it stands on a sheet. */
export const NewCheck = z.object({
  cadreId: CadreId,
  on: Day,
  place: YearFacts.shape.checkPlace,
  costFen: YearFacts.shape.checkFen,
})
export type NewCheck = z.infer<typeof NewCheck>
/** Lines of one sheet. */
export const MOST_AT_ONCE = 500

export const noFacts: YearFacts = {
  overrideDays: null,
  overrideReason: '',
  carriedDays: 0,
  personalDays: 0,
  sickMonths: 0,
  vacationDays: null,
  checkOn: null,
  checkPlace: '',
  checkFen: null,
}

/** One person of the board: figures of one year. Days that depend on what is not known are a span. */
export const EntitlementRow = z.object({
  cadreId: CadreId,
  name: z.string(),
  post: z.string(),
  unitName: z.string(),
  workStart: PartialDate.nullable(),
  /** Null where the start of work is not known and nothing was set by hand. */
  entitled: z.object({ least: z.int(), most: z.int() }).nullable(),
  carried: z.int(),
  taken: z.int(),
  checkOn: Day.nullable(),
  retreatDays: z.int(),
  /** Why somebody counts as 一线: the list of the register, the unit, or the tag; none where nothing says so. */
  frontLine: z.array(z.string()),
})
export type EntitlementRow = z.infer<typeof EntitlementRow>

/** The year's places of 疗休养 by the standard in force, and how many people have had one. Null where no standard says. */
export const Places = z.object({
  used: z.int(),
  places: z.int().nullable(),
  basis: z.object({ source: z.string(), status: z.enum(basisStatuses) }).nullable(),
})

/** What is left, with what was carried over; null while it is not known what there is. */
export const leftOf = ({ entitled, carried, taken }: Pick<EntitlementRow, 'entitled' | 'carried' | 'taken'>) =>
  entitled === null ? null : { least: entitled.least + carried - taken, most: entitled.most + carried - taken }

/** One unit as figures alone. */
export const UnitFigures = z.object({
  unitName: z.string(),
  people: z.int(),
  /** Days at the least, of those whose start of work is known. */
  entitled: z.int(),
  taken: z.int(),
  nothing: z.int(),
  frontline: z.int(),
  unchecked: z.int(),
  resting: z.int(),
})
