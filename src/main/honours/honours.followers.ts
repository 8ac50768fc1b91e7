import { sql } from 'kysely'
import type { CadreId } from '../../shared/cadres/cadres'
import type { HonourId } from '../../shared/honours/honours'
import type { Writes } from '../store/schema'

const keyOf = async (db: Writes, id: CadreId): Promise<number> =>
  (await db.selectFrom('cadres').select('key').where('id', '=', id).executeTakeFirstOrThrow()).key

/** Honours in teams follow the person too. A row is named by honour and place. @returns what was given */
export async function moveMemberships(db: Writes, from: CadreId, to: CadreId, only?: readonly string[]) {
  const [source, target] = [await keyOf(db, from), await keyOf(db, to)]
  const named = sql<string>`honour_id || ':' || position`
  let moving = db.selectFrom('honourMembers').select(named.as('id')).where('cadreKey', '=', source)
  if (only) moving = moving.where(named, 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(only)}))`)
  const ids = (await moving.execute()).map(({ id }) => id)
  if (ids.length > 0)
    await db
      .updateTable('honourMembers')
      .set({ cadreKey: target })
      .where(named, 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
      .execute()
  return ids
}

/** A person's honours follow when two files become one. @returns the ids of those that were given */
export async function moveTo(db: Writes, from: CadreId, to: CadreId, only?: readonly string[]) {
  const [source, target] = [await keyOf(db, from), await keyOf(db, to)]
  let moving = db.selectFrom('honours').select('id').where('cadreKey', '=', source)
  if (only) moving = moving.where('id', 'in', sql<HonourId>`(SELECT value FROM json_each(${JSON.stringify(only)}))`)
  const ids = (await moving.execute()).map(({ id }) => id)
  if (ids.length > 0)
    await db
      .updateTable('honours')
      .set({ cadreKey: target })
      .where('id', 'in', sql<HonourId>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
      .execute()
  return ids
}
