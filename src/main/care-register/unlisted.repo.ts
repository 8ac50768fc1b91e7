import { sql } from 'kysely'
import { dayOf, type Stamp } from '../../shared/dates/stamps'
import { seenUnits } from '../cadres/cadres.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'

interface Asked {
  readonly unitId: string | null
  readonly offset: number
  readonly limit: number
}

/** Retired people who were born by a day for certain and stand in no list of 老干部, the oldest first. */
export async function unlistedElders(db: Reads, caller: Pick<Caller, 'scope'>, bornBy: Stamp, asked: Asked) {
  const units = await seenUnits(db, caller.scope)
  let found = db
    .selectFrom('cadreFacts')
    .innerJoin('cadres', 'cadres.key', 'cadreFacts.key')
    .leftJoin('units', 'units.id', 'cadreFacts.unitId')
    .where('cadreFacts.trashed', '=', 0)
    .where('cadreFacts.status', '=', '退休')
    .where('cadreFacts.birthLast', '<=', bornBy)
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM care_entries
        WHERE care_entries.cadre_key = cadre_facts.key AND kind = '老干部' AND ended_for IS NULL)`,
    )
  if (units !== null) found = found.where('cadreFacts.unitId', 'in', units.length > 0 ? units : [''])
  if (asked.unitId !== null) {
    const below = (await listWithin(db, [asked.unitId])).map(({ id }) => id)
    found = found.where('cadreFacts.unitId', 'in', below.length > 0 ? below : [''])
  }
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select([
      'cadres.id as cadreId',
      'cadres.name',
      'cadres.currentPost as post',
      'units.name as unitName',
      'cadreFacts.birthLast',
    ])
    .orderBy('cadreFacts.birthLast')
    .orderBy('cadres.key')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  return {
    rows: rows.map(({ birthLast, unitName, ...row }) => ({
      ...row,
      unitName: unitName ?? '',
      birth: birthLast === null ? '' : dayOf(birthLast).slice(0, 7),
    })),
    total,
  }
}
