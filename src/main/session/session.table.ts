/** One row: which store this is. */
export interface StoreInfoTable {
  id: 1
  storeId: string
  unit: string
  createdAt: string
  demo: 0 | 1
}

const storeInfoColumns: Record<keyof StoreInfoTable, 'TEXT' | 'INTEGER'> = {
  id: 'INTEGER',
  storeId: 'TEXT',
  unit: 'TEXT',
  createdAt: 'TEXT',
  demo: 'INTEGER',
}

/** What the feature keeps, by the names of its tables. */
export interface SessionTables {
  storeInfo: StoreInfoTable
}
export const sessionTables = {
  storeInfo: storeInfoColumns,
}
