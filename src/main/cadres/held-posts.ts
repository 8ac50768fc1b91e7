import type { Cadre } from '../../shared/cadres/cadres'
import type { Writes } from '../store/schema'

/** Writes the posts in office of a file, which units and teams count. Posts at a unit outside the tree are not counted. */
export async function saveHeldPosts(db: Writes, key: number, { posts }: Cadre): Promise<void> {
  await db.deleteFrom('cadrePosts').where('key', '=', key).execute()
  const held = posts.flatMap(({ unitId, title, role, memberKind, teamOrder, appointedOn, status }) =>
    status === '在任' && unitId !== null ? [{ key, unitId, title, role, memberKind, teamOrder, appointedOn }] : [],
  )
  if (held.length > 0) await db.insertInto('cadrePosts').values(held).execute()
}
