import * as z from 'zod'
import { basisStatuses } from '../basis/basis'
import { Day } from '../dates/add-months'
import { line } from '../text'
import { UnitId } from '../units/units'

/** What is sent down to a unit. Source: rule book §11, 29 and 77 (reports, meetings, inspections). */
export const BurdenKind = z.enum(['发文', '会议', '督查检查考核', '报表', '调研'])
export type BurdenKind = z.infer<typeof BurdenKind>

export const BurdenId = z.uuid().brand<'BurdenId'>()
export type BurdenId = z.infer<typeof BurdenId>

const MOST_BURDEN_UNITS = 500
/** One paper, meeting or inspection, who sent it, and to which units. */
export const BurdenFacts = z.object({
  kind: BurdenKind,
  on: Day,
  title: line(100).min(1),
  sender: line(40).min(1),
  unitIds: z.array(UnitId).min(1).max(MOST_BURDEN_UNITS),
})
export type BurdenFacts = z.infer<typeof BurdenFacts>

export const Burden = BurdenFacts.extend({
  id: BurdenId,
  /** Units of it that the account does not see. */
  unseen: z.int().min(0),
  byName: z.string(),
  revision: z.int().min(1),
})
export type Burden = z.infer<typeof Burden>

export const BurdenYear = z.int().min(2000).max(2200)

/** The most of a kind that may be sent to one unit in a year, from a year on; null for no cap. */
export const BurdenCap = z.object({
  kind: BurdenKind,
  fromYear: BurdenYear,
  cap: z.int().min(0).max(9999).nullable(),
  source: line(120).min(1),
  status: z.enum(basisStatuses),
})
export type BurdenCap = z.infer<typeof BurdenCap>

export const VersionedCap = BurdenCap.extend({ version: z.int().min(1) })
export type VersionedCap = z.infer<typeof VersionedCap>

/** What was sent to one unit in a year: counts in the order of the kinds. */
export const UnitBurdens = z.object({ unitId: UnitId, counts: z.array(z.int()) })
export type UnitBurdens = z.infer<typeof UnitBurdens>
