import type { AccountId } from '../../shared/accounts/accounts'
import type { BasisStatus } from '../../shared/basis/basis'
import type { Day } from '../../shared/dates/add-months'
import type { BurdenId, BurdenKind } from '../../shared/grassroots/burdens'
import type { FacilityState } from '../../shared/grassroots/facilities'
import type { PaySide } from '../../shared/grassroots/pay'
import type { UnitId } from '../../shared/units/units'

/** One row for each state that was recorded; the one with the highest revision is how it stands. */
interface FacilitiesTable {
  unitId: UnitId
  kind: string
  revision: number
  state: FacilityState
  /** YYYY-MM-DD, as all days here. */
  onDay: Day
  note: string
  planWhat: string
  planDueOn: Day | null
  planFen: number | null
  planOwner: string
  byId: AccountId
  at: string
}
interface FacilityKindsTable {
  version: number
  /** JSON array of FacilityKind. */
  body: string
  changedAt: string
  changedBy: AccountId
  reason: string
}
interface BurdensTable {
  id: BurdenId
  kind: BurdenKind
  onDay: Day
  title: string
  sender: string
  byId: AccountId
  at: string
  revision: number
}
interface BurdenUnitsTable {
  burdenId: BurdenId
  unitId: UnitId
}
interface BurdenCapsTable {
  kind: BurdenKind
  fromYear: number
  version: number
  cap: number | null
  source: string
  status: BasisStatus
  changedAt: string
  changedBy: AccountId
  reason: string
}
interface PayFiguresTable {
  id: string
  year: number
  /** The unit's id, or the side that the figure is of as a whole. */
  subject: string
  unitId: UnitId | null
  side: PaySide
  level: string
  averageFen: number
  people: number
  byId: AccountId
  at: string
  revision: number
}

type Kinds = 'TEXT' | 'INTEGER'
const facilitiesColumns: Record<keyof FacilitiesTable, Kinds> = {
  unitId: 'TEXT',
  kind: 'TEXT',
  revision: 'INTEGER',
  state: 'TEXT',
  onDay: 'TEXT',
  note: 'TEXT',
  planWhat: 'TEXT',
  planDueOn: 'TEXT',
  planFen: 'INTEGER',
  planOwner: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
}
const facilityKindsColumns: Record<keyof FacilityKindsTable, Kinds> = {
  version: 'INTEGER',
  body: 'TEXT',
  changedAt: 'TEXT',
  changedBy: 'TEXT',
  reason: 'TEXT',
}
const burdensColumns: Record<keyof BurdensTable, Kinds> = {
  id: 'TEXT',
  kind: 'TEXT',
  onDay: 'TEXT',
  title: 'TEXT',
  sender: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}
const burdenUnitsColumns: Record<keyof BurdenUnitsTable, Kinds> = { burdenId: 'TEXT', unitId: 'TEXT' }
const burdenCapsColumns: Record<keyof BurdenCapsTable, Kinds> = {
  kind: 'TEXT',
  fromYear: 'INTEGER',
  version: 'INTEGER',
  cap: 'INTEGER',
  source: 'TEXT',
  status: 'TEXT',
  changedAt: 'TEXT',
  changedBy: 'TEXT',
  reason: 'TEXT',
}
const payFiguresColumns: Record<keyof PayFiguresTable, Kinds> = {
  id: 'TEXT',
  year: 'INTEGER',
  subject: 'TEXT',
  unitId: 'TEXT',
  side: 'TEXT',
  level: 'TEXT',
  averageFen: 'INTEGER',
  people: 'INTEGER',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}

/** What the feature keeps, by the names of its tables. */
export interface GrassrootsTables {
  facilities: FacilitiesTable
  facilityKinds: FacilityKindsTable
  burdens: BurdensTable
  burdenUnits: BurdenUnitsTable
  burdenCaps: BurdenCapsTable
  payFigures: PayFiguresTable
}
export const grassrootsTables = {
  facilities: facilitiesColumns,
  facilityKinds: facilityKindsColumns,
  burdens: burdensColumns,
  burdenUnits: burdenUnitsColumns,
  burdenCaps: burdenCapsColumns,
  payFigures: payFiguresColumns,
}
