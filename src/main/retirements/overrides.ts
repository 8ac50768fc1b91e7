import { sql } from 'kysely'
import type { CadreId } from '../../shared/cadres/cadres'
import type { RetirementOverride } from '../../shared/cadres/retirement.rules'
import { prepared } from '../store/prepared'
import type { Reads, Writes } from '../store/schema'

const newest = prepared({ key: 'INTEGER' }, (db, { key }: { key: number }) =>
  db
    .selectFrom('retirementDecisions')
    .select(['month', 'reason'])
    .where('cadreKey', '=', key)
    .orderBy('version', 'desc')
    .limit(1),
)

/** What the organisation decided, while a file is written. */
export async function overrideOf(db: Writes, key: number): Promise<RetirementOverride | undefined> {
  const [decision] = await newest(db, { key })
  return decision && decision.month !== null ? { month: decision.month, reason: decision.reason } : undefined
}

/** The same for many at once, such as the people of a roster; nobody without a decision is in it. */
export async function overridesOf(
  db: Reads,
  keys: readonly number[],
): Promise<ReadonlyMap<number, RetirementOverride>> {
  const rows = await db
    .selectFrom('retirementDecisions')
    .select(['cadreKey', 'month', 'reason'])
    .where('cadreKey', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(keys)}))`)
    .orderBy('version')
    .execute()
  const found = new Map<number, RetirementOverride>()
  for (const { cadreKey, month, reason } of rows)
    if (month === null) found.delete(cadreKey)
    else found.set(cadreKey, { month, reason })
  return found
}

/** The same for a person who is looked at. @param by as it stood at an instant; now without it */
export async function overrideFor(db: Reads, cadreId: CadreId, by?: string): Promise<RetirementOverride | undefined> {
  let decisions = db
    .selectFrom('retirementDecisions')
    .innerJoin('cadres', 'cadres.key', 'retirementDecisions.cadreKey')
    .select(['month', 'reason'])
    .where('cadres.id', '=', cadreId)
  if (by !== undefined) decisions = decisions.where('at', '<=', by)
  const decision = await decisions.orderBy('version', 'desc').limit(1).executeTakeFirst()
  return decision && decision.month !== null ? { month: decision.month, reason: decision.reason } : undefined
}
