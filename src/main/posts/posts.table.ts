import type { UnitFacts, UnitPostId } from '../../shared/posts/posts'
import type { UnitId } from '../../shared/units/units'

export type UnitFactsTable = UnitFacts
export interface UnitPostsTable {
  id: UnitPostId
  unitId: UnitId
  title: string
  level: string
  inTeam: 0 | 1
  approved: number
  position: number
}

type Kinds = 'TEXT' | 'INTEGER'
export const unitFactsColumns: Record<keyof UnitFactsTable, Kinds> = {
  unitId: 'TEXT',
  kind: 'TEXT',
  nature: 'TEXT',
  level: 'TEXT',
  code: 'TEXT',
  approvedStaff: 'INTEGER',
}
export const unitPostsColumns: Record<keyof UnitPostsTable, Kinds> = {
  id: 'TEXT',
  unitId: 'TEXT',
  title: 'TEXT',
  level: 'TEXT',
  inTeam: 'INTEGER',
  approved: 'INTEGER',
  position: 'INTEGER',
}
