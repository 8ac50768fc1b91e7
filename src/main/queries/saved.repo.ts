import type { AccountId } from '../../shared/accounts/accounts'
import { Day } from '../../shared/dates/add-months'
import { QueryTree, type SavedQuery } from '../../shared/queries/queries'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import type { Reads, Writes } from '../store/schema'
import type { QueriesTable } from './queries.table'

const toSaved = (row: QueriesTable, reader: AccountId, names: ReadonlyMap<string, string>): SavedQuery => ({
  id: row.id,
  name: row.name,
  shared: row.shared === 1,
  tree: QueryTree.parse(JSON.parse(row.tree)),
  on: row.reckonOn === null ? null : Day.parse(row.reckonOn),
  ownerName: names.get(row.ownerId) ?? '',
  mine: row.ownerId === reader,
  changedAt: row.changedAt,
})

/** One's own and those that others share, by name. */
export async function listFor(db: Reads, reader: AccountId): Promise<SavedQuery[]> {
  const names = await accounts.names(db)
  const rows = await db
    .selectFrom('queries')
    .selectAll()
    .where(either => either.or([either('ownerId', '=', reader), either('shared', '=', 1)]))
    .execute()
  const order = new Intl.Collator('zh')
  return rows.map(row => toSaved(row, reader, names)).toSorted((a, b) => order.compare(a.name, b.name))
}

/** @throws AppError not-found also for what somebody else keeps to themselves */
export async function get(db: Reads, id: QueriesTable['id'], reader: AccountId): Promise<SavedQuery> {
  const found = (await listFor(db, reader)).find(query => query.id === id)
  if (!found) throw new AppError('not-found', '没有这个查询，可能刚被删除')
  return found
}

export async function put(db: Writes, row: QueriesTable): Promise<void> {
  const { id: _id, ownerId: _owner, ...changed } = row
  await db
    .insertInto('queries')
    .values(row)
    .onConflict(conflict => conflict.column('id').doUpdateSet(changed))
    .execute()
}

export const remove = async (db: Writes, id: QueriesTable['id']): Promise<void> =>
  void (await db.deleteFrom('queries').where('id', '=', id).execute())
