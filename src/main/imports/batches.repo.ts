import type { AccountId } from '../../shared/accounts/accounts'
import type { ImportWarning } from '../../shared/cadres/imported'
import type { BatchId } from '../../shared/imports/imports'
import type { FilesOf } from '../../shared/imports/imports.contract'
import { AppError } from '../../shared/result'
import type { Reads, Writes } from '../store/schema'
import type { ImportBatchesTable, ImportFilesTable } from './imports.table'

export type StoredBatch = ImportBatchesTable

/** A batch that its owner is still deciding on. @throws AppError not-found, also for another account's */
export async function staged(db: Reads, by: AccountId, id: BatchId): Promise<StoredBatch> {
  const row = await db
    .selectFrom('importBatches')
    .selectAll()
    .where('id', '=', id)
    .where('byId', '=', by)
    .where('state', '=', 'staged')
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这批待导入的内容，可能已经确认或放弃')
  return row
}

/** A batch that was confirmed. @throws AppError not-found */
export async function confirmed(db: Reads, id: BatchId): Promise<StoredBatch> {
  const row = await db
    .selectFrom('importBatches')
    .selectAll()
    .where('id', '=', id)
    .where('state', 'in', ['confirmed', 'undone'])
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这一次导入')
  return row
}

export async function begin(db: Writes, batch: Pick<StoredBatch, 'id' | 'byId' | 'stagedAt' | 'source'>) {
  await db
    .insertInto('importBatches')
    .values({
      ...batch,
      state: 'reading',
      files: 0,
      people: 0,
      ignored: 0,
      confirmedAt: null,
      added: 0,
      changed: 0,
      undoneAt: null,
      undoneById: null,
    })
    .execute()
}

export const update = async (db: Writes, id: BatchId, columns: Partial<Omit<StoredBatch, 'id'>>): Promise<void> =>
  void (await db.updateTable('importBatches').set(columns).where('id', '=', id).execute())

export interface ReadFileRow extends Omit<ImportFilesTable, 'batchId' | 'warnings'> {
  readonly warnings: readonly ImportWarning[]
}

export async function addFiles(db: Writes, batchId: BatchId, files: readonly ReadFileRow[]): Promise<void> {
  if (files.length === 0) return
  const rows = files.map(file => ({ ...file, batchId, warnings: JSON.stringify(file.warnings) }))
  await db.insertInto('importFiles').values(rows).execute()
}

export async function filesOf(
  db: Reads,
  batchId: BatchId,
  { which, offset, limit }: { which: FilesOf; offset: number; limit: number },
) {
  let from = db.selectFrom('importFiles').where('batchId', '=', batchId)
  if (which === 'failed') from = from.where('failure', 'is not', null)
  if (which === 'noted') from = from.where('warnings', '!=', '[]')
  const { total } = await from.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await from.selectAll().orderBy('place').offset(offset).limit(limit).execute()
  return {
    total,
    rows: rows.map(({ place, name, bytes, people, failure, warnings }) => ({
      place,
      name,
      bytes,
      people,
      failure,
      warnings: JSON.parse(warnings) as ImportWarning[],
    })),
  }
}

/** More people of a file that was read before, as when its sheet was matched. */
export async function addToFile(
  db: Writes,
  batchId: BatchId,
  place: number,
  people: number,
  warnings: readonly ImportWarning[],
): Promise<void> {
  const file = await db
    .selectFrom('importFiles')
    .select(['people', 'warnings'])
    .where('batchId', '=', batchId)
    .where('place', '=', place)
    .executeTakeFirstOrThrow()
  const all = [...(JSON.parse(file.warnings) as ImportWarning[]), ...warnings].slice(0, 500)
  await db
    .updateTable('importFiles')
    .set({ people: file.people + people, warnings: JSON.stringify(all) })
    .where('batchId', '=', batchId)
    .where('place', '=', place)
    .execute()
}

/** Takes a batch away with everything that was laid aside for it. */
export const remove = async (db: Writes, id: BatchId): Promise<void> =>
  void (await db.deleteFrom('importBatches').where('id', '=', id).execute())

/** What an interrupted reading has left, of whichever account. */
export const removeUnfinished = async (db: Writes): Promise<void> =>
  void (await db.deleteFrom('importBatches').where('state', '=', 'reading').execute())

/** Takes away what was laid aside, and keeps the batch and its files as the record. */
export async function clearStaging(db: Writes, batchId: BatchId): Promise<void> {
  await db.deleteFrom('importPhotos').where('batchId', '=', batchId).execute()
  await db.deleteFrom('importItems').where('batchId', '=', batchId).execute()
  await db.deleteFrom('importUnits').where('batchId', '=', batchId).where('choice', '!=', 'create').execute()
}

/** Imports from the newest; batches that are still staged are shown to their owner alone. */
export async function history(db: Reads, by: AccountId, onlyOwn: boolean, offset: number, limit: number) {
  let from = db
    .selectFrom('importBatches')
    .where('state', '!=', 'reading')
    .where(({ eb, or }) => or([eb('state', '!=', 'staged'), eb('byId', '=', by)]))
  if (onlyOwn) from = from.where('byId', '=', by)
  const { total } = await from.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await from
    .selectAll()
    .select(({ selectFrom }) =>
      selectFrom('importFiles')
        .whereRef('importFiles.batchId', '=', 'importBatches.id')
        .where('failure', 'is not', null)
        .select(({ fn }) => fn.countAll<number>().as('files'))
        .as('unreadable'),
    )
    .orderBy('stagedAt', 'desc')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute()
  return { rows, total }
}
