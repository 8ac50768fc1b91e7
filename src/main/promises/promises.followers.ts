import type { CadreId } from '../../shared/cadres/cadres'
import { cadreKeys } from '../interviews/interviews.repo'
import type { Writes } from '../store/schema'

/** What was promised to a person follows them when two files become one. @returns ids of the promises */
export async function moveTo(
  db: Writes,
  from: CadreId,
  to: CadreId,
  only?: readonly string[],
): Promise<readonly string[]> {
  const keys = await cadreKeys(db, [from, to])
  const rows = await db
    .selectFrom('promises')
    .select('id')
    .where('cadreKey', '=', keys.get(from) ?? -1)
    .execute()
  const moving = rows.map(({ id }) => id).filter(id => only?.includes(id) ?? true)
  for (const id of moving)
    await db
      .updateTable('promises')
      .set({ cadreKey: keys.get(to) ?? -1 })
      .where('id', '=', id)
      .execute()
  return moving
}
