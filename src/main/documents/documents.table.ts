import type { AccountId } from '../../shared/accounts/accounts'
import type { TemplateForm } from '../../shared/documents/templates'

export interface PaperTemplatesTable {
  form: TemplateForm
  version: number
  /** The name of its file; empty where the unit went back to the one that ships. */
  name: string
  /** The Word file; null for the one that ships. */
  content: Uint8Array | null
  changedAt: string
  changedBy: AccountId
  reason: string
}

const paperTemplatesColumns: Record<keyof PaperTemplatesTable, 'TEXT' | 'INTEGER' | 'BLOB'> = {
  form: 'TEXT',
  version: 'INTEGER',
  name: 'TEXT',
  content: 'BLOB',
  changedAt: 'TEXT',
  changedBy: 'TEXT',
  reason: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface DocumentsTables {
  paperTemplates: PaperTemplatesTable
}
export const documentsTables = {
  paperTemplates: paperTemplatesColumns,
}
