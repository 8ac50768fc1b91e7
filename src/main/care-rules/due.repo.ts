import type { Scope } from '../../shared/accounts/accounts'
import type { CarePerson, RestYear, StampSpan } from '../../shared/care-rules/care-facts'
import { type CareItem, careDue } from '../../shared/care-rules/due.rules'
import type { Day } from '../../shared/dates/add-months'
import { festivalOn } from '../../shared/dates/lunar'
import type { Stamp } from '../../shared/dates/stamps'
import { seenUnits } from '../cadres/cadres.repo'
import { wanted } from '../care-escalations/care-escalations.repo'
import { calendarIn } from '../holidays/holidays.repo'
import { asRows, rowsOf } from '../store/rows'
import type { Reads } from '../store/schema'
import { eventsOn } from './events.repo'
import { restsOf } from './rests.repo'
import { retreatsOf } from './retreats.repo'
import { everyVersion, start } from './rules.repo'

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
  const retreats = await retreatsOf(db, on)
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
      retreat: retreats?.(key) ?? null,
    }
  })
  return { people, unitOf }
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
  const items = careDue(on, people, await eventsOn(db, on, only), {
    rules: (await everyVersion(db)).flat(),
    calendar: await calendarIn(db),
    festivalOn,
    since: (await start(db)).since,
    waived: new Set(waivers.map(({ dueKey }) => dueKey)),
    instructed: await wanted(db),
    ...(window ? { window } : {}),
  })
  return { items, unitOf }
}
