import type { HonourBatch } from '../../shared/honours/honours-file.contract'
import { AppError } from '../../shared/result'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import type { Reads } from '../store/schema'

type Batch = Pick<HonourBatch, 'id' | 'what' | 'words' | 'count'>

/** Says what came in together. The rows bear its number. */
export async function keepBatch({ db, caller, now }: CommandContext, batch: Batch) {
  const at = new Date(now()).toISOString()
  await db
    .insertInto('honourBatches')
    .values({ ...batch, at, byId: caller.id, undoneAt: null })
    .execute()
  return { batchId: batch.id, count: batch.count }
}

/** The latest first. */
export async function batches(db: Reads): Promise<HonourBatch[]> {
  const rows = await db
    .selectFrom('honourBatches')
    .innerJoin('accounts', 'accounts.id', 'honourBatches.byId')
    .select(['honourBatches.id', 'what', 'words', 'count', 'at', 'undoneAt', 'accounts.name as byName'])
    .orderBy('at', 'desc')
    .orderBy('honourBatches.id')
    .limit(50)
    .execute()
  return rows.map(({ undoneAt, ...batch }) => ({ ...batch, undone: undoneAt !== null }))
}

/** Rows that nobody has changed, verified or revoked since go; the others stay and are counted. */
export const undoBatch: CoreHandlers['honours']['undoBatch'] = async ({ db, now, record }, { id, reason }) => {
  record({ subject: `honours:${id}`, reason })
  const batch = await db.selectFrom('honourBatches').select('undoneAt').where('id', '=', id).executeTakeFirst()
  if (!batch) throw new AppError('not-found', '没有这一批')
  if (batch.undoneAt !== null) throw new AppError('refused', '这一批已经撤回')
  const rows = await db
    .selectFrom('honours')
    .select(['id', 'revision'])
    .where('batchId', '=', id)
    .where('removedFor', 'is', null)
    .execute()
  await db
    .updateTable('honours')
    .set({ removedFor: reason, revision: 2 })
    .where('batchId', '=', id)
    .where('removedFor', 'is', null)
    .where('revision', '=', 1)
    .execute()
  await db
    .updateTable('honourBatches')
    .set({ undoneAt: new Date(now()).toISOString() })
    .where('id', '=', id)
    .execute()
  const undone = rows.filter(({ revision }) => revision === 1).length
  record({ details: `撤回 ${undone} 项，保留 ${rows.length - undone} 项` })
  return { undone, kept: rows.length - undone }
}
