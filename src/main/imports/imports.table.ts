import type { AccountId } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import type { BatchId, Fate, ItemState, PhotoState, Taking } from '../../shared/imports/imports'
import type { PictureKind } from '../../shared/photos/photos'

/** One import: while it is staged its owner's alone, afterwards the record of what was brought in. */
export interface ImportBatchesTable {
  id: BatchId
  byId: AccountId
  /** reading: being read; what an interruption leaves of it is deleted. */
  state: 'reading' | 'staged' | 'confirmed' | 'undone'
  stagedAt: string
  source: string
  files: number
  people: number
  /** Files in the folders that are of no kind to import. */
  ignored: number
  confirmedAt: string | null
  added: number
  changed: number
  undoneAt: string | null
  undoneById: AccountId | null
}

/** A file as it was read. It stays with the batch. */
export interface ImportFilesTable {
  batchId: BatchId
  place: number
  name: string
  bytes: number
  /** Hex; null when it was not read whole. */
  sha256: string | null
  people: number
  failure: string | null
  /** JSON array of ImportWarning. */
  warnings: string
}

/** A person laid aside until the batch is confirmed or discarded. */
export interface ImportItemsTable {
  batchId: BatchId
  place: number
  name: string
  sex: '男' | '女' | null
  birth: string | null
  /** The number by which people are told apart; null without one. */
  idKey: string | null
  currentPost: string
  filledOn: string | null
  fileName: string
  unitName: string
  /** Whether the file itself names the unit, or only its folder. */
  unitFrom: 'file' | 'folder'
  /** JSON of what the file brought: { fields, details, only }. */
  record: string
  /** JSON array of ImportWarning. */
  warnings: string
  warningCount: number
  state: ItemState
  fate: Fate | null
  /** The file that it is merged into, and that file's revision when the two were compared. */
  cadreId: CadreId | null
  cadreRevision: number | null
  duplicateOf: number | null
  taking: Taking
  /** JSON array of the keys taken one by one; null while `taking` decides. */
  keys: string | null
  changes: number
  taken: number
  photo: PhotoState
  photoTaken: number
}

/** A staged person's photo; once confirmed, nothing of it stays here. */
export interface ImportPhotosTable {
  batchId: BatchId
  place: number
  kind: PictureKind
  /** SHA-256 of the bytes, as photos are told apart in the store. */
  sha256: string
  bytesKey: number
}

/** What becomes of a unit's name; after confirming only units that the batch created stay. */
export interface ImportUnitsTable {
  batchId: BatchId
  name: string
  choice: 'unit' | 'create' | 'none'
  /** The unit chosen, or the id of the one to be created. */
  unitId: string | null
  parentId: string | null
  /** The name that the new unit gets. */
  newName: string
}

/** A sheet that waits for its columns. */
export interface ImportSheetsTable {
  batchId: BatchId
  place: number
  filePlace: number
  fileName: string
  folder: string
  sheet: string
  /** JSON of ImportedTable. */
  grid: string
}

/** Columns that were chosen for a header, by its signature; they hold for every account. */
export interface RosterColumnsTable {
  signature: string
  /** JSON array of targets and nulls. */
  columns: string
  setAt: string
}

type Kinds = 'TEXT' | 'INTEGER'
const importBatchesColumns: Record<keyof ImportBatchesTable, Kinds> = {
  id: 'TEXT',
  byId: 'TEXT',
  state: 'TEXT',
  stagedAt: 'TEXT',
  source: 'TEXT',
  files: 'INTEGER',
  people: 'INTEGER',
  ignored: 'INTEGER',
  confirmedAt: 'TEXT',
  added: 'INTEGER',
  changed: 'INTEGER',
  undoneAt: 'TEXT',
  undoneById: 'TEXT',
}
const importFilesColumns: Record<keyof ImportFilesTable, Kinds> = {
  batchId: 'TEXT',
  place: 'INTEGER',
  name: 'TEXT',
  bytes: 'INTEGER',
  sha256: 'TEXT',
  people: 'INTEGER',
  failure: 'TEXT',
  warnings: 'TEXT',
}
export const importItemsColumns: Record<keyof ImportItemsTable, Kinds> = {
  batchId: 'TEXT',
  place: 'INTEGER',
  name: 'TEXT',
  sex: 'TEXT',
  birth: 'TEXT',
  idKey: 'TEXT',
  currentPost: 'TEXT',
  filledOn: 'TEXT',
  fileName: 'TEXT',
  unitName: 'TEXT',
  unitFrom: 'TEXT',
  record: 'TEXT',
  warnings: 'TEXT',
  warningCount: 'INTEGER',
  state: 'TEXT',
  fate: 'TEXT',
  cadreId: 'TEXT',
  cadreRevision: 'INTEGER',
  duplicateOf: 'INTEGER',
  taking: 'TEXT',
  keys: 'TEXT',
  changes: 'INTEGER',
  taken: 'INTEGER',
  photo: 'TEXT',
  photoTaken: 'INTEGER',
}
export const importPhotosColumns: Record<keyof ImportPhotosTable, Kinds> = {
  batchId: 'TEXT',
  place: 'INTEGER',
  kind: 'TEXT',
  sha256: 'TEXT',
  bytesKey: 'INTEGER',
}
const importUnitsColumns: Record<keyof ImportUnitsTable, Kinds> = {
  batchId: 'TEXT',
  name: 'TEXT',
  choice: 'TEXT',
  unitId: 'TEXT',
  parentId: 'TEXT',
  newName: 'TEXT',
}
const importSheetsColumns: Record<keyof ImportSheetsTable, Kinds> = {
  batchId: 'TEXT',
  place: 'INTEGER',
  filePlace: 'INTEGER',
  fileName: 'TEXT',
  folder: 'TEXT',
  sheet: 'TEXT',
  grid: 'TEXT',
}
const rosterColumnsColumns: Record<keyof RosterColumnsTable, Kinds> = {
  signature: 'TEXT',
  columns: 'TEXT',
  setAt: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface ImportsTables {
  importBatches: ImportBatchesTable
  importFiles: ImportFilesTable
  importItems: ImportItemsTable
  importPhotos: ImportPhotosTable
  importSheets: ImportSheetsTable
  importUnits: ImportUnitsTable
  rosterColumns: RosterColumnsTable
}
export const importsTables = {
  importBatches: importBatchesColumns,
  importFiles: importFilesColumns,
  importItems: importItemsColumns,
  importPhotos: importPhotosColumns,
  importSheets: importSheetsColumns,
  importUnits: importUnitsColumns,
  rosterColumns: rosterColumnsColumns,
}
