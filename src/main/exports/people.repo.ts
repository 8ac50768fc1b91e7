import { sql } from 'kysely'
import type { Scope } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import type { CadreFilter } from '../../shared/cadres/cadres.contract'
import type { Whom } from '../../shared/exports/exports'
import { AppError } from '../../shared/result'
import { highestMark, type SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { filtered } from '../cadres/cadres.repo'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'

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
