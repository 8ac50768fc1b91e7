import * as z from 'zod'
import type { AccountId } from '../../shared/accounts/accounts'
import {
  type Arrival,
  type ArrivalId,
  type ArrivalItem,
  type Counts,
  ExchangeModule,
  PersonState,
} from '../../shared/exchange/exchange'
import { SentPerson } from '../../shared/exchange/package'
import { AppError } from '../../shared/result'
import { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import type { Reads, Writes } from '../store/schema'
import type { ExchangeTables } from './exchange.table'

export type ArrivalRow = ExchangeTables['exchangeArrivals']
type ItemRow = ExchangeTables['exchangeItems']

const Choices = z.record(z.string(), z.enum(['keep', 'take']))
export interface StoredItem extends Omit<ItemRow, 'person' | 'choices'> {
  readonly person: SentPerson
  readonly choices: z.infer<typeof Choices>
}

const toItem = ({ person, choices, ...row }: ItemRow): StoredItem => ({
  ...row,
  // It was checked when it was laid aside.
  person: JSON.parse(person) as SentPerson,
  choices: Choices.parse(JSON.parse(choices)),
})

export const modulesOf = ({ modules }: Pick<ArrivalRow, 'modules'>): ExchangeModule[] =>
  ExchangeModule.array().parse(JSON.parse(modules))

/** A package that its opener is still looking at. @throws AppError not-found, also for another account's */
export async function staged(db: Reads, by: AccountId, id: ArrivalId): Promise<ArrivalRow> {
  const row = await db
    .selectFrom('exchangeArrivals')
    .selectAll()
    .where('id', '=', id)
    .where('byId', '=', by)
    .where('state', '=', 'staged')
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这个待核对的数据包，可能已经并入或放弃')
  return row
}

export async function itemOf(db: Reads, id: ArrivalId, place: number): Promise<StoredItem> {
  const row = await db
    .selectFrom('exchangeItems')
    .selectAll()
    .where('arrivalId', '=', id)
    .where('place', '=', place)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '数据包里没有这个人')
  return toItem(row)
}

/** Items in their order, some at a time, so that whoever goes through them may change them meanwhile. */
export async function* slices(db: Reads, id: ArrivalId, state?: PersonState): AsyncGenerator<StoredItem[]> {
  const atOnce = 20
  for (let after = -1; ; ) {
    let from = db.selectFrom('exchangeItems').selectAll().where('arrivalId', '=', id).where('place', '>', after)
    if (state) from = from.where('state', '=', state)
    const rows = await from.orderBy('place').limit(atOnce).execute()
    if (rows.length === 0) return
    after = rows.at(-1)?.place ?? after
    yield rows.map(toItem)
  }
}

const shownColumns = ['place', 'name', 'birth', 'unitName', 'state', 'fate', 'changes', 'conflicts'] as const
export const shownItem = (item: ArrivalItem & object): ArrivalItem => ({
  place: item.place,
  name: item.name,
  birth: item.birth,
  unitName: item.unitName,
  state: item.state,
  fate: item.fate,
  changes: item.changes,
  conflicts: item.conflicts,
})

export async function page(
  db: Reads,
  {
    id,
    state,
    text,
    offset,
    limit,
  }: { id: ArrivalId; state: PersonState | null; text: string; offset: number; limit: number },
): Promise<{ rows: ArrivalItem[]; total: number }> {
  let from = db.selectFrom('exchangeItems').where('arrivalId', '=', id)
  if (state !== null) from = from.where('state', '=', state)
  const words = text.trim()
  if (words !== '') from = from.where(({ eb, fn, val }) => eb(fn<number>('instr', ['name', val(words)]), '>', 0))
  const { total } = await from.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await from.select(shownColumns).orderBy('place').offset(offset).limit(limit).execute()
  return { rows, total }
}

export async function countsOf(db: Reads, id: ArrivalId): Promise<Counts> {
  const rows = await db
    .selectFrom('exchangeItems')
    .select('state')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('arrivalId', '=', id)
    .groupBy('state')
    .execute()
  const counts = new Map(rows.map(({ state, count }) => [state, count]))
  return {
    new: counts.get('new') ?? 0,
    conflict: counts.get('conflict') ?? 0,
    changed: counts.get('changed') ?? 0,
    same: counts.get('same') ?? 0,
    undecided: counts.get('undecided') ?? 0,
    skipped: counts.get('skipped') ?? 0,
  }
}

/** Why a package cannot be applied yet; null when it can. */
export function hindranceOf({ conflict, undecided }: Counts): string | null {
  if (undecided > 0) return `还有 ${undecided} 人没有认定是谁`
  return conflict > 0 ? `还有 ${conflict} 人有冲突没有决定` : null
}

export async function shown(db: Reads, row: ArrivalRow): Promise<Arrival> {
  const { unit } = await db
    .selectFrom('exchangePartners')
    .select('unit')
    .where('id', '=', row.partnerId)
    .executeTakeFirstOrThrow()
  const counts = await countsOf(db, row.id)
  return {
    id: row.id,
    partnerUnit: unit,
    number: row.number,
    madeAt: row.madeAt,
    mark: SecrecyMark.parse(row.mark),
    modules: modulesOf(row),
    people: row.people,
    openedAt: row.openedAt,
    counts,
    blocked: hindranceOf(counts),
  }
}

export const insertItem = async (db: Writes, { person, choices, ...row }: StoredItem): Promise<void> =>
  void (await db
    .insertInto('exchangeItems')
    .values({ ...row, person: JSON.stringify(person), choices: JSON.stringify(choices) })
    .execute())

/** How a person of a package is decided on. */
export async function updateItem(
  db: Writes,
  { arrivalId, place }: Pick<StoredItem, 'arrivalId' | 'place'>,
  { choices, ...change }: Partial<Omit<StoredItem, 'arrivalId' | 'place' | 'person'>>,
): Promise<void> {
  await db
    .updateTable('exchangeItems')
    .set({ ...change, ...(choices && { choices: JSON.stringify(choices) }) })
    .where('arrivalId', '=', arrivalId)
    .where('place', '=', place)
    .execute()
}
