import { sql } from 'kysely'
import type { Scope } from '../../shared/accounts/accounts'
import type { CareCoverageBy, CareWhom } from '../../shared/care-coverage/care-coverage.contract'
import { CareDimension } from '../../shared/care-measures/measures.data'
import { leadershipLevelCodes } from '../../shared/codes/leadership-level'
import { addMonths, Day } from '../../shared/dates/add-months'
import * as catalogue from '../care-measures/catalogue.repo'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { everyone, type People } from './everyone'

interface Asked {
  readonly by: CareCoverageBy
  readonly whom: CareWhom
  readonly until: Day
  readonly months: number
  readonly unitId: string | null
}

/** The months of a period, the last one that of a day, as YYYYMM. */
function monthsUntil(until: Day, count: number): number[] {
  const first = Day.parse(`${until.slice(0, 7)}-01`)
  return Array.from({ length: count }, (_, at) =>
    Number(
      addMonths(first, at - count + 1)
        .slice(0, 7)
        .replace('-', ''),
    ),
  )
}

/** That something was done for one person in one month, on one side or for one measure. */
type Care = readonly [cadre: number, month: number, band: string, lastOn: number]

const isOwn = (by: CareCoverageBy): boolean => by === 'unit' || by === 'level'

/** What was done for people in these months, once for each person, month and band. What was withdrawn does not count. */
async function caresIn(db: Reads, by: CareCoverageBy, columns: readonly number[]): Promise<Care[]> {
  const band = isOwn(by)
    ? sql<string>`''`
    : by === 'measure'
      ? sql<string>`coalesce(measure, '')`
      : sql<string>`dimension`
  const [first = 0, last = 0] = [columns[0], columns.at(-1)]
  const { json } = await db
    .selectFrom(
      db
        .selectFrom('careRecords')
        .select([
          'cadreKey',
          sql<number>`on_day / 100`.as('month'),
          band.as('band'),
          ({ fn }) => fn.max('onDay').as('last'),
        ])
        .where('withdrawnFor', 'is', null)
        .where('onDay', '>=', first * 100)
        .where('onDay', '<=', last * 100 + 31)
        .groupBy(['cadreKey', 'month', 'band'])
        .as('cares'),
    )
    .select(sql<string>`json_group_array(json_array(cadre_key, month, band, last))`.as('json'))
    .executeTakeFirstOrThrow()
  return JSON.parse(json) as Care[]
}

const ownBandOf = (by: CareCoverageBy, { unitId, level }: People[number]): string =>
  by === 'unit' ? (unitId ?? '') : String(level ?? '')

async function titlesFor(db: Reads, by: CareCoverageBy): Promise<ReadonlyMap<string, string>> {
  if (by === 'unit')
    return new Map([...(await listWithin(db, null)).map(({ id, name }) => [id, name] as const), ['', '未分单位']])
  if (by === 'measure') {
    const named = (await catalogue.current(db)).filter(({ title }) => title !== '')
    return new Map([...named.map(({ key, title }) => [key, title] as const), ['', '没有对应的措施']])
  }
  if (by === 'dimension') return new Map(CareDimension.options.map(name => [name, name]))
  return new Map([...leadershipLevelCodes.entries.map(({ name }, at) => [String(at), name] as const), ['', '未填层次']])
}

/** The board: who was cared for in which month, in bands of units, levels, measures or dimensions. */
export async function board(db: Reads, scope: Scope, { by, whom, until, months, unitId }: Asked) {
  const columns = monthsUntil(until, months)
  const people = await everyone(db, scope, unitId, whom)
  const byKey = new Map(people.map(person => [person.key, person]))
  const titles = await titlesFor(db, by)
  const bands = new Map<string, { people: number; reached: Set<number>; months: number[] }>()
  const bandOf = (key: string) => {
    const known = bands.get(key)
    if (known) return known
    const band = { people: 0, reached: new Set<number>(), months: columns.map(() => 0) }
    bands.set(key, band)
    return band
  }
  if (isOwn(by)) for (const person of people) bandOf(ownBandOf(by, person)).people++
  // Every side is told, also one on which nothing was done.
  else if (by === 'dimension') for (const key of titles.keys()) bandOf(key)
  const place = new Map(columns.map((month, at) => [month, at]))
  const reached = new Set<number>()
  for (const [key, month, name] of await caresIn(db, by, columns)) {
    const person = byKey.get(key)
    const at = place.get(month)
    if (!person || at === undefined) continue
    reached.add(key)
    const band = bandOf(isOwn(by) ? ownBandOf(by, person) : name)
    band.reached.add(key)
    band.months[at] = (band.months[at] ?? 0) + 1
  }
  const order = new Map([...titles.keys()].map((key, at) => [key, at]))
  const rank = (key: string): number => order.get(key) ?? order.size
  return {
    months: columns.map(String),
    bands: [...bands]
      .map(([key, band]) => ({
        key,
        title: titles.get(key) ?? '其他',
        people: isOwn(by) ? band.people : people.length,
        reached: band.reached.size,
        months: band.months,
      }))
      .toSorted((a, b) => rank(a.key) - rank(b.key)),
    people: people.length,
    reached: reached.size,
  }
}

/**
 * The people behind one number of the board, by key: those who were reached, the latest first, or those who were not.
 * @param month YYYYMM of one column; null for the whole period
 */
export async function covered(
  db: Reads,
  scope: Scope,
  asked: Asked & { readonly key: string; readonly month: string | null; readonly reached: boolean },
): Promise<{ key: number; lastOn: number | null }[]> {
  const { by, whom, key: band, until, months, month, unitId, reached } = asked
  const last = new Map<number, number>()
  for (const [key, at, name, lastOn] of await caresIn(db, by, monthsUntil(until, months))) {
    if (month !== null && String(at) !== month) continue
    if (!isOwn(by) && name !== band) continue
    last.set(key, Math.max(lastOn, last.get(key) ?? 0))
  }
  return (await everyone(db, scope, unitId, whom))
    .filter(person => !isOwn(by) || ownBandOf(by, person) === band)
    .map(({ key }) => ({ key, lastOn: last.get(key) ?? null }))
    .filter(({ lastOn }) => (lastOn !== null) === reached)
    .toSorted((a, b) => (b.lastOn ?? 0) - (a.lastOn ?? 0) || a.key - b.key)
}
