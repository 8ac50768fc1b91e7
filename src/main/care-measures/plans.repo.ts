import type { AccountId } from '../../shared/accounts/accounts'
import type { CarePlan } from '../../shared/care-measures/care-measures'
import type { CareMeasureKey } from '../../shared/care-measures/measures.data'
import type { Reads, Writes } from '../store/schema'

const columns = ['measureKey', 'target', 'countOf', 'goal', 'owner', 'dueOn', 'notes', 'settledOn', 'revision'] as const

/** The plans of a year, by measure. */
export async function ofYear(db: Reads, year: number): Promise<Map<CareMeasureKey, CarePlan>> {
  const rows = await db.selectFrom('careMeasurePlans').select(columns).where('year', '=', year).execute()
  return new Map(rows.map(({ measureKey, ...plan }) => [measureKey, plan]))
}

export async function put(
  db: Writes,
  of: { readonly key: CareMeasureKey; readonly year: number },
  plan: CarePlan,
  by: { readonly id: AccountId; readonly at: string },
): Promise<void> {
  const row = { ...plan, byId: by.id, at: by.at }
  await db
    .insertInto('careMeasurePlans')
    .values({ measureKey: of.key, year: of.year, ...row })
    .onConflict(conflict => conflict.columns(['measureKey', 'year']).doUpdateSet(row))
    .execute()
}

export async function remove(db: Writes, key: CareMeasureKey, year: number): Promise<void> {
  await db.deleteFrom('careMeasurePlans').where('measureKey', '=', key).where('year', '=', year).execute()
}
