import { type ExpressionBuilder, sql } from 'kysely'
import type { AccountId } from '../../shared/accounts/accounts'
import { capabilitiesOf } from '../../shared/accounts/roles'
import type { Day } from '../../shared/dates/add-months'
import {
  type DeskItem,
  type DeskItemId,
  type DeskStep,
  type DeskStepKind,
  type DeskTerm,
  desks,
  shippedDeskTerms,
} from '../../shared/desks/desks'
import type { DeskFilter } from '../../shared/desks/desks.contract'
import type { DeskFigures } from '../../shared/desks/desks.rules'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import { seenUnits } from '../cadres/cadres.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads, Tables, Writes } from '../store/schema'
import { listWithin } from '../units/units.repo'

type Where = ExpressionBuilder<Tables, 'deskItems' | 'cadres'>
type Asking = Pick<Caller, 'id' | 'scope'>

/** What concerns people and units of the caller's scope, what concerns nobody alone, and what the caller answers for. */
async function visible(db: Reads, { id, scope }: Asking) {
  const seen = await seenUnits(db, scope)
  const from = db.selectFrom('deskItems').leftJoin('cadres', 'cadres.key', 'deskItems.cadreKey')
  if (seen === null) return from
  const units = seen.length > 0 ? seen : ['']
  return from.where(where =>
    where.or([
      where('deskItems.ownerId', '=', id),
      where('cadres.unitId', 'in', units),
      where.and([
        where('deskItems.cadreKey', 'is', null),
        where.or([where('deskItems.unitId', 'is', null), where(sql<string>`desk_items.unit_id`, 'in', units)]),
      ]),
    ]),
  )
}

const isLate = (where: Where, on: Day) =>
  where.and([where('deskItems.state', '=', 'open'), where('deskItems.dueOn', '<', on)])

async function rowsOf(db: Reads, caller: Asking) {
  return (await visible(db, caller))
    .leftJoin('units', join => join.on(sql<boolean>`units.id = coalesce(cadres.unit_id, desk_items.unit_id)`))
    .innerJoin('accounts', 'accounts.id', 'deskItems.ownerId')
    .selectAll('deskItems')
    .select(['cadres.id as cadreId', 'cadres.name as cadreName', 'cadres.currentPost as cadrePost'])
    .select(['units.name as unitName', 'accounts.name as ownerName'])
}
type Row = Awaited<ReturnType<Awaited<ReturnType<typeof rowsOf>>['execute']>>[number]

async function toItems(db: Reads, rows: readonly Row[]): Promise<DeskItem[]> {
  if (rows.length === 0) return []
  const names = await accounts.names(db)
  const ids = rows.map(({ id }) => id)
  const steps = await db.selectFrom('deskSteps').selectAll().where('itemId', 'in', ids).orderBy('seq').execute()
  const stepsOf = new Map<DeskItemId, DeskStep[]>(ids.map(id => [id, []]))
  for (const { itemId, at, byId, kind, text } of steps)
    stepsOf.get(itemId)?.push({ at, byName: names.get(byId) ?? '', kind, text })
  return rows.map(({ cadreKey: _key, byId: _by, at: _at, ...row }) => ({
    ...row,
    cadreName: row.cadreName ?? '',
    cadrePost: row.cadrePost ?? '',
    unitName: row.unitName ?? '',
    steps: stepsOf.get(row.id) ?? [],
  }))
}

/** What is open comes first, by its day; then what was answered; then what is closed, the latest first. */
export async function list(
  db: Reads,
  caller: Asking,
  { filter, offset, limit, on }: { filter: DeskFilter; offset: number; limit: number; on: Day },
): Promise<{ rows: DeskItem[]; total: number }> {
  const below = filter.unitId === null ? null : (await listWithin(db, [filter.unitId])).map(({ id }) => id)
  const chosen = (where: Where) =>
    where.and([
      ...(filter.desks.length > 0 ? [where('deskItems.desk', 'in', filter.desks)] : []),
      ...(filter.view === 'open' ? [where('deskItems.state', '<>', 'closed')] : []),
      ...(filter.view === 'closed' ? [where('deskItems.state', '=', 'closed')] : []),
      ...(filter.ownerId === null ? [] : [where('deskItems.ownerId', '=', filter.ownerId)]),
      ...(filter.cadreId === null ? [] : [where('cadres.id', '=', filter.cadreId)]),
      ...(filter.late ? [isLate(where, on)] : []),
      ...(below === null
        ? []
        : [where(sql<string>`coalesce(cadres.unit_id, desk_items.unit_id)`, 'in', below.length > 0 ? below : [''])]),
    ])
  const { total } = await (await visible(db, caller))
    .where(chosen)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await (await rowsOf(db, caller))
    .where(chosen)
    .orderBy(sql`CASE desk_items.state WHEN 'open' THEN 0 WHEN 'answered' THEN 1 ELSE 2 END`)
    .orderBy(sql`CASE desk_items.state WHEN 'closed' THEN NULL ELSE desk_items.due_on END`)
    .orderBy('deskItems.closedOn', 'desc')
    .orderBy('deskItems.id')
    .offset(offset)
    .limit(limit)
    .execute()
  return { rows: await toItems(db, rows), total }
}

/** One that the caller has just been permitted to move, wherever it stands now. */
export const getMoved = (db: Reads, caller: Asking, id: DeskItemId): Promise<DeskItem> =>
  get(db, { ...caller, scope: null }, id)

/** @throws AppError not-found also for one that the caller may not know of */
export async function get(db: Reads, caller: Asking, id: DeskItemId): Promise<DeskItem> {
  const row = await (await rowsOf(db, caller)).where('deskItems.id', '=', id).executeTakeFirst()
  const [item] = await toItems(db, row ? [row] : [])
  if (!item) throw new AppError('not-found', '没有这件事，或不在您的查看范围内')
  return item
}

/** Numbers of each desk on a day, in the order of the desks. */
export async function figures(db: Reads, caller: Asking, on: Day): Promise<DeskFigures[]> {
  const rows = await (await visible(db, caller))
    .where('deskItems.state', '<>', 'closed')
    .select(['deskItems.desk', 'deskItems.state', 'deskItems.dueOn'])
    .execute()
  return desks.map(desk => {
    const own = rows.filter(row => row.desk === desk)
    const open = own.filter(({ state }) => state === 'open')
    return {
      desk,
      open: open.length,
      late: open.filter(({ dueOn }) => dueOn < on).length,
      today: open.filter(({ dueOn }) => dueOn === on).length,
      answered: own.length - open.length,
    }
  })
}

export async function addStep(
  db: Writes,
  itemId: DeskItemId,
  by: { readonly id: AccountId; readonly at: string },
  kind: DeskStepKind,
  text: string,
): Promise<void> {
  await db.insertInto('deskSteps').values({ itemId, at: by.at, byId: by.id, kind, text }).execute()
}

/** Accounts in use that may record care. */
export async function owners(db: Reads): Promise<{ id: AccountId; name: string; department: string }[]> {
  return (await accounts.list(db))
    .filter(({ state, roles }) => state === 'active' && capabilitiesOf(roles).includes('care.edit'))
    .map(({ id, name, department }) => ({ id, name, department }))
}

/** Every term: those that ship, then the unit's own in the order in which they were set. */
export async function terms(db: Reads): Promise<DeskTerm[]> {
  const own = await db.selectFrom('deskTerms').select(['desk', 'days', 'validFrom', 'source']).orderBy('seq').execute()
  return [...shippedDeskTerms, ...own.map(term => ({ ...term, status: 'OWN' as const }))]
}
