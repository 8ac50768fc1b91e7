import type { CadreId } from '../../shared/cadres/cadres'
import { keyForPerson } from '../../shared/talk-rules/matters'
import { cadreKeys } from '../interviews/interviews.repo'
import type { Writes } from '../store/schema'

/** What made a talk due follows the person when two files become one. @returns ids of the occasions */
export async function moveOccasions(
  db: Writes,
  from: CadreId,
  to: CadreId,
  only?: readonly string[],
): Promise<readonly string[]> {
  const keys = await cadreKeys(db, [from, to])
  const rows = await db
    .selectFrom('talkOccasions')
    .select('id')
    .where('cadreKey', '=', keys.get(from) ?? -1)
    .execute()
  const moving = rows.map(({ id }) => id).filter(id => only?.includes(id) ?? true)
  for (const id of moving)
    await db
      .updateTable('talkOccasions')
      .set({ cadreKey: keys.get(to) ?? -1 })
      .where('id', '=', id)
      .execute()
  return moving
}

/** What was waived stays waived for the person under the file that is kept. @returns the keys by which the waivers now go */
export async function moveWaivers(
  db: Writes,
  from: CadreId,
  to: CadreId,
  only?: readonly string[],
): Promise<readonly string[]> {
  const keys = await cadreKeys(db, [from, to])
  const [fromKey = -1, toKey = -1] = [keys.get(from), keys.get(to)]
  const rows = await db.selectFrom('talkWaivers').select('dueKey').where('cadreKey', '=', fromKey).execute()
  const moved: string[] = []
  for (const { dueKey } of rows) {
    if (only && !only.includes(dueKey)) continue
    const next = keyForPerson(dueKey, fromKey, toKey)
    const known = await db.selectFrom('talkWaivers').select('dueKey').where('dueKey', '=', next).executeTakeFirst()
    if (known) continue
    await db.updateTable('talkWaivers').set({ dueKey: next, cadreKey: toKey }).where('dueKey', '=', dueKey).execute()
    moved.push(next)
  }
  return moved
}
