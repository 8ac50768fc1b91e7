import type { Scope } from '../../shared/accounts/accounts'
import { AppError } from '../../shared/result'
import type { Unit, UnitId } from '../../shared/units/units'
import { withSubUnits } from '../../shared/units/units.rules'
import { remembered } from '../store/remembered'
import type { Reads, Writes } from '../store/schema'

/** Every unit, parents before children, sisters in their order. */
const listAll = (db: Reads): Promise<readonly Unit[]> => remembered(db, 'units', () => readAll(db))

async function readAll(db: Reads): Promise<readonly Unit[]> {
  const rows = await db
    .selectFrom('units')
    .selectAll()
    .orderBy('parentId')
    .orderBy('position')
    .orderBy('name')
    .execute()
  const children = new Map<string | null, Unit[]>()
  for (const row of rows) children.set(row.parentId, [...(children.get(row.parentId) ?? []), row])
  const ordered: Unit[] = []
  const stack = (children.get(null) ?? []).toReversed()
  for (let unit = stack.pop(); unit; unit = stack.pop()) {
    ordered.push(unit)
    stack.push(...(children.get(unit.id) ?? []).toReversed())
  }
  return ordered
}

/** The units an account sees. A parent outside the scope is hidden, so its child stands at the top. */
export async function listWithin(db: Reads, scope: Scope): Promise<Unit[]> {
  const all = await listAll(db)
  if (scope === null) return [...all]
  const seen = withSubUnits(all, scope)
  return all
    .filter(unit => seen.has(unit.id))
    .map(unit => (unit.parentId !== null && !seen.has(unit.parentId) ? { ...unit, parentId: null } : unit))
}

export async function get(db: Reads, id: UnitId): Promise<Unit> {
  const row = await db.selectFrom('units').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这个单位，可能刚被删除')
  return row
}

export async function insert(db: Writes, unit: Unit): Promise<Unit> {
  await db.insertInto('units').values(unit).execute()
  return unit
}

export async function update(db: Writes, unit: Unit): Promise<Unit> {
  const { id, ...rest } = unit
  await db.updateTable('units').set(rest).where('id', '=', id).execute()
  return unit
}

export async function remove(db: Writes, id: UnitId): Promise<void> {
  await db.deleteFrom('units').where('id', '=', id).execute()
}

/** Puts a unit at a place among the children of a parent and numbers them anew from 0. */
export async function place(db: Writes, id: UnitId, parentId: UnitId, position: number): Promise<void> {
  const rows = await db
    .selectFrom('units')
    .select('id')
    .where('parentId', '=', parentId)
    .where('id', '!=', id)
    .orderBy('position')
    .orderBy('name')
    .execute()
  const order = rows.map(row => row.id)
  order.splice(Math.min(position, order.length), 0, id)
  for (const [index, unitId] of order.entries()) {
    await db.updateTable('units').set({ parentId, position: index }).where('id', '=', unitId).execute()
  }
}
