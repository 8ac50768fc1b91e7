import { sql } from 'kysely'
import type { CadreId } from '../../shared/cadres/cadres'
import { keyPair } from '../cadres/moving'
import type { Writes } from '../store/schema'

/** Honours in teams follow the person too. A row is named by honour and place. @returns what was given */
export async function moveMemberships(db: Writes, from: CadreId, to: CadreId, only?: readonly string[]) {
  const [source, target] = await keyPair(db, from, to)
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

/** What was said of a suggestion follows where nothing is said of the same one for the other file. A row is named by year and kind. */
export async function moveDeclined(db: Writes, from: CadreId, to: CadreId, only?: readonly string[]) {
  const [source, target] = await keyPair(db, from, to)
  const named = sql<string>`year || ':' || kind`
  let moving = db
    .updateTable('honourDeclined')
    .set({ cadreKey: target })
    .where('cadreKey', '=', source)
    .where(sql<boolean>`${named} NOT IN (SELECT ${named} FROM honour_declined WHERE cadre_key = ${target})`)
  if (only) moving = moving.where(named, 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(only)}))`)
  return (await moving.returning(named.as('id')).execute()).map(({ id }) => id)
}
