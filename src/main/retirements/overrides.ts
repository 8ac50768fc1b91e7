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

/** The same for a person who is looked at. */
export async function overrideFor(db: Reads, cadreId: CadreId): Promise<RetirementOverride | undefined> {
  const decision = await db
    .selectFrom('retirementDecisions')
    .innerJoin('cadres', 'cadres.key', 'retirementDecisions.cadreKey')
    .select(['month', 'reason'])
    .where('cadres.id', '=', cadreId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return decision && decision.month !== null ? { month: decision.month, reason: decision.reason } : undefined
}
