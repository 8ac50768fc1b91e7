import { sql } from 'kysely'
import type { CadreId } from '../../shared/cadres/cadres'
import type { Writes } from '../store/schema'

const listed = (ids: readonly string[]) => sql<never>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** Rows of one table from one person to another. @returns the ids of those that were given */
async function move(
  db: Writes,
  table: 'lifeEvents' | 'careRecords' | 'careEntries',
  from: CadreId,
  to: CadreId,
  only?: readonly string[],
): Promise<readonly string[]> {
  const keyOf = (id: CadreId) => db.selectFrom('cadres').select('key').where('id', '=', id).executeTakeFirstOrThrow()
  const [{ key: source }, { key: target }] = [await keyOf(from), await keyOf(to)]
  let moving = db.selectFrom(table).select('id').where('cadreKey', '=', source)
  if (only) moving = moving.where('id', 'in', listed(only))
  const ids = (await moving.execute()).map(({ id }): string => id)
  if (ids.length > 0) await db.updateTable(table).set({ cadreKey: target }).where('id', 'in', listed(ids)).execute()
  return ids
}

/** What happened in a life and what was done follows the person when two files become one. */
export const moveEvents = (db: Writes, from: CadreId, to: CadreId, only?: readonly string[]) =>
  move(db, 'lifeEvents', from, to, only)
export const moveRecords = (db: Writes, from: CadreId, to: CadreId, only?: readonly string[]) =>
  move(db, 'careRecords', from, to, only)
export const moveEntries = (db: Writes, from: CadreId, to: CadreId, only?: readonly string[]) =>
  move(db, 'careEntries', from, to, only)
