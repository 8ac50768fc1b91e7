import { sql } from 'kysely'
import type { Scope } from '../../shared/accounts/accounts'
import type { CareEvent, CarePerson, RestYear, StampSpan } from '../../shared/care-rules/care-facts'
import { type CareItem, careDue } from '../../shared/care-rules/due.rules'
import { addMonths, type Day } from '../../shared/dates/add-months'
import { festivalOn } from '../../shared/dates/lunar'
import { type Stamp, stampOf } from '../../shared/dates/stamps'
import { seenUnits } from '../cadres/cadres.repo'
import { calendarIn } from '../holidays/holidays.repo'
import { asRows, rowsOf } from '../store/rows'
import type { Reads } from '../store/schema'
import { restsOf } from './rests.repo'
import { everyVersion, start } from './rules.repo'

/** What happened or was done longer ago settles nothing and asks for nothing any more. */
const MONTHS_BACK = 30

const spanOf = (first: Stamp | null, last: Stamp | null): StampSpan | null =>
  first === null || last === null ? null : { first, last }
const statusOf = (status: string): CarePerson['status'] =>
  status === '在职' || status === '挂职' ? '在职' : status === '退休' || status === '去世' ? status : '其他'

export interface Folk {
  readonly people: readonly CarePerson[]
  readonly unitOf: ReadonlyMap<number, string | null>
}
type Span = [Stamp | null, Stamp | null]

/** Everyone in the scope as the triggers see them. @param only one person by key, for their own page */
async function folk(db: Reads, scope: Scope, on: Day, only?: number): Promise<Folk> {
  const units = await seenUnits(db, scope)
  let facts = db.selectFrom('cadreFacts').where('trashed', '=', 0)
  if (units !== null) facts = facts.where('unitId', 'in', units.length > 0 ? units : [''])
  if (only !== undefined) facts = facts.where('key', '=', only)
  const columns = [
    'key',
    'unitId',
    'status',
    'birthFirst',
    'birthLast',
    'partyFirst',
    'partyLast',
    'postSinceFirst',
  ] as const
  const more = ['postSinceLast', 'retireFirst', 'retireLast', 'restrictedFirst', 'restrictedLast'] as const
  const rows = await rowsOf<[number, string | null, string, ...Span, ...Span, ...Span, ...Span, ...Span]>(
    facts.select(asRows(...columns, ...more)).executeTakeFirst(),
  )
  const unitOf = new Map<number, string | null>()
  for (const [key, unit] of rows) unitOf.set(key, unit)
  const rests = await restsOf(db, on, unitOf)
  const none: readonly RestYear[] = []
  const people = rows.map(([key, , status, b1, b2, p1, p2, s1, s2, r1, r2, i1, i2]): CarePerson => {
    return {
      key,
      status: statusOf(status),
      birth: spanOf(b1, b2),
      party: spanOf(p1, p2),
      post: spanOf(s1, s2),
      retire: spanOf(r1, r2),
      influenceOver: spanOf(i1, i2),
      rests: rests.get(key) ?? none,
    }
  })
  return { people, unitOf }
}

/** Everything that happened, stands in the register or was done. */
async function events(db: Reads, on: Day, only?: number): Promise<CareEvent[]> {
  const horizon = stampOf(addMonths(on, -MONTHS_BACK))
  const found: CareEvent[] = []
  let listed = db.selectFrom('careEntries')
  let happened = db.selectFrom('lifeEvents')
  // Visits to those in the register go on from the last one, however long ago it was.
  let done = db
    .selectFrom('careRecords')
    .where('withdrawnFor', 'is', null)
    .where(sql<boolean>`(on_day >= ${horizon} OR cadre_key IN (SELECT cadre_key FROM care_entries))`)
  let punished = db.selectFrom('cadreEvents').where('kind', '=', 'punishment').where('last', '>=', horizon)
  if (only !== undefined) {
    listed = listed.where('cadreKey', '=', only)
    happened = happened.where('cadreKey', '=', only)
    done = done.where('cadreKey', '=', only)
    punished = punished.where('key', '=', only)
  }
  type ListedRow = [string, number, Extract<CareEvent, { what: 'listed' }>['kind'], Stamp, Stamp | null]
  const entries = listed.select(asRows('id', 'cadreKey', 'kind', 'fromDay', 'untilDay')).executeTakeFirst()
  for (const [id, person, kind, from, until] of await rowsOf<ListedRow>(entries))
    found.push({ what: 'listed', id, person, kind, from, until })
  type Happened = Extract<CareEvent, { what: 'happened' }>
  type HappenedRow = [string, number, Happened['kind'], Happened['whom'], Stamp, Stamp, Stamp | null]
  const lives = happened
    .select(asRows('id', 'cadreKey', 'kind', 'whom', 'first', 'last', 'untilDay'))
    .executeTakeFirst()
  for (const [id, person, kind, whom, first, last, until] of await rowsOf<HappenedRow>(lives))
    found.push({ what: 'happened', id, person, kind, whom, first, last, until })
  type Done = Extract<CareEvent, { what: 'done' }>
  type DoneRow = [string, number, Stamp, Done['occasion'], string | null, Stamp | null]
  const records = done.select(asRows('id', 'cadreKey', 'onDay', 'occasion', 'dueKey', 'nextOn')).executeTakeFirst()
  for (const [id, person, day, occasion, dueKey, nextOn] of await rowsOf<DoneRow>(records))
    found.push({ what: 'done', id, person, on: day, occasion, dueKey, nextOn })
  const bars = punished.select(asRows('key', 'first', 'last')).executeTakeFirst()
  for (const [person, first, last] of await rowsOf<[number, Stamp | null, Stamp | null]>(bars))
    if (first !== null && last !== null)
      found.push({
        what: 'happened',
        id: `处分${last}`,
        person,
        kind: '受处分处理',
        whom: '本人',
        first,
        last,
        until: last,
      })
  return found
}

/** What is due on a day within the scope, with the unit of everyone. @param window days that are looked at beside what is near */
export async function dueOn(
  db: Reads,
  scope: Scope,
  on: Day,
  { only, window }: { readonly only?: number; readonly window?: { readonly from: Day; readonly to: Day } } = {},
): Promise<{ readonly items: readonly CareItem[]; readonly unitOf: Folk['unitOf'] }> {
  const { people, unitOf } = await folk(db, scope, on, only)
  const waivers = await db.selectFrom('careWaivers').select('dueKey').execute()
  const items = careDue(on, people, await events(db, on, only), {
    rules: (await everyVersion(db)).flat(),
    calendar: await calendarIn(db),
    festivalOn,
    since: (await start(db)).since,
    waived: new Set(waivers.map(({ dueKey }) => dueKey)),
    ...(window ? { window } : {}),
  })
  return { items, unitOf }
}
