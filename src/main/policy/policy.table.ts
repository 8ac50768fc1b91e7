export interface PoliciesTable {
  id: string
  adoptedAt: string
  /** JSON of a SecurityPolicy. The newest row is in force; earlier ones are kept. */
  body: string
}

export const policiesColumns: Record<keyof PoliciesTable, 'TEXT'> = { id: 'TEXT', adoptedAt: 'TEXT', body: 'TEXT' }
