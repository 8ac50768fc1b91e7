/** One row: which store this is. */
export interface StoreInfoTable {
  id: 1
  storeId: string
  unit: string
  createdAt: string
  demo: 0 | 1
}

export const storeInfoColumns: Record<keyof StoreInfoTable, 'TEXT' | 'INTEGER'> = {
  id: 'INTEGER',
  storeId: 'TEXT',
  unit: 'TEXT',
  createdAt: 'TEXT',
  demo: 'INTEGER',
}
