import type { Generated } from 'kysely'

export interface PoliciesTable {
  /** Counts up: the highest is in force. */
  seq: Generated<number>
  adoptedAt: string
  /** JSON of a SecurityPolicy; earlier ones are kept. */
  body: string
}

const policiesColumns: Record<keyof PoliciesTable, 'TEXT' | 'INTEGER'> = {
  seq: 'INTEGER',
  adoptedAt: 'TEXT',
  body: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface PolicyTables {
  policies: PoliciesTable
}
export const policyTables = {
  policies: policiesColumns,
}
