import { sql } from 'kysely'
import type { RegisterKind } from '../../shared/care-register/care-register'
import type { Day } from '../../shared/dates/add-months'
import { stampOf } from '../../shared/dates/stamps'
import { sideOf } from '../../shared/grassroots/sides.rules'
import type { Reads } from '../store/schema'

/** Lists of the register whose people carry heavy duty away from an office. */
const lists: readonly RegisterKind[] = ['驻村援派挂职', '急难任务']
/** The same by a tag of the file, such as 一线 or 急难险重一线. */
const FRONT_LINE = '一线'

/** Tells of a person why they count as 一线 on a day: by the register, by a unit of the grass roots, or by a tag. */
export async function frontLineOf(
  db: Reads,
  on: Day,
): Promise<(key: number, unitId: string | null, tags: readonly string[]) => string[]> {
  const day = stampOf(on)
  const entries = await db
    .selectFrom('careEntries')
    .select(['cadreKey', 'kind'])
    .where('kind', 'in', lists)
    .where('endedFor', 'is', null)
    .where('fromDay', '<=', day)
    .where(sql<boolean>`(until_day IS NULL OR until_day >= ${day})`)
    .execute()
  const listed = new Map<number, string[]>()
  for (const { cadreKey, kind } of entries) listed.set(cadreKey, [...(listed.get(cadreKey) ?? []), kind])
  const natures = await db.selectFrom('unitFacts').select(['unitId', 'nature']).execute()
  const roots = new Set<string>(natures.filter(({ nature }) => sideOf(nature) === '街镇').map(({ unitId }) => unitId))
  return (key, unitId, tags) => [
    ...new Set([
      ...(listed.get(key) ?? []),
      ...(unitId !== null && roots.has(unitId) ? ['镇街'] : []),
      ...tags.filter(tag => tag.includes(FRONT_LINE)),
    ]),
  ]
}
