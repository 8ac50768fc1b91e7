import { sql } from 'kysely'
import type { CadreId } from '../../shared/cadres/cadres'
import { keyPair } from '../cadres/moving'
import type { Writes } from '../store/schema'

const mover =
  (table: 'medalDecisions' | 'medalAwards') =>
  async (db: Writes, from: CadreId, to: CadreId, only?: readonly string[]): Promise<readonly string[]> => {
    const [source, target] = await keyPair(db, from, to)
    const rows = await db.selectFrom(table).select('id').where('cadreKey', '=', source).execute()
    const ids = rows.map(({ id }) => id as string).filter(id => only?.includes(id) ?? true)
    if (ids.length > 0)
      await db
        .updateTable(table)
        .set({ cadreKey: target })
        .where('id', 'in', sql<never>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
        .execute()
    return ids
  }
/** Decisions and medals follow the person when two files become one. */
export const moveDecisions = mover('medalDecisions')
export const moveAwards = mover('medalAwards')

/** What was added to a file follows where nothing was added to the other one. It is named by the one row that there can be. */
export async function moveFacts(
  db: Writes,
  from: CadreId,
  to: CadreId,
  only?: readonly string[],
): Promise<readonly string[]> {
  const [source, target] = await keyPair(db, from, to)
  const find = (key: number) =>
    db.selectFrom('medalFacts').select('cadreKey').where('cadreKey', '=', key).executeTakeFirst()
  if ((only && only.length === 0) || !(await find(source)) || (await find(target))) return []
  await db.updateTable('medalFacts').set({ cadreKey: target }).where('cadreKey', '=', source).execute()
  return ['facts']
}
