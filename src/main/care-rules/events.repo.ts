import { sql } from 'kysely'
import type { CareEvent } from '../../shared/care-rules/care-facts'
import { addMonths, type Day } from '../../shared/dates/add-months'
import { type Stamp, stampOf } from '../../shared/dates/stamps'
import { asRows, rowsOf } from '../store/rows'
import type { Reads } from '../store/schema'
import { reviewsOf } from './reviews.repo'
import { touchedIn } from './touched'

/** What happened or was done longer ago settles nothing and asks for nothing any more. */
const MONTHS_BACK = 30

/** Everything that happened, stands in the register or was done. @param only people by key, else everyone */
async function read(db: Reads, on: Day, only?: readonly number[]): Promise<CareEvent[]> {
  const horizon = stampOf(addMonths(on, -MONTHS_BACK))
  const found: CareEvent[] = []
  let listed = db.selectFrom('careEntries')
  let happened = db.selectFrom('lifeEvents')
  // Visits to those in the register go on from the last one, however long ago it was.
  const since = only ? sql`+on_day >= ${horizon}` : sql`on_day >= ${horizon}`
  let done = db
    .selectFrom('careRecords')
    .where('withdrawnFor', 'is', null)
    .where(sql<boolean>`(${since} OR cadre_key IN (SELECT cadre_key FROM care_entries))`)
  let punished = db.selectFrom('cadreEvents').where('kind', '=', 'punishment').where('last', '>=', horizon)
  if (only) {
    const keys = sql<never>`(SELECT value FROM json_each(${JSON.stringify(only)}))`
    listed = listed.where('cadreKey', 'in', keys)
    happened = happened.where('cadreKey', 'in', keys)
    done = done.where('cadreKey', 'in', keys)
    punished = punished.where('key', 'in', keys)
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
  found.push(...(await reviewsOf(db, horizon, only)))
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

/** A million of them would take 200 MB; a department that has more waits for them. */
const MOST_KEPT = 1_000_000
/** When more people were touched, as after an import, everything is read anew. */
const MOST_TOUCHED = 2000

interface Kept {
  readonly on: Day
  readonly events: readonly CareEvent[]
}
const kept = new WeakMap<object, Promise<Kept>>()

async function refreshed(db: Reads, on: Day, before: Kept | undefined, take: () => Promise<number[]>): Promise<Kept> {
  // What is written from here on is told the next time, also where it has been read already.
  const touched = await take()
  if (before?.on !== on || touched.length > MOST_TOUCHED) return { on, events: await read(db, on) }
  if (touched.length === 0) return before
  const anew = new Set(touched)
  const others = before.events.filter(({ person }) => !anew.has(person))
  return { on, events: [...others, ...(await read(db, on, touched))] }
}

/**
 * Everything that happened, stands in the register or was done. Of an open store it is kept for as long as it is open, since most
 * of it was written years ago: after a commit the events of those alone are read whom it touched. Inside a transaction nothing is
 * kept, since it is not what others see.
 * @param only one person by key, for their own page
 */
export async function eventsOn(db: Reads, on: Day, only?: number): Promise<readonly CareEvent[]> {
  if (only !== undefined) return read(db, on, [only])
  const take = touchedIn(db)
  if (!take) return read(db, on)
  // One after the other: what was touched is told once.
  const before = kept.get(db)?.catch(() => undefined)
  const next = Promise.resolve(before).then(known => refreshed(db, on, known, take))
  kept.set(db, next)
  const { events } = await next
  if (events.length > MOST_KEPT && kept.get(db) === next) kept.delete(db)
  return events
}
