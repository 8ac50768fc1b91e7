import { sql } from 'kysely'
import type { CadreId } from '../../shared/cadres/cadres'
import type { CadreRow } from '../../shared/cadres/cadres.contract'
import { PartialDate } from '../../shared/dates/partial-date'
import type { Reads, Tables } from '../store/schema'

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

/** The lines of some people in the order of their keys. Who is gone meanwhile is left out. */
export async function rowsOf(db: Reads, keys: ArrayLike<number>): Promise<CadreRow[]> {
  if (keys.length === 0) return []
  const found = await db
    .selectFrom('cadres')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .where('cadres.key', 'in', Array.from(keys))
    .select('cadres.key')
    .select(rowColumns)
    .select('units.name as unitName')
    .execute()
  const rows = new Map(found.map(({ key, ...row }) => [key, toRow(row)]))
  return Array.from(keys).flatMap(key => rows.get(key) ?? [])
}

/** The ids of some people in the order of their keys. */
export async function idsOf(db: Reads, keys: ArrayLike<number>): Promise<CadreId[]> {
  if (keys.length === 0) return []
  const wanted = JSON.stringify(Array.from(keys))
  const found = await db
    .selectFrom('cadres')
    .where(sql<boolean>`key IN (SELECT value FROM json_each(${wanted}))`)
    .select(['key', 'id'])
    .execute()
  const ids = new Map(found.map(({ key, id }) => [key, id]))
  return Array.from(keys).flatMap(key => ids.get(key) ?? [])
}
