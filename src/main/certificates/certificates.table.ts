import type { AccountId } from '../../shared/accounts/accounts'
import type { BatchId, CertificateOf, TemplateKey } from '../../shared/certificates/certificates'

interface TemplatesTable {
  key: TemplateKey
  /** TemplateFacts as JSON. */
  facts: string
  byId: AccountId
  at: string
  revision: number
}
const templatesColumns: Record<keyof TemplatesTable, 'TEXT' | 'INTEGER'> = {
  key: 'TEXT',
  facts: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}
interface OffsetsTable {
  template: TemplateKey
  printer: string
  x: number
  y: number
}
const offsetsColumns: Record<keyof OffsetsTable, 'TEXT' | 'REAL'> = {
  template: 'TEXT',
  printer: 'TEXT',
  x: 'REAL',
  y: 'REAL',
}
interface BatchesTable {
  id: BatchId
  source: CertificateOf
  template: string
  series: string
  first: number
  count: number
  gap: string
  withdrawn: string | null
  byId: AccountId
  at: string
  revision: number
}
const batchesColumns: Record<keyof BatchesTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  source: 'TEXT',
  template: 'TEXT',
  series: 'TEXT',
  first: 'INTEGER',
  count: 'INTEGER',
  gap: 'TEXT',
  withdrawn: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}
interface NumbersTable {
  batchId: BatchId
  series: string
  number: number
  /** What the source keeps the certificate under. */
  subject: string
  /** The number in words, as it stands on paper. */
  words: string
  printed: 0 | 1
}
const numbersColumns: Record<keyof NumbersTable, 'TEXT' | 'INTEGER'> = {
  batchId: 'TEXT',
  series: 'TEXT',
  number: 'INTEGER',
  subject: 'TEXT',
  words: 'TEXT',
  printed: 'INTEGER',
}

/** What the feature keeps, by the names of its tables. */
export interface CertificatesTables {
  certificateTemplates: TemplatesTable
  certificateOffsets: OffsetsTable
  certificateBatches: BatchesTable
  certificateNumbers: NumbersTable
}
export const certificatesTables = {
  certificateTemplates: templatesColumns,
  certificateOffsets: offsetsColumns,
  certificateBatches: batchesColumns,
  certificateNumbers: numbersColumns,
}
