import type { Cadre } from '../../shared/cadres/cadres'
import { prepared } from '../store/prepared'
import type { Writes } from '../store/schema'
import { type CadrePostsTable, cadrePostsColumns } from './cadres.table'

const deletePosts = prepared({ key: 'INTEGER' }, (db, { key }: { key: number }) =>
  db.deleteFrom('cadrePosts').where('key', '=', key),
)
const insertPost = prepared(cadrePostsColumns, (db, row: CadrePostsTable) => db.insertInto('cadrePosts').values(row))

/** Writes the posts in office of a file, which units and teams count. Posts at a unit outside the tree are not counted. */
export async function saveHeldPosts(db: Writes, key: number, { posts }: Cadre, isNew = false): Promise<void> {
  if (!isNew) await deletePosts(db, { key })
  for (const { unitId, title, role, memberKind, teamOrder, appointedOn, status } of posts)
    if (status === '在任' && unitId !== null)
      await insertPost(db, { key, unitId, title, role, memberKind, teamOrder, appointedOn })
}
