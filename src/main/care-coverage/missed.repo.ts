import { sql } from 'kysely'
import type { Scope } from '../../shared/accounts/accounts'
import { levelOrder } from '../../shared/cadres/facts.rules'
import type { CareMissed, CareWhom } from '../../shared/care-coverage/care-coverage.contract'
import type { CareDimension } from '../../shared/care-measures/measures.data'
import type { RegisterKind } from '../../shared/care-register/care-register'
import type { Day } from '../../shared/dates/add-months'
import { quietBound, stampOf } from '../../shared/dates/stamps'
import type { Reads } from '../store/schema'
import { everyone } from './everyone'

/** One who was missed, by key, with the last day on which something was done and the duty that they carry. */
export interface Missed {
  readonly key: number
  readonly lastOn: number | null
  readonly duty: string
}

/** The last day on which something was done, by person. */
async function lastCares(db: Reads, dimension: CareDimension | null): Promise<ReadonlyMap<number, number>> {
  let records = db
    .selectFrom('careRecords')
    .select(['cadreKey', ({ fn }) => fn.max('onDay').as('last')])
    .where('withdrawnFor', 'is', null)
  if (dimension !== null) records = records.where('dimension', '=', dimension)
  const { json } = await db
    .selectFrom(records.groupBy('cadreKey').as('done'))
    .select(sql<string>`json_group_array(json_array(cadre_key, last))`.as('json'))
    .executeTakeFirstOrThrow()
  return new Map(JSON.parse(json) as [number, number][])
}

/** Lists of the register, and what a tag holds, that say that somebody works at the front line. */
const dutyLists: readonly RegisterKind[] = ['驻村援派挂职', '急难任务']
const DUTY_TAG = '一线'

/** Who carries a duty at the front line on a day, in words: the list with its place, or the tag. */
async function duties(db: Reads, on: Day): Promise<ReadonlyMap<number, string>> {
  const day = stampOf(on)
  const entries = await db
    .selectFrom('careEntries')
    .select(['cadreKey', 'kind', 'place'])
    .where('kind', 'in', dutyLists)
    .where('fromDay', '<=', day)
    .where(({ eb }) => eb.or([eb('untilDay', 'is', null), eb('untilDay', '>=', day)]))
    .execute()
  const tagged = await db
    .selectFrom('cadreFacts')
    .select(['key', 'tags'])
    .where('tags', 'like', `%${DUTY_TAG}%`)
    .execute()
  const words = new Map<number, string>()
  const add = (key: number, text: string): void => {
    const known = words.get(key)
    words.set(key, known === undefined ? text : `${known}；${text}`)
  }
  for (const { cadreKey, kind, place } of entries) add(cadreKey, place === '' ? kind : `${kind}（${place}）`)
  for (const { key, tags } of tagged)
    for (const tag of JSON.parse(tags) as string[]) if (tag.includes(DUTY_TAG)) add(key, tag)
  return words
}

/** Who has taken any leave in the year of a day: at the front line that is care too. */
async function onLeave(db: Reads, on: Day): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('entitlementTakes')
    .select('cadreKey')
    .where('year', '=', Number(on.slice(0, 4)))
    .where('kind', '=', '年休假')
    .where('days', '>', 0)
    .execute()
  return new Set(rows.map(({ cadreKey }) => cadreKey))
}

const byLast = (a: Missed, b: Missed): number => (a.lastOn ?? 0) - (b.lastOn ?? 0) || a.key - b.key

/** Those for whom nothing was done for so many months by a day, never at all first, then the longest. */
export async function missed(db: Reads, scope: Scope, on: Day, of: CareMissed): Promise<Missed[]> {
  const whom: CareWhom = of.list === 'frontline' ? '在职' : of.whom
  const level = of.list === 'frontline' || of.level === null ? null : levelOrder(of.level)
  const last = await lastCares(db, of.list === 'frontline' ? null : of.dimension)
  const carried = of.list === 'frontline' ? await duties(db, on) : null
  const rested = of.list === 'frontline' ? await onLeave(db, on) : null
  const bound = quietBound(on, of.months)
  return (await everyone(db, scope, of.unitId, whom))
    .filter(person => (level === null || person.level === level) && (carried === null || carried.has(person.key)))
    .map(({ key }) => ({ key, lastOn: last.get(key) ?? null, duty: carried?.get(key) ?? '' }))
    .filter(({ key, lastOn }) => (lastOn ?? 0) <= bound && rested?.has(key) !== true)
    .toSorted(byLast)
}

/** How many were missed, and how many of those at the front line. */
export async function figures(
  db: Reads,
  scope: Scope,
  on: Day,
  { whom, months, unitId }: { whom: CareWhom; months: number; unitId: string | null },
) {
  const people = await everyone(db, scope, unitId, whom)
  const last = await lastCares(db, null)
  const carried = await duties(db, on)
  const rested = await onLeave(db, on)
  const bound = quietBound(on, months)
  const isMissed = (key: number): boolean => (last.get(key) ?? 0) <= bound
  const atFront = (whom === '在职' ? people : await everyone(db, scope, unitId, '在职')).filter(({ key }) =>
    carried.has(key),
  )
  return {
    people: people.length,
    quiet: people.filter(({ key }) => isMissed(key)).length,
    never: people.filter(({ key }) => !last.has(key)).length,
    frontline: atFront.length,
    frontlineMissed: atFront.filter(({ key }) => isMissed(key) && !rested.has(key)).length,
  }
}
