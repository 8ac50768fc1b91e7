import type { UnitId } from '../../shared/units/units'

export interface UnitsTable {
  id: UnitId
  parentId: UnitId | null
  name: string
  position: number
}

export const unitsColumns: Record<keyof UnitsTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  parentId: 'TEXT',
  name: 'TEXT',
  position: 'INTEGER',
}
