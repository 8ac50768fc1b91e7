export interface AuditLinesTable {
  seq: number
  epoch: number
  /** Canonical JSON of the line, see `store/audit.ts`. */
  body: string
  mac: Uint8Array
}

export interface AuditHeadTable {
  id: 1
  epoch: number
  seq: number
  key: Uint8Array
  mac: Uint8Array
  maxSeenMs: number
}

export interface AuditEpochsTable {
  epoch: number
  firstSeq: number
  /** JSON object: recipient id to the sealed first key of the epoch. */
  seals: string
  /** Ties this epoch to the last key of the one before; null for the first. */
  link: Uint8Array | null
}

export interface AuditCheckpointsTable {
  seq: number
  mac: Uint8Array
  tag: Uint8Array
  at: string
  auditorId: string
  note: string
}

type Kinds = 'TEXT' | 'INTEGER' | 'BLOB'
const auditLinesColumns: Record<keyof AuditLinesTable, Kinds> = {
  seq: 'INTEGER',
  epoch: 'INTEGER',
  body: 'TEXT',
  mac: 'BLOB',
}
const auditHeadColumns: Record<keyof AuditHeadTable, Kinds> = {
  id: 'INTEGER',
  epoch: 'INTEGER',
  seq: 'INTEGER',
  key: 'BLOB',
  mac: 'BLOB',
  maxSeenMs: 'INTEGER',
}
const auditEpochsColumns: Record<keyof AuditEpochsTable, Kinds> = {
  epoch: 'INTEGER',
  firstSeq: 'INTEGER',
  seals: 'TEXT',
  link: 'BLOB',
}
const auditCheckpointsColumns: Record<keyof AuditCheckpointsTable, Kinds> = {
  seq: 'INTEGER',
  mac: 'BLOB',
  tag: 'BLOB',
  at: 'TEXT',
  auditorId: 'TEXT',
  note: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface AuditTables {
  auditLines: AuditLinesTable
  auditHead: AuditHeadTable
  auditEpochs: AuditEpochsTable
  auditCheckpoints: AuditCheckpointsTable
}
export const auditTables = {
  auditLines: auditLinesColumns,
  auditHead: auditHeadColumns,
  auditEpochs: auditEpochsColumns,
  auditCheckpoints: auditCheckpointsColumns,
}
