import type { BatchId } from '../../shared/imports/imports'
import { type Matching, RosterColumns } from '../../shared/imports/sheets'
import type { ImportedTable } from '../../shared/imports/table'
import { AppError } from '../../shared/result'
import type { Reads, Writes } from '../store/schema'
import type { ImportSheetsTable } from './imports.table'

export interface StoredSheet extends Omit<ImportSheetsTable, 'grid'> {
  readonly table: ImportedTable
}
const listed = ['place', 'fileName', 'sheet'] as const

export const list = (db: Reads, batchId: BatchId): Promise<Pick<ImportSheetsTable, (typeof listed)[number]>[]> =>
  db.selectFrom('importSheets').select(listed).where('batchId', '=', batchId).orderBy('place').execute()

/** @throws AppError not-found */
export async function get(db: Reads, batchId: BatchId, place: number): Promise<StoredSheet> {
  const row = await db
    .selectFrom('importSheets')
    .selectAll()
    .where('batchId', '=', batchId)
    .where('place', '=', place)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '这张表已经对应好，或者不再导入')
  const { grid, ...rest } = row
  return { ...rest, table: JSON.parse(grid) as ImportedTable }
}

export async function add(db: Writes, sheets: readonly StoredSheet[]): Promise<void> {
  for (const { table, ...sheet } of sheets)
    await db
      .insertInto('importSheets')
      .values({ ...sheet, grid: JSON.stringify(table) })
      .execute()
}

export const remove = async (db: Writes, batchId: BatchId, place: number): Promise<void> =>
  void (await db.deleteFrom('importSheets').where('batchId', '=', batchId).where('place', '=', place).execute())

/** Every header that was matched before, with its columns. A target that no version knows any more is left out. */
export async function remembered(db: Reads): Promise<ReadonlyMap<string, RosterColumns>> {
  const rows = await db.selectFrom('rosterColumns').select(['signature', 'columns']).execute()
  return new Map(
    rows.flatMap(({ signature, columns }) => {
      const known = RosterColumns.safeParse(JSON.parse(columns))
      return known.success ? [[signature, known.data]] : []
    }),
  )
}

export const remember = async (db: Writes, signature: string, columns: RosterColumns, setAt: string): Promise<void> =>
  void (await db
    .insertInto('rosterColumns')
    .values({ signature, columns: JSON.stringify(columns), setAt })
    .onConflict(conflict => conflict.column('signature').doUpdateSet({ columns: JSON.stringify(columns), setAt }))
    .execute())

/** The headers that are remembered, the newest first. */
export async function matchings(db: Reads): Promise<Matching[]> {
  const rows = await db.selectFrom('rosterColumns').selectAll().orderBy('setAt', 'desc').orderBy('signature').execute()
  const known = await remembered(db)
  return rows.flatMap(({ signature, setAt }) => {
    const columns = known.get(signature)
    return columns ? [{ signature, labels: signature.split('|'), columns, setAt }] : []
  })
}

/** @throws AppError not-found */
export async function forget(db: Writes, signature: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('rosterColumns')
    .where('signature', '=', signature)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw new AppError('not-found', '这个表头已经忘记了')
}
