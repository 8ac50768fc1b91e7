import * as z from 'zod'
import { basisStatuses } from '../basis/basis'
import { Day } from '../dates/add-months'
import { line, text } from '../text'
import { UnitId } from '../units/units'
import { CareDimension, CareGroup, CareMeasureKey, CarePeriod } from './measures.data'

export const CareYear = z.int().min(2000).max(2200)

/** One of the 29 as the unit has it. Name and group of the named ones are those of the source. */
export const CareMeasure = z.object({
  key: CareMeasureKey,
  group: CareGroup.nullable(),
  /** Empty for a place that the unit has not named yet. */
  title: line(40),
  dimension: CareDimension,
  /** 牵头单位、责任人. */
  owner: line(60),
  period: CarePeriod,
  basis: z.object({ source: line(120), status: z.enum(basisStatuses) }),
  /** Switched off it asks for nothing; what was done stays. */
  on: z.boolean(),
})
export type CareMeasure = z.infer<typeof CareMeasure>

/** Version 0 is as it ships: its dimension and period are defaults that nobody has looked at. */
export const VersionedCareMeasure = CareMeasure.extend({ version: z.int().min(0) })
export type VersionedCareMeasure = z.infer<typeof VersionedCareMeasure>

/** What a planned number counts: 次 is pieces of evidence, 人次 the people whom they reached. */
export const CountOf = z.enum(['次', '人次'])
export type CountOf = z.infer<typeof CountOf>

/** What is planned for a measure in a year. A number is counted against; a target in words is settled by a person. */
export const PlanFacts = z.object({
  /** How many; null where the target is in words alone. */
  target: z.int().min(1).max(999_999).nullable(),
  countOf: CountOf,
  goal: text(200),
  owner: line(60),
  dueOn: Day,
  notes: text(400),
  /** The day on which a target in words was settled. */
  settledOn: Day.nullable(),
})
export type PlanFacts = z.infer<typeof PlanFacts>

export const CarePlan = PlanFacts.extend({ revision: z.int().min(1) })
export type CarePlan = z.infer<typeof CarePlan>

export const EvidenceId = z.uuid().brand<'EvidenceId'>()
export type EvidenceId = z.infer<typeof EvidenceId>

/** What was done, and how many people it reached. Nobody is named. */
export const EvidenceFacts = z.object({
  on: Day,
  what: text(400).min(1),
  people: z.int().min(0).max(999_999),
  unitId: UnitId.nullable(),
})
export type EvidenceFacts = z.infer<typeof EvidenceFacts>

export const Evidence = EvidenceFacts.extend({
  id: EvidenceId,
  key: CareMeasureKey,
  unitName: z.string(),
  byName: z.string(),
  revision: z.int().min(1),
})
export type Evidence = z.infer<typeof Evidence>

/** What another part of the application counts by itself, such as talks that were held. */
const Counted = z.object({ title: z.string(), countOf: CountOf, count: z.int().min(0) })

/** Everything that a year has of one measure. */
export const BoardRow = VersionedCareMeasure.extend({
  plan: CarePlan.nullable(),
  evidence: z.object({ count: z.int(), people: z.int(), lastOn: Day.nullable() }),
  counted: z.array(Counted),
})
export type BoardRow = z.infer<typeof BoardRow>
