import { CadreId } from '../../shared/cadres/cadres'
import * as merges from '../duplicates/merges.repo'
import type { Reads, Writes } from '../store/schema'

/** The file that stands here for an id of whatever store: its own, one that was merged, or one that was told to be the same. */
export async function fileOf(db: Reads, id: string): Promise<CadreId | undefined> {
  const alias = await db.selectFrom('exchangeAliases').select('cadreId').where('theirId', '=', id).executeTakeFirst()
  const cadreId = alias?.cadreId ?? CadreId.parse(id)
  const known = await db.selectFrom('cadres').select('id').where('id', '=', cadreId).executeTakeFirst()
  return known && merges.keptOf(db, known.id)
}

/** The same as the key within this store. */
export async function cadreOf(db: Reads, id: string): Promise<number | undefined> {
  const file = await fileOf(db, id)
  if (file === undefined) return undefined
  const row = await db.selectFrom('cadres').select('key').where('id', '=', file).executeTakeFirst()
  return row?.key
}

/** Other ids by which this person is known: of other stores, and of files that were merged into this one. */
export async function aliasesOf(db: Reads, id: CadreId): Promise<string[]> {
  const told = await db.selectFrom('exchangeAliases').select('theirId').where('cadreId', '=', id).execute()
  const gone = await db.selectFrom('merges').select('goneId').where('keptId', '=', id).execute()
  return [...told.map(({ theirId }) => theirId), ...gone.map(({ goneId }) => goneId)]
}

export async function remember(db: Writes, ids: readonly string[], cadreId: CadreId): Promise<void> {
  for (const theirId of ids) {
    if (theirId === cadreId) continue
    await db
      .insertInto('exchangeAliases')
      .values({ theirId, cadreId })
      .onConflict(conflict => conflict.column('theirId').doUpdateSet({ cadreId }))
      .execute()
  }
}
