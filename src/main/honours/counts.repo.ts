import { sql } from 'kysely'
import { APART, countedIn } from '../../shared/honours/board.rules'
import type { HonourFilter } from '../../shared/honours/honours'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { filtered, type Seer, visible } from './honours.repo'

/**
 * The numbers of a board: what shares year, level, kind and sort of holder, and how many each unit has. Medals for years of
 * membership are counted apart unless they are asked for.
 */
export async function board(db: Reads, caller: Seer, filter: HonourFilter) {
  const found = await filtered(db, caller, countedIn(filter))
  const apart = await (await filtered(db, caller, { ...filter, kinds: [APART] }))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const cells = await found
    .select(['honours.year', 'honours.level', 'honours.kind', 'honours.holder'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['honours.year', 'honours.level', 'honours.kind', 'honours.holder'])
    .execute()
  const ofUnit = sql<string | null>`coalesce(honours.unit_id,
    (SELECT unit_id FROM cadres WHERE cadres.key = honours.cadre_key))`
  const counted = await found
    .select(ofUnit.as('unitId'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(ofUnit)
    .execute()
  const names = new Map((await listWithin(db, null)).map(({ id, name }) => [id as string, name]))
  const units = counted
    .map(({ unitId, count }) => ({ unitId, name: (unitId !== null && names.get(unitId)) || '没有写单位', count }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name))
  return { cells, units, apart: filter.kinds.length > 0 ? 0 : apart.count }
}

/** How many titles in force hold until a day between two, both included. */
export async function endingBetween(db: Reads, caller: Seer, from: number, to: number): Promise<number> {
  const { count } = await (await visible(db, caller))
    .where('honours.revokedOn', 'is', null)
    .where('honours.validUntil', '>=', from)
    .where('honours.validUntil', '<=', to)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
