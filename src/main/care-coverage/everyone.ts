import type { Scope } from '../../shared/accounts/accounts'
import type { CadreStatus } from '../../shared/cadres/cadres'
import type { CareWhom } from '../../shared/care-coverage/care-coverage.contract'
import { seenUnits } from '../cadres/cadres.repo'
import type { Reads } from '../store/schema'
import { inService } from '../talk-rules/due.repo'
import { listWithin } from '../units/units.repo'

const statuses: Record<CareWhom, readonly CadreStatus[]> = { 在职: inService, 退休: ['退休'] }

/** Everyone of a kind within the scope and below a unit: key, unit and level. */
export async function everyone(db: Reads, scope: Scope, unitId: string | null, whom: CareWhom) {
  const seen = await seenUnits(db, scope)
  const below = unitId === null ? null : (await listWithin(db, [unitId])).map(({ id }) => id)
  const units = below === null ? seen : seen === null ? below : below.filter(id => seen.includes(id))
  const all = db
    .selectFrom('cadreFacts')
    .select(['key', 'unitId', 'level'])
    .where('trashed', '=', 0)
    .where('status', 'in', statuses[whom])
  return (units === null ? all : all.where('unitId', 'in', units.length > 0 ? units : [''])).execute()
}
export type People = Awaited<ReturnType<typeof everyone>>
