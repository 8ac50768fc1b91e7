import { sql } from 'kysely'
import type { AccountId, Scope } from '../../shared/accounts/accounts'
import { Cadre, type CadreId } from '../../shared/cadres/cadres'
import type { CadreFilter, CadreRow, CadreSort } from '../../shared/cadres/cadres.contract'
import { PartialDate } from '../../shared/dates/partial-date'
import type { PhotoId } from '../../shared/photos/photos'
import { AppError } from '../../shared/result'
import { UnitId } from '../../shared/units/units'
import { withSubUnits } from '../../shared/units/units.rules'
import type { Reads, Tables, Writes } from '../store/schema'
import { listWithin } from '../units/units.repo'
import type { CadreChangesTable } from './cadres.table'
import { saveHeldPosts } from './held-posts'
import { nameKey, readingOf, spaced } from './names'

const rowColumns = [
  'cadres.id',
  'cadres.name',
  'cadres.sex',
  'cadres.birth',
  'cadres.nation',
  'cadres.nativePlace',
  'cadres.workStart',
  'cadres.partyJoined',
  'cadres.unitId',
  'cadres.postLevel',
  'cadres.postLevelSince',
  'cadres.currentPost',
  'cadres.currentPostSince',
  'cadres.rank',
  'cadres.rankSince',
  'cadres.status',
] as const

const asDate = (text: string | null): PartialDate | null => (text === null ? null : PartialDate.parse(text))

type Picked = Pick<
  Tables['cadres'],
  | 'id'
  | 'name'
  | 'sex'
  | 'birth'
  | 'nation'
  | 'nativePlace'
  | 'workStart'
  | 'partyJoined'
  | 'unitId'
  | 'postLevel'
  | 'postLevelSince'
  | 'currentPost'
  | 'currentPostSince'
  | 'rank'
  | 'rankSince'
  | 'status'
> & { unitName: string | null }

const toRow = (row: Picked): CadreRow => ({
  ...row,
  birth: asDate(row.birth),
  workStart: asDate(row.workStart),
  partyJoined: asDate(row.partyJoined),
  postLevelSince: asDate(row.postLevelSince),
  currentPostSince: asDate(row.currentPostSince),
  rankSince: asDate(row.rankSince),
  unitName: row.unitName ?? '',
})

/** The units whose people an account sees; null for everyone. People without a unit are seen by whole-store scopes alone. */
async function seenUnits(db: Reads, scope: Scope): Promise<string[] | null> {
  return scope === null ? null : (await listWithin(db, scope)).map(unit => unit.id)
}

const fromCadres = (db: Reads) => db.selectFrom('cadres')
type From = ReturnType<typeof fromCadres>

function within(from: From, units: readonly string[] | null): From {
  return units === null ? from : from.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
}

/** The files that a list's conditions find, within the scope. */
export async function filtered(db: Reads, scope: Scope, filter: CadreFilter): Promise<From> {
  let from: From = fromCadres(db)
  from = within(from, await seenUnits(db, scope))
  from = filter.trashed ? from.where('cadres.trashedAt', 'is not', null) : from.where('cadres.trashedAt', 'is', null)
  if (filter.status.length > 0) from = from.where('cadres.status', 'in', filter.status)
  if (filter.unitId !== null) {
    const below = [...withSubUnits(await listWithin(db, scope), [filter.unitId])]
    from = from.where('cadres.unitId', 'in', below)
  }
  return from
}

export async function page(
  db: Reads,
  scope: Scope,
  { filter, sort, offset, limit }: { filter: CadreFilter; sort: CadreSort; offset: number; limit: number },
): Promise<{ rows: CadreRow[]; total: number }> {
  const from = await filtered(db, scope, filter)
  const { total } = await from.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const direction = sort.descending ? 'desc' : 'asc'
  let rows = from.leftJoin('units', 'units.id', 'cadres.unitId').select(rowColumns).select('units.name as unitName')
  if (sort.by === 'unit') rows = rows.orderBy('cadres.unitId', direction).orderBy('cadres.unitOrder', direction)
  else if (sort.by === 'name') rows = rows.orderBy('cadres.pinyin', direction)
  else if (sort.by === 'birth') rows = rows.orderBy('cadres.birth', direction)
  else rows = rows.orderBy('cadres.postLevel', direction).orderBy('cadres.postLevelSince', direction)
  const found = await rows.orderBy('cadres.name').offset(offset).limit(limit).execute()
  return { rows: found.map(toRow), total }
}

/** An FTS5 phrase of spaced characters: quotes are doubled, so nothing in the text is syntax. */
const phrase = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** What was typed as a question to the index: letters may be pinyin or initials, digits an ID number, the rest words. */
export function matchOf(text: string): string | undefined {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/\s+/)
    .filter(part => part !== '')
  const questions = parts.map(part => {
    const latin = part.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
    const words = spaced(part)
    const asked = [
      ...(words === '' ? [] : [`{name post unit} : ${phrase(words)}`]),
      ...(/^[a-z]+$/.test(latin) ? [`pinyin : ${phrase(latin)} *`] : []),
      ...(/^\d[\dx]*$/.test(latin) ? [`id_number : ${phrase(latin)} *`] : []),
    ]
    return asked.length > 0 ? `(${asked.join(' OR ')})` : ''
  })
  const all = questions.filter(question => question !== '')
  return all.length > 0 ? all.join(' AND ') : undefined
}

export async function search(db: Reads, scope: Scope, text: string, limit: number): Promise<CadreRow[]> {
  const match = matchOf(text)
  if (match === undefined) return []
  const rows = await within(fromCadres(db), await seenUnits(db, scope))
    .innerJoin('cadreSearch', 'cadreSearch.rowid', 'cadres.key')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .where(sql<boolean>`cadre_search MATCH ${match}`)
    .where('cadres.trashedAt', 'is', null)
    .select(rowColumns)
    .select('units.name as unitName')
    .orderBy(sql`bm25(cadre_search, 10, 8, 2, 2, 5)`)
    .limit(limit)
    .execute()
  return rows.map(toRow)
}

export interface StoredCadre {
  readonly cadre: Cadre
  readonly revision: number
  readonly trashedAt: string | null
  readonly photo: PhotoId | null
}

/** @throws AppError not-found also for a file outside the scope: that it exists is not told */
export async function get(db: Reads, scope: Scope, id: CadreId): Promise<StoredCadre> {
  const row = await within(fromCadres(db), await seenUnits(db, scope))
    .innerJoin('cadreFiles', 'cadreFiles.key', 'cadres.key')
    .leftJoin('photos', join => join.onRef('photos.cadreId', '=', 'cadres.id').on('photos.shown', '=', 1))
    .select(['cadreFiles.file', 'cadres.revision', 'cadres.trashedAt', 'photos.id as photo'])
    .where('cadres.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这份档案，或不在您的查看范围内')
  return {
    cadre: Cadre.parse(JSON.parse(row.file)),
    revision: row.revision,
    trashedAt: row.trashedAt,
    photo: row.photo,
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

/** Writes a file with everything that is made from it: columns and search index. */
export async function save(db: Writes, cadre: Cadre, revision: number): Promise<void> {
  const columns = { ...columnsOf(cadre), revision }
  const { key } = await db
    .insertInto('cadres')
    .values({ id: cadre.id, ...columns, trashedAt: null })
    .onConflict(conflict => conflict.column('id').doUpdateSet(columns))
    .returning('key')
    .executeTakeFirstOrThrow()
  const file = JSON.stringify(cadre)
  await db
    .insertInto('cadreFiles')
    .values({ key, file })
    .onConflict(conflict => conflict.column('key').doUpdateSet({ file }))
    .execute()
  await saveHeldPosts(db, key, cadre)
  await index(db, key, columns)
}

type Indexed = Pick<Tables['cadres'], 'name' | 'pinyin' | 'initials' | 'currentPost' | 'idNumber' | 'unitId'>

/** Puts a person into the search index, in the place of what stood there. */
async function index(db: Writes, key: number, row: Indexed): Promise<void> {
  const unit = row.unitId
    ? await db.selectFrom('units').select('name').where('id', '=', UnitId.parse(row.unitId)).executeTakeFirst()
    : undefined
  await db
    .insertInto('cadreSearch')
    .orReplace()
    .values({
      rowid: key,
      name: spaced(row.name),
      pinyin: `${row.pinyin} ${row.initials}`,
      post: spaced(row.currentPost),
      unit: spaced(unit?.name ?? ''),
      idNumber: row.idNumber.toLowerCase(),
    })
    .execute()
}

/** Renews what the search index says about the people of a unit: called when its name has changed. */
export async function renameUnit(db: Writes, unitId: UnitId, name: string): Promise<void> {
  await db
    .updateTable('cadreSearch')
    .set({ unit: spaced(name) })
    .where('rowid', 'in', people => people.selectFrom('cadres').select('key').where('unitId', '=', unitId))
    .execute()
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
export const record = async (db: Writes, change: NewChange): Promise<void> =>
  void (await db.insertInto('cadreChanges').values(change).execute())

/** Newest first. */
export const changesOf = (db: Reads, id: CadreId) =>
  db.selectFrom('cadreChanges').selectAll().where('cadreId', '=', id).orderBy('seq', 'desc').execute()

export async function setTrashed(db: Writes, ids: readonly CadreId[], at: string | null): Promise<void> {
  await db.updateTable('cadres').set({ trashedAt: at }).where('id', 'in', ids).execute()
}
