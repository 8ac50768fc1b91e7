import type { RestYear } from '../../shared/care-rules/care-facts'
import type { Day } from '../../shared/dates/add-months'
import { stampOf } from '../../shared/dates/stamps'
import { entitlementFacts } from '../entitlements/entitlements.repo'
import type { Reads } from '../store/schema'

/** What is left of a year is still asked for so many months into the next one. */
const LATE_MONTHS = 3

/** Units in which leave, or health checks, of a year or of the one before were entered for anybody; '' stands for people without a unit. */
async function keepers(db: Reads, year: number): Promise<{ leave: ReadonlySet<string>; checks: ReadonlySet<string> }> {
  const taken = await db
    .selectFrom('entitlementTakes')
    .innerJoin('cadres', 'cadres.key', 'entitlementTakes.cadreKey')
    .select('cadres.unitId')
    .distinct()
    .where('year', 'in', [year - 1, year])
    .where('kind', '=', '年休假')
    .execute()
  const checked = await db
    .selectFrom('entitlementYears')
    .innerJoin('cadres', 'cadres.key', 'entitlementYears.cadreKey')
    .select('cadres.unitId')
    .distinct()
    .where('year', 'in', [year - 1, year])
    .where('checkOn', 'is not', null)
    .execute()
  const units = (rows: readonly { unitId: string | null }[]) => new Set(rows.map(({ unitId }) => unitId ?? ''))
  return { leave: units(taken), checks: units(checked) }
}

/**
 * Leave and health checks by person, of this year and of the last one in its first months. A unit that has entered no leave in
 * two years does not keep it here, and none of its people is asked for; checks likewise.
 */
export async function restsOf(
  db: Reads,
  on: Day,
  unitOf: ReadonlyMap<number, string | null>,
): Promise<ReadonlyMap<number, readonly RestYear[]>> {
  const found = new Map<number, RestYear[]>()
  const [now, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))]
  for (const year of month <= LATE_MONTHS ? [now - 1, now] : [now]) {
    const { leave, checks } = await keepers(db, year)
    if (leave.size + checks.size === 0) continue
    const facts = await entitlementFacts(db, year)
    for (const [key, unitId] of unitOf) {
      const unit = unitId ?? ''
      const own = facts.get(key)
      if (own === undefined || !(leave.has(unit) || checks.has(unit))) continue
      const rest: RestYear = {
        year,
        entitled: leave.has(unit) ? own.leaveEntitled : null,
        taken: own.leaveTaken,
        keepsChecks: checks.has(unit),
        checkedOn: own.checkDoneOn === null ? null : stampOf(own.checkDoneOn),
      }
      found.set(key, [...(found.get(key) ?? []), rest])
    }
  }
  return found
}
