import { sql } from 'kysely'
import type { CadreId } from '../../shared/cadres/cadres'
import type { CadreField } from '../../shared/cadres/field-labels'
import type { ImportedDetails, ImportedFields, ImportWarning } from '../../shared/cadres/imported'
import { PartialDate } from '../../shared/dates/partial-date'
import { type BatchId, type ImportItem, type ImportSummary, ItemState } from '../../shared/imports/imports'
import type { BatchPerson } from '../../shared/imports/imports.rules'
import type { Photo } from '../../shared/photos/photos'
import { AppError } from '../../shared/result'
import * as photos from '../photos/photos.repo'
import { prepared } from '../store/prepared'
import type { Reads, Writes } from '../store/schema'
import { type ImportItemsTable, type ImportPhotosTable, importItemsColumns, importPhotosColumns } from './imports.table'

/** What a file brought of one person, as it is laid aside. */
export interface StagedRecord {
  readonly fields: ImportedFields
  readonly details: ImportedDetails
  /** The fields that a roster has a column for; undefined for a whole form. */
  readonly only?: readonly CadreField[] | undefined
}
export interface StagedItem extends Omit<ImportItemsTable, 'record' | 'warnings' | 'keys'>, StagedRecord {
  readonly warnings: readonly ImportWarning[]
  readonly keys: readonly number[] | null
}

const toItem = ({ record, warnings, keys, ...row }: ImportItemsTable): StagedItem => ({
  ...row,
  ...(JSON.parse(record) as StagedRecord),
  warnings: JSON.parse(warnings) as ImportWarning[],
  keys: keys === null ? null : (JSON.parse(keys) as number[]),
})

export interface NewItem {
  readonly row: ImportItemsTable
  readonly photo: Photo | null
}

const insertItem = prepared(importItemsColumns, (db, row: ImportItemsTable) => db.insertInto('importItems').values(row))
const insertPhoto = prepared(importPhotosColumns, (db, row: ImportPhotosTable) =>
  db.insertInto('importPhotos').values(row),
)

export async function insert(db: Writes, items: readonly NewItem[]): Promise<void> {
  for (const { row, photo } of items) {
    const { batchId, place } = row
    await insertItem(db, row)
    if (photo) await insertPhoto(db, { batchId, place, ...(await photos.keepBytes(db, photo)) })
  }
}

export const update = async (
  db: Writes,
  { batchId, place }: Pick<StagedItem, 'batchId' | 'place'>,
  columns: Partial<ImportItemsTable>,
): Promise<void> =>
  void (await db
    .updateTable('importItems')
    .set(columns)
    .where('batchId', '=', batchId)
    .where('place', '=', place)
    .execute())

/** @throws AppError not-found */
export async function get(db: Reads, batchId: BatchId, place: number): Promise<StagedItem> {
  const row = await db
    .selectFrom('importItems')
    .selectAll()
    .where('batchId', '=', batchId)
    .where('place', '=', place)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '这批内容里没有这个人')
  return toItem(row)
}

export type Among =
  | { readonly places: readonly number[] }
  | { readonly state: ItemState }
  | { readonly unitNames: readonly string[] }
  | { readonly fates: readonly ('add' | 'merge')[] }
  | { readonly everyone: true }

/** Some items whole, in slices, so that thousands with their texts are never in memory together. */
export async function* slices(db: Reads, batchId: BatchId, among: Among): AsyncGenerator<StagedItem[]> {
  let from = db.selectFrom('importItems').selectAll().where('batchId', '=', batchId)
  if ('places' in among) from = from.where('place', 'in', among.places)
  else if ('state' in among) from = from.where('state', '=', among.state)
  else if ('unitNames' in among) from = from.where('unitName', 'in', among.unitNames)
  else if ('fates' in among) from = from.where('fate', 'in', among.fates)
  let last = -1
  for (;;) {
    const rows = await from.where('place', '>', last).orderBy('place').limit(200).execute()
    const end = rows.at(-1)
    if (!end) return
    last = end.place
    yield rows.map(toItem)
  }
}

export interface ItemFilter {
  readonly state: ItemState | null
  readonly warned: boolean
  readonly text: string
}

const fromItems = (db: Reads, batchId: BatchId) =>
  db.selectFrom('importItems').where('importItems.batchId', '=', batchId)
type From = ReturnType<typeof fromItems>

/** Items as the lists show them, in the order of the files. */
async function listed(from: From): Promise<ImportItem[]> {
  const rows = await from
    .leftJoin('cadres', 'cadres.id', 'importItems.cadreId')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .leftJoin('importUnits', join =>
      join
        .onRef('importUnits.batchId', '=', 'importItems.batchId')
        .onRef('importUnits.name', '=', 'importItems.unitName'),
    )
    .leftJoin('units as chosen', 'chosen.id', 'importUnits.unitId')
    .select([
      'importItems.place',
      'importItems.name',
      'importItems.sex',
      'importItems.birth',
      'importItems.currentPost',
      'importItems.fileName',
      'importItems.unitName',
      'importItems.state',
      'importItems.fate',
      'importItems.cadreId',
      'importItems.duplicateOf',
      'importItems.changes',
      'importItems.taken',
      'importItems.photo',
      'importItems.warningCount',
      'cadres.name as matchName',
      'units.name as matchUnit',
      'importItems.unitFrom',
      'chosen.name as chosenUnit',
      'importUnits.newName',
    ])
    .orderBy('importItems.place')
    .execute()
  return rows.map(({ cadreId, matchName, matchUnit, warningCount, birth, unitFrom, chosenUnit, newName, ...row }) => ({
    ...row,
    // A folder's name puts nobody into another unit than the store has.
    unit:
      (row.fate === 'merge' && unitFrom === 'folder' ? matchUnit : null) || chosenUnit || newName || matchUnit || '',
    birth: birth === null ? null : PartialDate.parse(birth),
    match: cadreId === null ? null : { id: cadreId, name: matchName ?? '', unitName: matchUnit ?? '' },
    warnings: warningCount,
  }))
}

export async function page(
  db: Reads,
  batchId: BatchId,
  { filter, offset, limit }: { filter: ItemFilter; offset: number; limit: number },
): Promise<{ rows: ImportItem[]; total: number }> {
  let from = fromItems(db, batchId)
  if (filter.state !== null) from = from.where('importItems.state', '=', filter.state)
  if (filter.warned) from = from.where('importItems.warningCount', '>', 0)
  const text = filter.text.trim()
  if (text !== '')
    from = from.where(({ eb, or }) =>
      or(
        (['name', 'unitName', 'currentPost', 'fileName'] as const).map(column =>
          eb(sql<number>`instr(${sql.ref(`importItems.${column}`)}, ${text})`, '>', 0),
        ),
      ),
    )
  const { total } = await from.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: await listed(from.offset(offset).limit(limit)), total }
}

/** @throws AppError not-found */
export async function shown(db: Reads, batchId: BatchId, place: number): Promise<ImportItem> {
  const [found] = await listed(fromItems(db, batchId).where('importItems.place', '=', place))
  if (!found) throw new AppError('not-found', '这批内容里没有这个人')
  return found
}

export async function counts(
  db: Reads,
  batchId: BatchId,
): Promise<Pick<ImportSummary, 'counts' | 'warned' | 'willAdd' | 'willChange'> & { open: number }> {
  const rows = await db
    .selectFrom('importItems')
    .where('batchId', '=', batchId)
    .groupBy(['state', 'fate', sql`taken > 0`, sql`warning_count > 0`])
    .select(['state', 'fate', sql<number>`taken > 0`.as('isTaken'), sql<number>`warning_count > 0`.as('isWarned')])
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .execute()
  const sum = (fits: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(fits).reduce((total, { people }) => total + people, 0)
  return {
    counts: Object.fromEntries(
      ItemState.options.map(state => [state, sum(each => each.state === state)]),
    ) as ImportSummary['counts'],
    warned: sum(({ isWarned }) => isWarned === 1),
    willAdd: sum(({ fate }) => fate === 'add'),
    willChange: sum(({ fate, isTaken }) => fate === 'merge' && isTaken === 1),
    open: sum(({ fate }) => fate === null),
  }
}

/** New people whose unit nothing names. */
export async function withoutUnit(db: Reads, batchId: BatchId): Promise<number> {
  const { people } = await fromItems(db, batchId)
    .leftJoin('importUnits', join =>
      join
        .onRef('importUnits.batchId', '=', 'importItems.batchId')
        .onRef('importUnits.name', '=', 'importItems.unitName'),
    )
    .where('importItems.fate', '=', 'add')
    .where('importUnits.unitId', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow()
  return people
}

/** People whose unit nothing names, and who have none in the store either. */
export const homeless = (db: Reads, batchId: BatchId): Promise<{ place: number; currentPost: string }[]> =>
  fromItems(db, batchId)
    .leftJoin('importUnits', join =>
      join
        .onRef('importUnits.batchId', '=', 'importItems.batchId')
        .onRef('importUnits.name', '=', 'importItems.unitName'),
    )
    .leftJoin('cadres', 'cadres.id', 'importItems.cadreId')
    .where('importUnits.unitId', 'is', null)
    .where('cadres.unitId', 'is', null)
    .where('importItems.fate', 'in', ['add', 'merge'])
    .select(['importItems.place', 'importItems.currentPost'])
    .orderBy('importItems.place')
    .execute()

/** Files of the store into which more than one person of the batch would be merged. */
export async function mergedTwice(db: Reads, batchId: BatchId): Promise<CadreId[]> {
  const rows = await db
    .selectFrom('importItems')
    .where('batchId', '=', batchId)
    .where('fate', '=', 'merge')
    .where('cadreId', 'is not', null)
    .groupBy('cadreId')
    .having(({ fn }) => fn.countAll(), '>', 1)
    .select('cadreId')
    .execute()
  return rows.flatMap(({ cadreId }) => (cadreId === null ? [] : [cadreId]))
}

/** Everybody of a batch, with what tells people apart. */
export async function batchPeople(db: Reads, batchId: BatchId): Promise<BatchPerson[]> {
  const rows = await db
    .selectFrom('importItems')
    .select(['place', 'name', 'birth', 'idKey', 'filledOn'])
    .where('batchId', '=', batchId)
    .orderBy('place')
    .execute()
  return rows.map(({ idKey, ...person }) => ({ ...person, idNumber: idKey ?? '' }))
}

/** The picture of a staged person, where it lies. */
export async function pictureOf(
  db: Writes,
  { batchId, place }: Pick<StagedItem, 'batchId' | 'place'>,
): Promise<photos.KeptPicture | undefined> {
  const [found] = await findPicture(db, { batchId, place })
  return found
}
const findPicture = prepared({ batchId: 'TEXT', place: 'INTEGER' }, (db, of: { batchId: BatchId; place: number }) =>
  db
    .selectFrom('importPhotos')
    .select(['kind', 'sha256', 'bytesKey'])
    .where('batchId', '=', of.batchId)
    .where('place', '=', of.place),
)

/** The photo of a staged person, to be shown. */
export async function photoOf(db: Reads, batchId: BatchId, place: number): Promise<Photo | undefined> {
  const found = await db
    .selectFrom('importPhotos')
    .innerJoin('photoBytes', 'photoBytes.key', 'importPhotos.bytesKey')
    .select(['importPhotos.kind', 'photoBytes.bytes'])
    .where('importPhotos.batchId', '=', batchId)
    .where('importPhotos.place', '=', place)
    .executeTakeFirst()
  // The driver hands out Buffers, which do not cross to the page as what they are.
  return found && { kind: found.kind, bytes: new Uint8Array(found.bytes) }
}
