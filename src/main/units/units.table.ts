import type { UnitId } from '../../shared/units/units'

export interface UnitsTable {
  id: UnitId
  parentId: UnitId | null
  name: string
  position: number
}

const unitsColumns: Record<keyof UnitsTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  parentId: 'TEXT',
  name: 'TEXT',
  position: 'INTEGER',
}

/** What the feature keeps, by the names of its tables. */
export interface UnitsTables {
  units: UnitsTable
}
export const unitsTables = {
  units: unitsColumns,
}
