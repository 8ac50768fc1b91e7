import type { AccountId } from '../../shared/accounts/accounts'
import type { AlbumId } from '../../shared/albums/albums'
import type { HonourId } from '../../shared/honours/honours'

interface AlbumsTable {
  id: AlbumId
  /** AlbumFacts as JSON. */
  facts: string
  removedFor: string | null
  byId: AccountId
  at: string
  revision: number
}
const albumsColumns: Record<keyof AlbumsTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  facts: 'TEXT',
  removedFor: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}
interface AlbumEntriesTable {
  albumId: AlbumId
  position: number
  honourId: HonourId
  /** The album's own words; null for those of the register. */
  text: string | null
}
const albumEntriesColumns: Record<keyof AlbumEntriesTable, 'TEXT' | 'INTEGER'> = {
  albumId: 'TEXT',
  position: 'INTEGER',
  honourId: 'TEXT',
  text: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface AlbumsTables {
  albums: AlbumsTable
  albumEntries: AlbumEntriesTable
}
export const albumsTables = { albums: albumsColumns, albumEntries: albumEntriesColumns }
