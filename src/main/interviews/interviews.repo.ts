import { type ExpressionBuilder, sql } from 'kysely'
import { AccountId } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import type { InterviewHeader, InterviewId, Named, Subject } from '../../shared/interviews/interviews'
import { Details } from '../../shared/interviews/interviews'
import type { InterviewFilter } from '../../shared/interviews/interviews.contract'
import { AppError } from '../../shared/result'
import { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import * as accounts from '../accounts/accounts.repo'
import { seenUnits } from '../cadres/cadres.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads, Tables } from '../store/schema'
import { listWithin } from '../units/units.repo'
import type { InterviewsTable } from './interviews.table'
import * as kinds from './kinds.repo'

export type InterviewRow = Omit<InterviewsTable, 'key'> & { readonly key: number }

export const readersOf = (row: Pick<InterviewRow, 'readers'>): AccountId[] =>
  AccountId.array().parse(JSON.parse(row.readers))
export const detailsOf = (row: Pick<InterviewRow, 'details'>): Details => Details.parse(JSON.parse(row.details))

type Where = ExpressionBuilder<Tables, 'interviews'>

/** Talks that an account holds or writes down. */
export const holdsOrRecords = (where: Where, id: AccountId) =>
  where.or([
    where('recorderId', '=', id),
    where.exists(
      where
        .selectFrom('interviewTalkers')
        .select(sql`1`.as('one'))
        .whereRef('interviewTalkers.interviewKey', '=', 'interviews.key')
        .where('interviewTalkers.accountId', '=', id),
    ),
  ])

/** Talks that an account was given to read. */
export const isGivenTo = (id: AccountId) =>
  sql<boolean>`EXISTS (SELECT 1 FROM json_each(interviews.readers) WHERE value = ${id})`

/** Talks that an account holds, records or was given to read. */
const isMine = (where: Where, id: AccountId) => where.or([holdsOrRecords(where, id), isGivenTo(id)])

/** Talks all of whose people an account may see. */
const isSeen = (where: Where, units: readonly string[]) =>
  where.not(
    where.exists(
      where
        .selectFrom('interviewPeople')
        .innerJoin('cadres', 'cadres.key', 'interviewPeople.cadreKey')
        .select(sql`1`.as('one'))
        .whereRef('interviewPeople.interviewKey', '=', 'interviews.key')
        .where(person => person.or([person('cadres.unitId', 'is', null), person('cadres.unitId', 'not in', units)])),
    ),
  )

/** @param plans whether the caller plans talks and so sees that others are held */
async function visible(db: Reads, caller: Caller, plans: boolean) {
  const from = db.selectFrom('interviews')
  if (!plans) return from.where(where => isMine(where, caller.id))
  const units = await seenUnits(db, caller.scope)
  if (units === null) return from
  return from.where(where => where.or([isMine(where, caller.id), isSeen(where, units.length > 0 ? units : [''])]))
}

/** The next talks first while they are to come, then the last ones. Newest first. */
export async function list(
  db: Reads,
  caller: Caller,
  plans: boolean,
  { filter, offset, limit }: { filter: InterviewFilter; offset: number; limit: number },
): Promise<{ rows: InterviewRow[]; total: number }> {
  let found = await visible(db, caller, plans)
  if (filter.mine) found = found.where(where => isMine(where, caller.id))
  if (filter.from !== null) found = found.where('startsAt', '>=', startOfDay(filter.from))
  if (filter.to !== null) found = found.where('startsAt', '<', startOfDay(filter.to, 1))
  if (filter.states.length > 0) found = found.where('state', 'in', filter.states)
  if (filter.kinds.length > 0) found = found.where('kind', 'in', filter.kinds)
  if (filter.roundId !== null) found = found.where('roundId', '=', filter.roundId)
  const { cadreId, talkerId, unitId } = filter
  if (talkerId !== null) found = found.where(where => holdsOrRecords(where, talkerId))
  if (unitId !== null) {
    const units = (await listWithin(db, [unitId])).map(({ id }) => id)
    found = found.where(where =>
      where(
        'key',
        'in',
        where
          .selectFrom('interviewPeople')
          .innerJoin('cadres', 'cadres.key', 'interviewPeople.cadreKey')
          .select('interviewPeople.interviewKey')
          .where('cadres.unitId', 'in', units.length > 0 ? units : ['']),
      ),
    )
  }
  if (cadreId !== null)
    found = found.where(where =>
      where(
        'key',
        'in',
        where
          .selectFrom('interviewPeople')
          .innerJoin('cadres', 'cadres.key', 'interviewPeople.cadreKey')
          .select('interviewPeople.interviewKey')
          .where('cadres.id', '=', cadreId),
      ),
    )
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const order = filter.earliestFirst ? 'asc' : 'desc'
  const rows = await found.selectAll().orderBy('startsAt', order).orderBy('key').offset(offset).limit(limit).execute()
  return { rows, total }
}

/** Midnight of a day by this computer's clock, as an instant. */
const startOfDay = (day: string, later = 0): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).toISOString()
}

/** @throws AppError not-found also for what the caller may not know of */
export async function get(db: Reads, caller: Caller, plans: boolean, id: InterviewId): Promise<InterviewRow> {
  const row = await (await visible(db, caller, plans)).selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这次谈话，或不在您的查看范围内')
  return row
}

/** The part an account has in a talk: who holds or records it may write, who was given it to read may read. */
export type Part = '谈话人' | '记录人' | '可阅' | null
export async function partOf(db: Reads, row: InterviewRow, id: AccountId): Promise<Part> {
  const holds = await db
    .selectFrom('interviewTalkers')
    .select('place')
    .where('interviewKey', '=', row.key)
    .where('accountId', '=', id)
    .executeTakeFirst()
  if (holds) return '谈话人'
  if (row.recorderId === id) return '记录人'
  return readersOf(row).includes(id) ? '可阅' : null
}

export const talkerIds = async (db: Reads, keys: readonly number[]): Promise<Map<number, AccountId[]>> => {
  const rows = await db
    .selectFrom('interviewTalkers')
    .select(['interviewKey', 'accountId'])
    .where('interviewKey', 'in', keys.length > 0 ? keys : [-1])
    .orderBy('place')
    .execute()
  return grouped(rows, ({ interviewKey, accountId }) => [interviewKey, accountId])
}

export const subjectsOf = async (db: Reads, keys: readonly number[]): Promise<Map<number, Subject[]>> => {
  const rows = await db
    .selectFrom('interviewPeople')
    .innerJoin('cadres', 'cadres.key', 'interviewPeople.cadreKey')
    .leftJoin('photos', join => join.onRef('photos.cadreId', '=', 'cadres.id').on('photos.shown', '=', 1))
    .select(['interviewPeople.interviewKey', 'cadres.id', 'cadres.name', 'cadres.sex', 'cadres.birth'])
    .select(['cadres.currentPost', 'cadres.unitId', 'photos.id as photo'])
    .where('interviewPeople.interviewKey', 'in', keys.length > 0 ? keys : [-1])
    .orderBy('interviewPeople.place')
    .execute()
  return grouped(rows, ({ interviewKey, currentPost, sex, ...subject }) => [
    interviewKey,
    { ...subject, sex: sex ?? '', post: currentPost },
  ])
}

function grouped<Row, T>(rows: readonly Row[], split: (row: Row) => [number, T]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const [key, value] = split(row)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}

/** What plans and calendars show of talks, in the order of the rows. */
export async function headersOf(
  db: Reads,
  rows: readonly InterviewRow[],
  reader: AccountId,
): Promise<InterviewHeader[]> {
  const keys = rows.map(({ key }) => key)
  const [talkers, subjects, names, known] = [
    await talkerIds(db, keys),
    await subjectsOf(db, keys),
    await accounts.names(db),
    await kinds.current(db),
  ]
  const named = (id: AccountId): Named => ({ id, name: names.get(id) ?? '' })
  return rows.map(row => {
    const { place, mode } = detailsOf(row)
    const holding = talkers.get(row.key) ?? []
    const readable = holding.includes(reader) || row.recorderId === reader || readersOf(row).includes(reader)
    return {
      id: row.id,
      kind: row.kind,
      kindTitle: known.find(({ key }) => key === row.kind)?.title ?? row.kind,
      state: row.state,
      startsAt: row.startsAt,
      minutes: row.minutes,
      mode,
      place,
      mark: SecrecyMark.parse(row.mark),
      roundId: row.roundId,
      subjects: subjects.get(row.key) ?? [],
      talkers: holding.map(named),
      recorder: row.recorderId === null ? null : named(row.recorderId),
      heldOn: row.heldOn,
      readable,
    }
  })
}

export async function headerOf(db: Reads, row: InterviewRow, reader: AccountId): Promise<InterviewHeader> {
  const [header] = await headersOf(db, [row], reader)
  if (!header) throw new AppError('not-found', '没有这次谈话')
  return header
}

/** Keys of people by id. @throws AppError not-found for one who is not there */
export async function cadreKeys(db: Reads, ids: readonly CadreId[]): Promise<Map<CadreId, number>> {
  const rows = await db.selectFrom('cadres').select(['key', 'id']).where('id', 'in', ids).execute()
  const keys = new Map(rows.map(({ id, key }) => [id, key]))
  if (ids.some(id => !keys.has(id))) throw new AppError('not-found', '谈话对象中有人的档案不在了')
  return keys
}
