import type { Generated } from 'kysely'
import type { AccountId } from '../../shared/accounts/accounts'
import type { Recording, SoundId } from '../../shared/sound/sound'

export interface SoundRecordingsTable {
  key: Generated<number>
  id: SoundId
  interviewKey: number
  state: Recording['state']
  offsetMs: number
  durationMs: number
  pieces: number
  hash: string
  beganAt: string
  endedAt: string
  byId: AccountId
}

export interface SoundPiecesTable {
  recordingKey: number
  seq: number
  ms: number
  clusterAt: number | null
  clusterMs: number | null
  peaks: Uint8Array
  sha256: Uint8Array
  bytes: Uint8Array
}

const soundRecordingsColumns: Record<keyof SoundRecordingsTable, 'TEXT' | 'INTEGER'> = {
  key: 'INTEGER',
  id: 'TEXT',
  interviewKey: 'INTEGER',
  state: 'TEXT',
  offsetMs: 'INTEGER',
  durationMs: 'INTEGER',
  pieces: 'INTEGER',
  hash: 'TEXT',
  beganAt: 'TEXT',
  endedAt: 'TEXT',
  byId: 'TEXT',
}

const soundPiecesColumns: Record<keyof SoundPiecesTable, 'INTEGER' | 'BLOB'> = {
  recordingKey: 'INTEGER',
  seq: 'INTEGER',
  ms: 'INTEGER',
  clusterAt: 'INTEGER',
  clusterMs: 'INTEGER',
  peaks: 'BLOB',
  sha256: 'BLOB',
  bytes: 'BLOB',
}

/** What the feature keeps, by the names of its tables. */
export interface SoundTables {
  soundRecordings: SoundRecordingsTable
  soundPieces: SoundPiecesTable
}
export const soundTables = {
  soundRecordings: soundRecordingsColumns,
  soundPieces: soundPiecesColumns,
}
