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
const unitFactsColumns: Record<keyof UnitFactsTable, Kinds> = {
  unitId: 'TEXT',
  kind: 'TEXT',
  nature: 'TEXT',
  level: 'TEXT',
  code: 'TEXT',
  approvedStaff: 'INTEGER',
}
const unitPostsColumns: Record<keyof UnitPostsTable, Kinds> = {
  id: 'TEXT',
  unitId: 'TEXT',
  title: 'TEXT',
  level: 'TEXT',
  inTeam: 'INTEGER',
  approved: 'INTEGER',
  position: 'INTEGER',
}

/** What the feature keeps, by the names of its tables. */
export interface PostsTables {
  unitFacts: UnitFactsTable
  unitPosts: UnitPostsTable
}
export const postsTables = {
  unitFacts: unitFactsColumns,
  unitPosts: unitPostsColumns,
}
