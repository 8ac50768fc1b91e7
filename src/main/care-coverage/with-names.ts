import { sql } from 'kysely'
import type { CaredPerson } from '../../shared/care-coverage/care-coverage.contract'
import { dayOf } from '../../shared/dates/stamps'
import type { Reads } from '../store/schema'

/** People of a list with their names, in its order. */
export async function withNames(
  db: Reads,
  page: readonly { readonly key: number; readonly lastOn: number | null; readonly duty?: string }[],
): Promise<CaredPerson[]> {
  const keys = JSON.stringify(page.map(({ key }) => key))
  const rows = await db
    .selectFrom('cadres')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .select(['cadres.key', 'cadres.id', 'cadres.name', 'cadres.currentPost', 'units.name as unitName'])
    .where('cadres.key', 'in', sql<never>`(SELECT value FROM json_each(${keys}))`)
    .execute()
  const people = new Map(rows.map(row => [row.key, row]))
  return page.flatMap(({ key, lastOn, duty = '' }) => {
    const person = people.get(key)
    if (!person) return []
    return {
      cadreId: person.id,
      name: person.name,
      post: person.currentPost,
      unitName: person.unitName ?? '',
      lastOn: lastOn === null ? null : dayOf(lastOn),
      duty,
    }
  })
}
