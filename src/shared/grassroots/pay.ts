import * as z from 'zod'
import { line } from '../text'
import { UnitId } from '../units/units'

export const PaySide = z.enum(['街镇', '机关'])
export type PaySide = z.infer<typeof PaySide>
export const PayYear = z.int().min(2000).max(2200)

/** Average pay of a level in a year, of one unit or of all units of a side: no person's own pay. */
export const PayFacts = z.object({
  year: PayYear,
  /** null where the figure is of the whole side. */
  unitId: UnitId.nullable(),
  side: PaySide,
  level: line(20).min(1),
  /** Average of the year in fen. */
  averageFen: z.int().min(1).max(100_000_000_000),
  people: z.int().min(1).max(999_999),
})
export type PayFacts = z.infer<typeof PayFacts>

export const PayFigure = PayFacts.extend({ id: z.uuid(), revision: z.int().min(1) })
export type PayFigure = z.infer<typeof PayFigure>

/** Approved and actual posts and staff of a unit. */
export const UnitVacancy = z.object({
  unitId: UnitId,
  approved: z.int(),
  actual: z.int(),
  vacant: z.int(),
  over: z.int(),
  /** 核定编制数; null while it is not known. */
  approvedStaff: z.int().nullable(),
  staff: z.int(),
})
export type UnitVacancy = z.infer<typeof UnitVacancy>
