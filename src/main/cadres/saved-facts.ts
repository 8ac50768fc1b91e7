import type { Cadre } from '../../shared/cadres/cadres'
import { eventsOf, factsOf } from '../../shared/cadres/facts.rules'
import type { Writes } from '../store/schema'

/** Writes what queries and orders need of a file. Whether it lies in the trash is left as it is. */
export async function saveFacts(db: Writes, key: number, cadre: Cadre): Promise<void> {
  const facts = factsOf(cadre)
  await db
    .insertInto('cadreFacts')
    .values({ key, ...facts, trashed: 0 })
    .onConflict(conflict => conflict.column('key').doUpdateSet(facts))
    .execute()
  await db.deleteFrom('cadreEvents').where('key', '=', key).execute()
  const events = eventsOf(cadre).map(event => ({ key, ...event }))
  if (events.length > 0) await db.insertInto('cadreEvents').values(events).execute()
}
