import type { CadreId } from '../../shared/cadres/cadres'
import { keyForPerson } from '../../shared/talk-rules/matters'
import type { Writes } from '../store/schema'
import { cadreKeys } from './interviews.repo'

/**
 * Talks follow their person when two files become one. A group talk in which both stood stays as it is. What was confirmed
 * keeps naming the file that it was confirmed with.
 * @returns ids of the talks
 */
export async function moveTo(
  db: Writes,
  from: CadreId,
  to: CadreId,
  only?: readonly string[],
): Promise<readonly string[]> {
  const keys = await cadreKeys(db, [from, to])
  const [fromKey = -1, toKey = -1] = [keys.get(from), keys.get(to)]
  const rows = await db
    .selectFrom('interviewPeople')
    .innerJoin('interviews', 'interviews.key', 'interviewPeople.interviewKey')
    .select(['interviews.key', 'interviews.id', 'interviews.dueKey'])
    .where('interviewPeople.cadreKey', '=', fromKey)
    .where('interviews.key', 'not in', where =>
      where.selectFrom('interviewPeople').select('interviewKey').where('cadreKey', '=', toKey),
    )
    .execute()
  const moving = rows.filter(({ id }) => only?.includes(id) ?? true)
  for (const { key, dueKey } of moving) {
    await db
      .updateTable('interviewPeople')
      .set({ cadreKey: toKey })
      .where('interviewKey', '=', key)
      .where('cadreKey', '=', fromKey)
      .execute()
    if (dueKey !== null)
      await db
        .updateTable('interviews')
        .set({ dueKey: keyForPerson(dueKey, fromKey, toKey) })
        .where('key', '=', key)
        .execute()
  }
  return moving.map(({ id }) => id)
}
