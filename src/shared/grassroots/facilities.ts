import * as z from 'zod'
import { Day } from '../dates/add-months'
import { text } from '../text'
import { UnitId } from '../units/units'
import { sides } from './sides.rules'

export const FacilityKindKey = z.string().regex(/^[a-z0-9-]{1,40}$/)
/** A kind of facility. The list is the unit's; one that is switched off keeps what was recorded. */
export const FacilityKind = z.object({ key: FacilityKindKey, title: text(12).min(1), on: z.boolean() })
export type FacilityKind = z.infer<typeof FacilityKind>

const kind = (key: string, title: string): FacilityKind => ({ key, title, on: true })
/** As it ships. Source: rule book §11, 30, “facility list per grass-roots unit”; the kinds are a usual list, not a regulation's. */
export const shippedFacilityKinds: readonly FacilityKind[] = [
  kind('kitchen', '食堂'),
  kind('dormitory', '宿舍'),
  kind('heating', '取暖制冷'),
  kind('bath', '浴室'),
  kind('hot-water', '热水'),
  kind('activity', '活动室'),
  kind('reading', '图书室'),
  kind('parking', '车位'),
  kind('toilet', '厕所'),
  kind('other', '其他'),
]

export const FacilityState = z.enum(['没有', '在建', '简陋', '需修', '完好'])
export type FacilityState = z.infer<typeof FacilityState>

/** How a facility of a unit stands on a day, and what is planned for it. Money in fen. */
export const FacilityFacts = z.object({
  unitId: UnitId,
  kind: FacilityKindKey,
  state: FacilityState,
  on: Day,
  note: text(200),
  /** Empty where nothing is planned. */
  planWhat: text(200),
  planDueOn: Day.nullable(),
  planFen: z.int().min(0).max(1_000_000_000_000).nullable(),
  planOwner: text(60),
})
export type FacilityFacts = z.infer<typeof FacilityFacts>

export const Facility = FacilityFacts.extend({ revision: z.int().min(1), byName: z.string(), at: z.string() })
export type Facility = z.infer<typeof Facility>

/** A unit as the boards of the grass roots know it. */
export const BoardUnit = z.object({ id: UnitId, name: z.string(), side: z.enum(sides) })
export type BoardUnit = z.infer<typeof BoardUnit>
