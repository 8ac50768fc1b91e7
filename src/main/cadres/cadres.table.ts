import type { Generated } from 'kysely'
import type { AccountId } from '../../shared/accounts/accounts'
import type { CadreId, CadreStatus } from '../../shared/cadres/cadres'

/** What lists, sorting and queries need stands in columns; all are made from the file by one function. */
export interface CadresTable {
  /** The person within this store: small, never reused while the file stands, the rowid of the search index. */
  key: Generated<number>
  id: CadreId
  name: string
  /** The name as it is compared: without spaces and middle dots. */
  nameKey: string
  pinyin: string
  initials: string
  sex: '男' | '女' | null
  birth: string | null
  nation: string
  nativePlace: string
  workStart: string | null
  partyJoined: string | null
  idNumber: string
  /** The ID number as it is compared, with 18 characters; null when it is none. */
  idKey: string | null
  unitId: string | null
  unitOrder: number
  postLevel: string
  postLevelSince: string | null
  currentPost: string
  currentPostSince: string | null
  rank: string
  rankSince: string | null
  status: CadreStatus
  revision: number
  trashedAt: string | null
}

/** The whole file, apart from the row that lists read. */
export interface CadreFilesTable {
  key: number
  /** JSON of a Cadre. */
  file: string
}

export interface CadreChangesTable {
  seq: Generated<number>
  id: string
  cadreId: CadreId
  batchId: string | null
  at: string
  byId: AccountId
  kind: 'add' | 'change' | 'photo' | 'merge' | 'import' | 'undo' | 'trash' | 'restore'
  reason: string
  /** JSON array of StepChange. */
  changes: string
  /** The step that this one has undone. */
  undoes: string | null
}

/** The search index, a row's rowid being the person's key; its text columns hold characters with spaces between them. */
export interface CadreSearchTable {
  rowid: number
  name: string
  pinyin: string
  post: string
  unit: string
  idNumber: string
}

/** One line a post in office at a unit of the tree, made from the file. */
export interface CadrePostsTable {
  key: number
  unitId: string
  title: string
  role: '主职' | '兼职'
  memberKind: string
  teamOrder: number | null
  appointedOn: string | null
}

type Kinds = 'TEXT' | 'INTEGER' | ''
export const cadresColumns: Record<keyof CadresTable, Kinds> = {
  key: 'INTEGER',
  id: 'TEXT',
  name: 'TEXT',
  nameKey: 'TEXT',
  pinyin: 'TEXT',
  initials: 'TEXT',
  sex: 'TEXT',
  birth: 'TEXT',
  nation: 'TEXT',
  nativePlace: 'TEXT',
  workStart: 'TEXT',
  partyJoined: 'TEXT',
  idNumber: 'TEXT',
  idKey: 'TEXT',
  unitId: 'TEXT',
  unitOrder: 'INTEGER',
  postLevel: 'TEXT',
  postLevelSince: 'TEXT',
  currentPost: 'TEXT',
  currentPostSince: 'TEXT',
  rank: 'TEXT',
  rankSince: 'TEXT',
  status: 'TEXT',
  revision: 'INTEGER',
  trashedAt: 'TEXT',
}
export const cadreFilesColumns: Record<keyof CadreFilesTable, Kinds> = { key: 'INTEGER', file: 'TEXT' }
export const cadrePostsColumns: Record<keyof CadrePostsTable, Kinds> = {
  key: 'INTEGER',
  unitId: 'TEXT',
  title: 'TEXT',
  role: 'TEXT',
  memberKind: 'TEXT',
  teamOrder: 'INTEGER',
  appointedOn: 'TEXT',
}
export const cadreChangesColumns: Record<keyof CadreChangesTable, Kinds> = {
  seq: 'INTEGER',
  id: 'TEXT',
  cadreId: 'TEXT',
  batchId: 'TEXT',
  at: 'TEXT',
  byId: 'TEXT',
  kind: 'TEXT',
  reason: 'TEXT',
  changes: 'TEXT',
  undoes: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface CadresTables {
  cadres: CadresTable
  cadreFiles: CadreFilesTable
  cadreChanges: CadreChangesTable
  cadreSearch: CadreSearchTable
  cadrePosts: CadrePostsTable
}
export const cadresTables = {
  cadres: cadresColumns,
  cadreFiles: cadreFilesColumns,
  cadreChanges: cadreChangesColumns,
  cadrePosts: cadrePostsColumns,
}
