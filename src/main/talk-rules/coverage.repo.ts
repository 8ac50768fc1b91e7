import { sql } from 'kysely'
import type { Scope } from '../../shared/accounts/accounts'
import { leadershipLevelCodes } from '../../shared/codes/leadership-level'
import { addMonths, Day } from '../../shared/dates/add-months'
import * as accounts from '../accounts/accounts.repo'
import { seenUnits } from '../cadres/cadres.repo'
import * as kinds from '../interviews/kinds.repo'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { inService } from './due.repo'

export type By = 'unit' | 'level' | 'kind' | 'leader'
export interface Band {
  readonly key: string
  readonly title: string
  readonly people: number
  readonly reached: number
  readonly months: number[]
}

const monthOf = (stamp: number): number => Math.floor(stamp / 100)

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

/** Everyone in service within the scope and below a unit: key, unit and level. */
async function everyone(db: Reads, scope: Scope, unitId: string | null) {
  const units = unitId === null ? await seenUnits(db, scope) : (await listWithin(db, [unitId])).map(({ id }) => id)
  const seen = await seenUnits(db, scope)
  const all = db
    .selectFrom('cadreFacts')
    .select(['key', 'unitId', 'level'])
    .where('trashed', '=', 0)
    .where('status', 'in', inService)
  const allowed = units === null ? null : seen === null ? units : units.filter(id => seen.includes(id))
  return (allowed === null ? all : all.where('unitId', 'in', allowed.length > 0 ? allowed : [''])).execute()
}

type People = Awaited<ReturnType<typeof everyone>>
/** One talk with one person: the person, the day, the kind, the talk. */
type Talk = readonly [cadre: number, heldOn: number, kind: string, interview: number]

const boundsOf = (columns: readonly number[]): [first: number, last: number] => [
  (columns[0] ?? 0) * 100,
  (columns.at(-1) ?? 0) * 100 + 31,
]

/** Talks of these people in these months. */
async function talksIn(
  db: Reads,
  columns: readonly number[],
  people: ReadonlyMap<number, People[number]>,
): Promise<Talk[]> {
  const [first, last] = boundsOf(columns)
  const { json } = await db
    .selectFrom('interviewPeople')
    .select(sql<string>`json_group_array(json_array(cadre_key, held_on, kind, interview_key))`.as('json'))
    .where('heldOn', '>=', first)
    .where('heldOn', '<=', last)
    .executeTakeFirstOrThrow()
  return (JSON.parse(json) as Talk[]).filter(([key]) => people.has(key))
}

const ownBandOf = (by: By, person: People[number] | undefined): string =>
  by === 'unit' ? (person?.unitId ?? '') : String(person?.level ?? '')

/**
 * The people behind one number of the board, by key: those who were reached, the latest first, or those who were not.
 * @param month YYYYMM of one column; null for the whole period
 */
export async function covered(
  db: Reads,
  scope: Scope,
  asked: {
    readonly by: By
    readonly key: string
    readonly until: Day
    readonly months: number
    readonly month: string | null
    readonly unitId: string | null
    readonly reached: boolean
  },
): Promise<{ key: number; lastOn: number | null }[]> {
  const { by, key: band, until, months, month, unitId, reached } = asked
  const columns = monthsUntil(until, months)
  const people = await everyone(db, scope, unitId)
  const byKey = new Map(people.map(person => [person.key, person]))
  const leaders = by === 'leader' ? await leadersOf(db, ...boundsOf(columns)) : undefined
  const isOwn = by === 'unit' || by === 'level'
  const last = new Map<number, number>()
  for (const [key, heldOn, kind, interview] of await talksIn(db, columns, byKey)) {
    if (month !== null && String(monthOf(heldOn)) !== month) continue
    if (by === 'kind' && kind !== band) continue
    if (leaders && !(leaders.get(interview) ?? []).includes(band)) continue
    last.set(key, Math.max(heldOn, last.get(key) ?? 0))
  }
  return people
    .filter(person => !isOwn || ownBandOf(by, person) === band)
    .map(({ key }) => ({ key, lastOn: last.get(key) ?? null }))
    .filter(({ lastOn }) => (lastOn !== null) === reached)
    .toSorted((a, b) => (b.lastOn ?? 0) - (a.lastOn ?? 0) || a.key - b.key)
}

/** The board: who was reached in which month, in bands of units, levels, kinds or leaders. */
export async function board(
  db: Reads,
  scope: Scope,
  { by, until, months, unitId }: { by: By; until: Day; months: number; unitId: string | null },
): Promise<{ months: string[]; bands: Band[]; people: number; reached: number }> {
  const columns = monthsUntil(until, months)
  const people = await everyone(db, scope, unitId)
  const byKey = new Map(people.map(person => [person.key, person]))
  const talks = await talksIn(db, columns, byKey)
  const titles = await titlesFor(db, by)
  const leaders = by === 'leader' ? await leadersOf(db, ...boundsOf(columns)) : undefined
  const bands = new Map<string, { people: number; reached: Set<number>; months: Set<number>[] }>()
  const bandOf = (key: string) => {
    const known = bands.get(key)
    if (known) return known
    const band = { people: 0, reached: new Set<number>(), months: columns.map(() => new Set<number>()) }
    bands.set(key, band)
    return band
  }
  const ownBand = (key: number): string => ownBandOf(by, byKey.get(key))
  if (by === 'unit' || by === 'level') for (const { key } of people) bandOf(ownBand(key)).people++
  const reached = new Set<number>()
  for (const [key, heldOn, kind, interviewKey] of talks) {
    reached.add(key)
    const at = columns.indexOf(monthOf(heldOn))
    const inBands = by === 'kind' ? [kind] : leaders ? (leaders.get(interviewKey) ?? []) : [ownBand(key)]
    for (const name of inBands) {
      const band = bandOf(name)
      band.reached.add(key)
      band.months[at]?.add(key)
    }
  }
  const counted = [...bands].map(([key, band]) => ({
    key,
    title: titles.get(key) ?? '',
    people: by === 'unit' || by === 'level' ? band.people : people.length,
    reached: band.reached.size,
    months: band.months.map(month => month.size),
  }))
  const order = [...titles.keys()]
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length)
  return {
    months: columns.map(String),
    bands: counted.toSorted((a, b) => place(a.key) - place(b.key)),
    people: people.length,
    reached: reached.size,
  }
}

async function titlesFor(db: Reads, by: By): Promise<Map<string, string>> {
  if (by === 'unit')
    return new Map([...(await listWithin(db, null)).map(({ id, name }) => [id, name] as const), ['', '未分单位']])
  if (by === 'kind') return new Map((await kinds.current(db)).map(({ key, title }) => [key, title]))
  if (by === 'leader') return accounts.names(db)
  return new Map([...leadershipLevelCodes.entries.map(({ name }, at) => [String(at), name] as const), ['', '未填层次']])
}

/** Who held the talks of a period. */
async function leadersOf(db: Reads, first: number, last: number): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('interviewTalkers')
    .innerJoin('interviewPeople', 'interviewPeople.interviewKey', 'interviewTalkers.interviewKey')
    .select(['interviewTalkers.interviewKey', 'interviewTalkers.accountId'])
    .distinct()
    .where('interviewPeople.heldOn', '>=', first)
    .where('interviewPeople.heldOn', '<=', last)
    .execute()
  const leaders = new Map<number, string[]>()
  for (const { interviewKey, accountId } of rows)
    leaders.set(interviewKey, [...(leaders.get(interviewKey) ?? []), accountId])
  return leaders
}

/** Keys of those not reached after a day, the longest first, with the day of the last talk. */
export async function quietAfter(
  db: Reads,
  scope: Scope,
  { last: bound, unitId, level }: { last: number; unitId: string | null; level: number | null },
): Promise<{ key: number; lastOn: number | null }[]> {
  const people = (await everyone(db, scope, unitId)).filter(person => level === null || person.level === level)
  const { json } = await db
    .selectFrom(
      db
        .selectFrom('interviewPeople')
        .select(['cadreKey', ({ fn }) => fn.max('heldOn').as('last')])
        .where('heldOn', 'is not', null)
        .groupBy('cadreKey')
        .as('held'),
    )
    .select(sql<string>`json_group_array(json_array(cadre_key, last))`.as('json'))
    .executeTakeFirstOrThrow()
  const last = new Map(JSON.parse(json) as [number, number][])
  return people
    .map(({ key }) => ({ key, lastOn: last.get(key) ?? null }))
    .filter(({ lastOn }) => (lastOn ?? 0) <= bound)
    .toSorted((a, b) => (a.lastOn ?? 0) - (b.lastOn ?? 0) || a.key - b.key)
}
