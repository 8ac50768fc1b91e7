import type { AccountId } from '../../shared/accounts/accounts'
import type { CountOf, EvidenceId } from '../../shared/care-measures/care-measures'
import type { CareMeasureKey } from '../../shared/care-measures/measures.data'
import type { Day } from '../../shared/dates/add-months'
import type { UnitId } from '../../shared/units/units'

interface CareMeasuresTable {
  key: CareMeasureKey
  version: number
  /** JSON of a CareMeasure. */
  body: string
  changedAt: string
  changedBy: AccountId
  reason: string
}
interface CareMeasurePlansTable {
  measureKey: CareMeasureKey
  year: number
  target: number | null
  countOf: CountOf
  goal: string
  owner: string
  /** YYYY-MM-DD, as all days here. */
  dueOn: Day
  notes: string
  settledOn: Day | null
  byId: AccountId
  at: string
  revision: number
}
interface CareMeasureEvidenceTable {
  id: EvidenceId
  measureKey: CareMeasureKey
  onDay: Day
  what: string
  people: number
  unitId: UnitId | null
  byId: AccountId
  at: string
  revision: number
}

type Kinds = 'TEXT' | 'INTEGER'
const careMeasuresColumns: Record<keyof CareMeasuresTable, Kinds> = {
  key: 'TEXT',
  version: 'INTEGER',
  body: 'TEXT',
  changedAt: 'TEXT',
  changedBy: 'TEXT',
  reason: 'TEXT',
}
const careMeasurePlansColumns: Record<keyof CareMeasurePlansTable, Kinds> = {
  measureKey: 'TEXT',
  year: 'INTEGER',
  target: 'INTEGER',
  countOf: 'TEXT',
  goal: 'TEXT',
  owner: 'TEXT',
  dueOn: 'TEXT',
  notes: 'TEXT',
  settledOn: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}
const careMeasureEvidenceColumns: Record<keyof CareMeasureEvidenceTable, Kinds> = {
  id: 'TEXT',
  measureKey: 'TEXT',
  onDay: 'TEXT',
  what: 'TEXT',
  people: 'INTEGER',
  unitId: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}

/** What the feature keeps, by the names of its tables. */
export interface CareMeasuresTables {
  careMeasures: CareMeasuresTable
  careMeasurePlans: CareMeasurePlansTable
  careMeasureEvidence: CareMeasureEvidenceTable
}
export const careMeasuresTables = {
  careMeasures: careMeasuresColumns,
  careMeasurePlans: careMeasurePlansColumns,
  careMeasureEvidence: careMeasureEvidenceColumns,
}
