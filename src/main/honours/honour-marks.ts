import { sql } from 'kysely'
import type { Honour } from '../../shared/honours/honours'
import { highestMark, type SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import type { Reads } from '../store/schema'

/** What a copy that names the holders of these honours must bear at the least: the highest mark of their files. */
export async function markOf(db: Reads, honours: readonly Pick<Honour, 'cadreId' | 'members'>[]): Promise<SecrecyMark> {
  const ids = honours.flatMap(({ cadreId, members }) => [cadreId, ...members.map(member => member.cadreId)])
  const named = [...new Set(ids.filter(id => id !== null))]
  const rows = await db
    .selectFrom('cadreFiles')
    .innerJoin('cadres', 'cadres.key', 'cadreFiles.key')
    .select(sql<string | null>`json_extract(file, '$.secrecy')`.as('secrecy'))
    .distinct()
    .where('cadres.id', 'in', sql<never>`(SELECT value FROM json_each(${JSON.stringify(named)}))`)
    .execute()
  return highestMark(rows.map(({ secrecy }) => secrecy ?? ''))
}
