import type { AccountId } from '../../shared/accounts/accounts'
import { CareMeasure, type VersionedCareMeasure } from '../../shared/care-measures/care-measures'
import { shippedMeasure } from '../../shared/care-measures/care-measures.rules'
import { type CareMeasureKey, shippedCareMeasures } from '../../shared/care-measures/measures.data'
import type { Reads, Writes } from '../store/schema'

/** Every measure in its newest version, in the order of the catalogue. */
export async function current(db: Reads): Promise<VersionedCareMeasure[]> {
  const measures = new Map(shippedCareMeasures.map(measure => [measure.key, shippedMeasure(measure)]))
  const rows = await db.selectFrom('careMeasures').select(['key', 'body', 'version']).orderBy('version').execute()
  for (const { key, body, version } of rows) measures.set(key, { ...CareMeasure.parse(JSON.parse(body)), version })
  return [...measures.values()]
}

/** How a measure came to be as it is, the newest first, without what ships. */
export async function versions(db: Reads, key: CareMeasureKey) {
  const rows = await db
    .selectFrom('careMeasures')
    .select(['body', 'version', 'changedAt', 'changedBy', 'reason'])
    .where('key', '=', key)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ body, version, ...row }) => ({
    measure: { ...CareMeasure.parse(JSON.parse(body)), version },
    ...row,
  }))
}

export async function put(
  db: Writes,
  { version, ...measure }: VersionedCareMeasure,
  by: { readonly id: AccountId; readonly at: string; readonly reason: string },
): Promise<void> {
  await db
    .insertInto('careMeasures')
    .values({
      key: measure.key,
      version,
      body: JSON.stringify(measure),
      changedAt: by.at,
      changedBy: by.id,
      reason: by.reason,
    })
    .execute()
}
