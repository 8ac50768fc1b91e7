import { sql } from 'kysely'
import type { Scope } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import type { CadreFilter, CadreRow, CadreSort } from '../../shared/cadres/cadres.contract'
import { withSubUnits } from '../../shared/units/units.rules'
import { remembered } from '../store/remembered'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { inOrder, KeySet, readKeys } from './keys'
import { orderedKeys } from './orders'
import { rowsOf } from './rows'

/** One value for many: the statement stays the same however long the list is. */
const isAmong = (column: string, values: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`

/** Everyone whom an account may see, in the trash or out of it. People without a unit are seen by whole-store scopes alone. */
export async function factsWithin(db: Reads, scope: Scope, trashed: boolean) {
  const from = db.selectFrom('cadreFacts').where('cadreFacts.trashed', '=', trashed ? 1 : 0)
  if (scope === null) return from
  const seen = (await listWithin(db, scope)).map(({ id }) => id)
  return from.where(isAmong('cadreFacts.unitId', seen))
}
type Facts = Awaited<ReturnType<typeof factsWithin>>

/** Those whom a list's conditions find, within the scope. */
export async function filtered(db: Reads, scope: Scope, { unitId, status, trashed }: CadreFilter): Promise<Facts> {
  let from = await factsWithin(db, scope, trashed)
  if (status.length > 0) from = from.where('cadreFacts.status', 'in', status)
  if (unitId === null) return from
  return from.where(isAmong('cadreFacts.unitId', [...withSubUnits(await listWithin(db, scope), [unitId])]))
}

/** The keys of those that are found, as a set. */
export async function keysOf(facts: Facts): Promise<KeySet> {
  const found = await facts
    .select([
      sql<string>`json_group_array(cadre_facts.key)`.as('keys'),
      sql<number>`max(cadre_facts.key)`.as('highest'),
    ])
    .executeTakeFirst()
  return new KeySet(readKeys(found?.keys), found?.highest ?? 0)
}

export interface Slice {
  readonly sort: CadreSort
  readonly offset: number
  readonly limit: number
}

/**
 * A page of what `find` finds. Who is found, and everyone's order, are worked out once until the store changes: scrolling
 * and turning the order only cut slices. `key` must say all that `find` depends on.
 */
export async function pageOf(
  db: Reads,
  key: string,
  find: () => Promise<KeySet>,
  { sort, offset, limit }: Slice,
): Promise<{ rows: CadreRow[]; total: number }> {
  const keys = await orderedOf(db, key, find, sort)
  return { rows: await rowsOf(db, keys.subarray(offset, offset + limit)), total: keys.length }
}

export const orderedOf = (db: Reads, key: string, find: () => Promise<KeySet>, sort: CadreSort): Promise<Uint32Array> =>
  remembered(db, `${key} by ${sort.by} ${sort.descending}`, async () =>
    inOrder(await orderedKeys(db, sort), await remembered(db, key, find)),
  )

/** Everyone that a list's conditions find, by key, in an order. */
export const listed = (db: Reads, scope: Scope, filter: CadreFilter, sort: CadreSort): Promise<Uint32Array> =>
  orderedOf(
    db,
    `list ${JSON.stringify({ scope, filter })}`,
    async () => keysOf(await filtered(db, scope, filter)),
    sort,
  )

export function page(
  db: Reads,
  scope: Scope,
  { filter, ...slice }: { filter: CadreFilter } & Slice,
): Promise<{ rows: CadreRow[]; total: number }> {
  const key = `list ${JSON.stringify({ scope, filter })}`
  return pageOf(db, key, async () => keysOf(await filtered(db, scope, filter)), slice)
}

/** Those of some people whom an account sees, out of the trash, in an order. */
export async function among(db: Reads, scope: Scope, ids: readonly CadreId[], sort: CadreSort): Promise<Uint32Array> {
  const wanted = sql<number>`(SELECT key FROM cadres WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})))`
  const facts = await factsWithin(db, scope, false)
  return inOrder(await orderedKeys(db, sort), await keysOf(facts.where('cadreFacts.key', 'in', wanted)))
}
