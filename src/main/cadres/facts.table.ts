import type { CadreEvent, CadreFacts } from '../../shared/cadres/facts.rules'

/** What queries and orders go through for everyone. */
export interface CadreFactsTable extends CadreFacts {
  key: number
  trashed: 0 | 1
}

export interface CadreEventsTable extends CadreEvent {
  key: number
}

type Kinds = 'TEXT' | 'INTEGER'
export const cadreFactsColumns: Record<keyof CadreFactsTable, Kinds> = {
  key: 'INTEGER',
  trashed: 'INTEGER',
  unitId: 'TEXT',
  unitOrder: 'INTEGER',
  status: 'TEXT',
  sex: 'TEXT',
  level: 'INTEGER',
  rank: 'INTEGER',
  birthFirst: 'INTEGER',
  birthLast: 'INTEGER',
  workFirst: 'INTEGER',
  workLast: 'INTEGER',
  partyFirst: 'INTEGER',
  partyLast: 'INTEGER',
  fullFirst: 'INTEGER',
  fullLast: 'INTEGER',
  partyAgeFirst: 'INTEGER',
  partyAgeLast: 'INTEGER',
  levelSinceFirst: 'INTEGER',
  levelSinceLast: 'INTEGER',
  postSinceFirst: 'INTEGER',
  postSinceLast: 'INTEGER',
  rankSinceFirst: 'INTEGER',
  rankSinceLast: 'INTEGER',
  retireFirst: 'INTEGER',
  retireLast: 'INTEGER',
  restrictedFirst: 'INTEGER',
  restrictedLast: 'INTEGER',
  fullTimeEducation: 'INTEGER',
  inServiceEducation: 'INTEGER',
  education: 'INTEGER',
  degree: 'INTEGER',
  grassMonths: 'INTEGER',
  grassSince: 'INTEGER',
  completeness: 'INTEGER',
  grades: 'TEXT',
  personCategory: 'TEXT',
  managedBy: 'TEXT',
  staffing: 'TEXT',
  tags: 'TEXT',
}
export const cadreEventsColumns: Record<keyof CadreEventsTable, Kinds> = {
  key: 'INTEGER',
  kind: 'TEXT',
  first: 'INTEGER',
  last: 'INTEGER',
  amount: 'INTEGER',
}

/** What the feature keeps, by the names of its tables. */
export interface FactsTables {
  cadreFacts: CadreFactsTable
  cadreEvents: CadreEventsTable
}
export const factsTables = {
  cadreFacts: cadreFactsColumns,
  cadreEvents: cadreEventsColumns,
}
