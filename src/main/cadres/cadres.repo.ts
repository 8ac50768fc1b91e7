import type { AccountId, Scope } from '../../shared/accounts/accounts'
import { Cadre, type CadreId } from '../../shared/cadres/cadres'
import { idKey, nameKey } from '../../shared/cadres/duplicates.rules'
import type { RetirementOverride } from '../../shared/cadres/retirement.rules'
import type { PartialDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import type { PhotoId } from '../../shared/photos/photos'
import { AppError } from '../../shared/result'
import type { UnitId } from '../../shared/units/units'
import { saveFindings } from '../checks/saved-findings'
import type { Caller } from '../ipc/contexts'
import { overrideFor } from '../retirements/overrides'
import { prepared } from '../store/prepared'
import type { Reads, Writes } from '../store/schema'
import { listWithin } from '../units/units.repo'
import {
  type CadreChangesTable,
  type CadreFilesTable,
  cadreChangesColumns,
  cadreFilesColumns,
  cadresColumns,
} from './cadres.table'
import { saveHeldPosts } from './held-posts'
import { readingOf } from './names'
import { saveFacts } from './saved-facts'
import { index } from './search'

/** The units whose people an account sees; null for everyone. People without a unit are seen by whole-store scopes alone. */
export async function seenUnits(db: Reads, scope: Scope): Promise<string[] | null> {
  return scope === null ? null : (await listWithin(db, scope)).map(unit => unit.id)
}

const fromCadres = (db: Reads) => db.selectFrom('cadres')
type From = ReturnType<typeof fromCadres>

function within(from: From, units: readonly string[] | null): From {
  return units === null ? from : from.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
}

/** By what the rows of other modules know a person. @throws AppError not-found as `get` does */
async function personOf(db: Reads, scope: Scope, id: CadreId) {
  const person = await within(fromCadres(db), await seenUnits(db, scope))
    .select(['cadres.key', 'cadres.name', 'cadres.trashedAt'])
    .where('cadres.id', '=', id)
    .executeTakeFirst()
  if (!person) throw new AppError('not-found', '没有这份档案，或不在您的查看范围内')
  return person
}
export const keyOf = async (db: Reads, { scope }: Pick<Caller, 'scope'>, id: CadreId): Promise<number> =>
  (await personOf(db, scope, id)).key

export interface StoredCadre {
  readonly cadre: Cadre
  readonly revision: number
  readonly trashedAt: string | null
  readonly photo: PhotoId | null
  /** The file that it was merged into; it lies in the trash since. */
  readonly mergedInto: CadreId | null
  /** What the organisation has decided of 到龄年月; undefined where it has not. */
  readonly decided: RetirementOverride | undefined
}

/** @throws AppError not-found also for a file outside the scope: that it exists is not told */
export async function get(db: Reads, scope: Scope, id: CadreId): Promise<StoredCadre> {
  const row = await within(fromCadres(db), await seenUnits(db, scope))
    .innerJoin('cadreFiles', 'cadreFiles.key', 'cadres.key')
    .leftJoin('photos', join => join.onRef('photos.cadreId', '=', 'cadres.id').on('photos.shown', '=', 1))
    .leftJoin('merges', 'merges.goneId', 'cadres.id')
    .select([
      'cadreFiles.file',
      'cadres.revision',
      'cadres.trashedAt',
      'photos.id as photo',
      'merges.keptId as mergedInto',
    ])
    .where('cadres.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这份档案，或不在您的查看范围内')
  return {
    cadre: Cadre.parse(JSON.parse(row.file)),
    revision: row.revision,
    trashedAt: row.trashedAt,
    photo: row.photo,
    mergedInto: row.mergedInto,
    decided: await overrideFor(db, id),
  }
}

/** The columns that are made from a file. */
const columnsOf = (cadre: Cadre) => ({
  name: cadre.name,
  nameKey: nameKey(cadre.name),
  ...readingOf(cadre.name),
  sex: cadre.sex,
  birth: cadre.birth,
  nation: cadre.nation,
  nativePlace: cadre.nativePlace,
  workStart: cadre.workStart,
  partyJoined: cadre.partyJoined,
  idNumber: cadre.idNumber,
  idKey: idKey(cadre.idNumber) ?? null,
  unitId: cadre.unitId,
  unitOrder: cadre.unitOrder,
  postLevel: cadre.postLevel,
  postLevelSince: cadre.postLevelSince,
  currentPost: cadre.form.currentPost,
  currentPostSince: cadre.currentPostSince,
  rank: cadre.rank,
  rankSince: cadre.rankSince,
  status: cadre.status,
})

type SavedColumns = ReturnType<typeof columnsOf> & { readonly id: CadreId; readonly revision: number }
const { key: _key, trashedAt: _trashedAt, ...savedColumns } = cadresColumns
const upsertCadre = prepared(savedColumns, (db, row: SavedColumns) => {
  const { id: _id, ...columns } = row
  return db
    .insertInto('cadres')
    .values({ ...row, trashedAt: null })
    .onConflict(conflict => conflict.column('id').doUpdateSet(columns))
    .returning('key')
})
const upsertFile = prepared(cadreFilesColumns, (db, { key, file }: CadreFilesTable) =>
  db
    .insertInto('cadreFiles')
    .values({ key, file })
    .onConflict(conflict => conflict.column('key').doUpdateSet({ file })),
)

/**
 * Writes a file with everything that is made from it: columns, search index, and what the rules find in it as of a day.
 * @param revision 1 for a file that is new, and for no other
 */
export async function save(db: Writes, cadre: Cadre, revision: number, on: PartialDate = today()): Promise<void> {
  const columns = { ...columnsOf(cadre), revision }
  const [stored] = await upsertCadre(db, { id: cadre.id, ...columns })
  if (!stored) throw new AppError('internal', '程序内部错误')
  const { key } = stored
  await upsertFile(db, { key, file: JSON.stringify(cadre) })
  const isNew = revision === 1
  await saveFacts(db, key, cadre, isNew)
  await saveHeldPosts(db, key, cadre, isNew)
  await saveFindings(db, key, cadre, on, isNew)
  await index(db, key, columns)
}

/** How many files, those in the trash with them, stand under a unit itself. */
export async function countIn(db: Reads, unitId: UnitId): Promise<number> {
  const { total } = await db
    .selectFrom('cadres')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('unitId', '=', unitId)
    .executeTakeFirstOrThrow()
  return total
}

export type NewChange = Omit<CadreChangesTable, 'seq'> & { readonly byId: AccountId }
const { seq: _seq, ...changeColumns } = cadreChangesColumns
export const record = prepared(changeColumns, (db, change: NewChange) => db.insertInto('cadreChanges').values(change))

/** Newest first. */
export const changesOf = (db: Reads, id: CadreId) =>
  db.selectFrom('cadreChanges').selectAll().where('cadreId', '=', id).orderBy('seq', 'desc').execute()

export async function setTrashed(db: Writes, ids: readonly CadreId[], at: string | null): Promise<void> {
  const moved = await db.updateTable('cadres').set({ trashedAt: at }).where('id', 'in', ids).returning('key').execute()
  await db
    .updateTable('cadreFacts')
    .set({ trashed: at === null ? 0 : 1 })
    .where(
      'key',
      'in',
      moved.map(({ key }) => key),
    )
    .execute()
}
