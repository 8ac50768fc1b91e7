import type { Generated } from 'kysely'
import type { CadreId } from '../../shared/cadres/cadres'
import type { PhotoId, PictureKind } from '../../shared/photos/photos'

/** Every portrait that a person has had. */
export interface PhotosTable {
  id: PhotoId
  cadreId: CadreId
  kind: PictureKind
  /** SHA-256 of the bytes: the same picture is kept once. */
  sha256: string
  /** 1 for the one that is shown. */
  shown: 0 | 1
  bytesKey: number
}

/** Pictures as they came, of people and of what lies staged. Bytes never change, and go with the last row that names them. */
export interface PhotoBytesTable {
  key: Generated<number>
  bytes: Uint8Array
}

export const photosColumns: Record<keyof PhotosTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  cadreId: 'TEXT',
  kind: 'TEXT',
  sha256: 'TEXT',
  shown: 'INTEGER',
  bytesKey: 'INTEGER',
}
const photoBytesColumns: Record<keyof PhotoBytesTable, 'INTEGER' | 'BLOB'> = { key: 'INTEGER', bytes: 'BLOB' }

/** What the feature keeps, by the names of its tables. */
export interface PhotosTables {
  photos: PhotosTable
  photoBytes: PhotoBytesTable
}
export const photosTables = {
  photos: photosColumns,
  photoBytes: photoBytesColumns,
}
