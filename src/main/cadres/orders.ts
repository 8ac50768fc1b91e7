import { sql } from 'kysely'
import type { CadreSort } from '../../shared/cadres/cadres.contract'
import { remembered } from '../store/remembered'
import type { Reads, Tables } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { readKeys } from './keys'
import { strokeOrder } from './strokes'

/** Every file of the store in one order. What has no value stands last, whichever way it is turned. */
export interface Order {
  readonly keys: Uint32Array
  /** How many at the beginning have a value. */
  readonly known: number
}

type Fact = keyof Tables['cadreFacts']
/** The value that is ordered by, then what decides between equals. */
const byFacts: Partial<Record<CadreSort['by'], readonly [Fact, ...Fact[]]>> = {
  level: ['level', 'rank', 'levelSinceFirst'],
  rank: ['rank', 'rankSinceFirst'],
  birth: ['birthFirst'],
  workStart: ['workFirst'],
  partyJoined: ['partyFirst'],
  postSince: ['postSinceFirst'],
  levelSince: ['levelSinceFirst'],
  retire: ['retireFirst'],
}

const joined = (first: Uint32Array, second: Uint32Array): Uint32Array => {
  const all = new Uint32Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}

async function factOrder(db: Reads, [value, ...more]: readonly [Fact, ...Fact[]]): Promise<Order> {
  const keysWhere = async (isKnown: boolean) => {
    let rows = db
      .selectFrom('cadreFacts')
      .select('key')
      .where(value, isKnown ? 'is not' : 'is', null)
    if (isKnown) for (const column of [value, ...more]) rows = rows.orderBy(column)
    const found = await db
      .selectFrom(rows.orderBy('key').as('ordered'))
      .select(sql<string>`json_group_array(key)`.as('keys'))
      .executeTakeFirst()
    return readKeys(found?.keys)
  }
  const known = await keysWhere(true)
  return { keys: joined(known, await keysWhere(false)), known: known.length }
}

/** The order of the unit tree, then the order in the unit, then level and rank. */
async function unitOrder(db: Reads): Promise<Order> {
  const rows = db
    .selectFrom('cadreFacts')
    .select('key')
    .orderBy('unitId')
    .orderBy('unitOrder')
    .orderBy('level')
    .orderBy('rank')
    .orderBy('key')
  const found = await db
    .selectFrom(rows.as('ordered'))
    .select(sql<string>`json_group_array(key)`.as('keys'))
    .executeTakeFirst()
  const keys = readKeys(found?.keys)
  const counts = await db
    .selectFrom('cadreFacts')
    .select(['unitId', sql<number>`count(*)`.as('people')])
    .groupBy('unitId')
    .orderBy('unitId')
    .execute()
  const groups = new Map<string | null, Uint32Array>()
  let start = 0
  for (const { unitId, people } of counts) {
    groups.set(unitId, keys.subarray(start, start + people))
    start += people
  }
  const all = new Uint32Array(keys.length)
  let filled = 0
  const put = (group: Uint32Array | undefined): void => {
    if (!group) return
    all.set(group, filled)
    filled += group.length
  }
  for (const { id } of await listWithin(db, null)) put(groups.get(id))
  const known = filled
  put(groups.get(null))
  return { keys: all, known }
}

async function pinyinOrder(db: Reads): Promise<Order> {
  const rows = db.selectFrom('cadres').select('key').orderBy('pinyin').orderBy('name').orderBy('key')
  const found = await db
    .selectFrom(rows.as('ordered'))
    .select(sql<string>`json_group_array(key)`.as('keys'))
    .executeTakeFirst()
  const keys = readKeys(found?.keys)
  return { keys, known: keys.length }
}

async function strokesOrder(db: Reads): Promise<Order> {
  const found = await db
    .selectFrom('cadres')
    .select([sql<string>`json_group_array(key)`.as('keys'), sql<string>`json_group_array(name_key)`.as('names')])
    .executeTakeFirst()
  const keys = strokeOrder(readKeys(found?.keys), JSON.parse(found?.names ?? '[]') as string[])
  return { keys, known: keys.length }
}

function madeOrder(db: Reads, by: CadreSort['by']): Promise<Order> {
  const facts = byFacts[by]
  if (facts) return factOrder(db, facts)
  if (by === 'unit') return unitOrder(db)
  return by === 'strokes' ? strokesOrder(db) : pinyinOrder(db)
}

/** Everyone, the trash with them, in an order; kept until the store changes. */
export async function orderedKeys(db: Reads, { by, descending }: CadreSort): Promise<Uint32Array> {
  const order = await remembered(db, `order ${by}`, () => madeOrder(db, by))
  if (!descending) return order.keys
  return remembered(db, `order ${by} turned`, async () =>
    joined(order.keys.subarray(0, order.known).toReversed(), order.keys.subarray(order.known)),
  )
}
