import type { CadreId } from '../../shared/cadres/cadres'
import type { PhotoId, PictureKind } from '../../shared/photos/photos'

/** Every portrait that a person has had. Bytes never change. */
export interface PhotosTable {
  id: PhotoId
  cadreId: CadreId
  kind: PictureKind
  /** SHA-256 of the bytes: the same picture is kept once. */
  sha256: string
  /** 1 for the one that is shown. */
  shown: 0 | 1
  bytes: Uint8Array
}

export const photosColumns: Record<keyof PhotosTable, 'TEXT' | 'INTEGER' | 'BLOB'> = {
  id: 'TEXT',
  cadreId: 'TEXT',
  kind: 'TEXT',
  sha256: 'TEXT',
  shown: 'INTEGER',
  bytes: 'BLOB',
}
