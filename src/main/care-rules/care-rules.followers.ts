import type { CadreId } from '../../shared/cadres/cadres'
import { careKeyForPerson } from '../../shared/care-rules/matters'
import { cadreKeys } from '../interviews/interviews.repo'
import type { Writes } from '../store/schema'

/**
 * What was waived stays waived for the person under the file that is kept, and records go on settling what they settled.
 * @returns the keys by which the waivers now go
 */
export async function moveWaivers(
  db: Writes,
  from: CadreId,
  to: CadreId,
  only?: readonly string[],
): Promise<readonly string[]> {
  const keys = await cadreKeys(db, [from, to])
  const [fromKey = -1, toKey = -1] = [keys.get(from), keys.get(to)]
  const rows = await db.selectFrom('careWaivers').select('dueKey').where('cadreKey', '=', fromKey).execute()
  const moved: string[] = []
  for (const { dueKey } of rows) {
    if (only && !only.includes(dueKey)) continue
    const next = careKeyForPerson(dueKey, fromKey, toKey)
    const known = await db.selectFrom('careWaivers').select('dueKey').where('dueKey', '=', next).executeTakeFirst()
    if (known) continue
    await db.updateTable('careWaivers').set({ dueKey: next, cadreKey: toKey }).where('dueKey', '=', dueKey).execute()
    moved.push(next)
  }
  return moved
}
