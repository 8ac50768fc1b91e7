import type { Scope } from '../../shared/accounts/accounts'
import type { BoardUnit } from '../../shared/grassroots/facilities'
import { sideOf } from '../../shared/grassroots/sides.rules'
import type { UnitId } from '../../shared/units/units'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'

/** Units within the scope in the order of the tree, without mere groups. */
export async function boardUnits(db: Reads, scope: Scope): Promise<BoardUnit[]> {
  const rows = await db.selectFrom('unitFacts').select(['unitId', 'kind', 'nature']).execute()
  const facts = new Map(rows.map(row => [row.unitId, row]))
  return (await listWithin(db, scope)).flatMap(({ id, name }) => {
    const known = facts.get(id)
    return known?.kind === '机构分组' ? [] : [{ id, name, side: sideOf(known?.nature ?? '') }]
  })
}

/** Whether anything of the grass roots was recorded of a unit, which then cannot be deleted. */
export async function isRecorded(db: Reads, unitId: UnitId): Promise<boolean> {
  const found = await Promise.all([
    db.selectFrom('facilities').select('unitId').where('unitId', '=', unitId).limit(1).executeTakeFirst(),
    db.selectFrom('burdenUnits').select('unitId').where('unitId', '=', unitId).limit(1).executeTakeFirst(),
    db.selectFrom('payFigures').select('unitId').where('unitId', '=', unitId).limit(1).executeTakeFirst(),
  ])
  return found.some(row => row !== undefined)
}
