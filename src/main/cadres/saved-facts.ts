import type { Cadre } from '../../shared/cadres/cadres'
import { eventsOf, factsOf } from '../../shared/cadres/facts.rules'
import { overrideOf } from '../retirements/overrides'
import { prepared } from '../store/prepared'
import type { Writes } from '../store/schema'
import { type CadreEventsTable, type CadreFactsTable, cadreEventsColumns, cadreFactsColumns } from './facts.table'

const upsertFacts = prepared(cadreFactsColumns, (db, row: CadreFactsTable) => {
  const { key: _key, trashed: _trashed, ...facts } = row
  return db
    .insertInto('cadreFacts')
    .values(row)
    .onConflict(conflict => conflict.column('key').doUpdateSet(facts))
})
const deleteEvents = prepared({ key: 'INTEGER' }, (db, { key }: { key: number }) =>
  db.deleteFrom('cadreEvents').where('key', '=', key),
)
const insertEvent = prepared(cadreEventsColumns, (db, row: CadreEventsTable) =>
  db.insertInto('cadreEvents').values(row),
)

/** Writes what queries and orders need of a file. Whether it lies in the trash is left as it is. A new file has nothing to be replaced. */
export async function saveFacts(db: Writes, key: number, cadre: Cadre, isNew = false): Promise<void> {
  // Nobody has decided anything about somebody new.
  const override = isNew ? undefined : await overrideOf(db, key)
  await upsertFacts(db, { key, ...factsOf(cadre, override), trashed: 0 })
  if (!isNew) await deleteEvents(db, { key })
  for (const event of eventsOf(cadre)) await insertEvent(db, { key, ...event })
}
