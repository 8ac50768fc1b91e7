import type { Generated } from 'kysely'

export interface PoliciesTable {
  /** Counts up: the highest is in force. */
  seq: Generated<number>
  adoptedAt: string
  /** JSON of a SecurityPolicy; earlier ones are kept. */
  body: string
}

export const policiesColumns: Record<keyof PoliciesTable, 'TEXT' | 'INTEGER'> = {
  seq: 'INTEGER',
  adoptedAt: 'TEXT',
  body: 'TEXT',
}
