import { sql } from 'kysely'
import type { Scope } from '../../shared/accounts/accounts'
import { Cadre, type CadreId } from '../../shared/cadres/cadres'
import type { CadreFilter, SensitiveField } from '../../shared/cadres/cadres.contract'
import type { Whom } from '../../shared/exports/exports'
import { AppError } from '../../shared/result'
import { highestMark, type SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { filtered } from '../cadres/cadres.repo'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { covered } from './covered'

const everybody: CadreFilter = { unitId: null, status: [], trashed: false }

export interface Chosen {
  /** In the order of the unit tree, then of the unit. */
  readonly ids: readonly CadreId[]
  /** What a copy of their files must bear at the least. */
  readonly mark: SecrecyMark
}

/**
 * The people that an order names, as far as the account may see them. Files in the trash never go out.
 * @throws AppError conflict when somebody named is no longer there to be seen
 */
export async function choose(db: Reads, scope: Scope, whom: Whom): Promise<Chosen> {
  const wanted = whom.by === 'ids' ? new Set<CadreId>(whom.ids) : undefined
  const filter = whom.by === 'list' ? { ...whom.filter, trashed: false } : everybody
  const from = await filtered(db, scope, filter)
  const rows = await (wanted ? from.where('cadres.id', 'in', [...wanted]) : from)
    .innerJoin('cadreFiles', 'cadreFiles.key', 'cadres.key')
    .select(['cadres.id', 'cadres.unitId', 'cadres.unitOrder', 'cadres.pinyin'])
    .select(sql<string>`json_extract(cadre_files.file, '$.secrecy')`.as('secrecy'))
    .execute()
  if (wanted && rows.length < wanted.size)
    throw new AppError('conflict', '所选的人中有的已不在名册里，请重新选择后再导出')
  const order = new Map((await listWithin(db, scope)).map(({ id }, index) => [id as string, index]))
  const place = (unitId: string | null): number => order.get(unitId ?? '') ?? order.size
  const sorted = rows.toSorted(
    (a, b) => place(a.unitId) - place(b.unitId) || a.unitOrder - b.unitOrder || a.pinyin.localeCompare(b.pinyin, 'en'),
  )
  return { ids: sorted.map(({ id }) => id), mark: highestMark(new Set(rows.map(({ secrecy }) => secrecy))) }
}

export interface PersonOut {
  /** With nothing masked but what was not asked for, which is empty. */
  readonly cadre: Cadre
  readonly unitName: string
  readonly photo: Uint8Array | null
}

/** The files of some of the chosen, in their order. Small slices keep the memory bounded. */
export async function read(
  db: Reads,
  scope: Scope,
  ids: readonly CadreId[],
  shown: readonly SensitiveField[],
): Promise<PersonOut[]> {
  const rows = await (await filtered(db, scope, everybody))
    .where('cadres.id', 'in', [...ids])
    .innerJoin('cadreFiles', 'cadreFiles.key', 'cadres.key')
    .leftJoin('photos', join => join.onRef('photos.cadreId', '=', 'cadres.id').on('photos.shown', '=', 1))
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .select(['cadres.id', 'cadreFiles.file', 'photos.bytes', 'units.name as unitName'])
    .execute()
  const people = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => {
    const row = people.get(id)
    if (!row) throw new AppError('conflict', '导出期间有人被移出名册，没有留下文件，请重新选择')
    return {
      cadre: covered(Cadre.parse(JSON.parse(row.file)), shown),
      unitName: row.unitName ?? '',
      photo: row.bytes,
    }
  })
}
