import type { Generated } from 'kysely'
import type { AccountId } from '../../shared/accounts/accounts'

/** What was found about backups and about the store itself, and the drills. */
interface BackupRunsTable {
  seq: Generated<number>
  kind: 'check' | 'drill' | 'damage'
  at: string
  /** Null for a check of the store itself. */
  backupId: string | null
  good: 0 | 1
  /** In words, without the name of any person. */
  finding: string
  ms: number
  accountId: AccountId
}
const backupRunsColumns: Record<keyof BackupRunsTable, 'TEXT' | 'INTEGER'> = {
  seq: 'INTEGER',
  kind: 'TEXT',
  at: 'TEXT',
  backupId: 'TEXT',
  good: 'INTEGER',
  finding: 'TEXT',
  ms: 'INTEGER',
  accountId: 'TEXT',
}

/** One row. */
interface BackupSettingsTable {
  id: number
  /** BackupSettings as JSON. */
  settings: string
}
const backupSettingsColumns: Record<keyof BackupSettingsTable, 'TEXT' | 'INTEGER'> = { id: 'INTEGER', settings: 'TEXT' }

/** What the feature keeps, by the names of its tables. */
export interface BackupsTables {
  backupRuns: BackupRunsTable
  backupSettings: BackupSettingsTable
}
export const backupsTables = { backupRuns: backupRunsColumns, backupSettings: backupSettingsColumns }
