import { sql } from 'kysely'
import type { Scope } from '../../shared/accounts/accounts'
import type { CadreStatus } from '../../shared/cadres/cadres'
import { leadershipLevelCodes } from '../../shared/codes/leadership-level'
import { addDays, addMonths, type Day } from '../../shared/dates/add-months'
import { type DuePerson, type DueTalk, type Happening, stampOf, talksDue } from '../../shared/talk-rules/due.rules'
import type { TalkRule, Who } from '../../shared/talk-rules/talk-rules'
import { seenUnits } from '../cadres/cadres.repo'
import type { Reads } from '../store/schema'
import { current } from './rules.repo'

/** Those whom rules are about: in service or on secondment. */
export const inService: readonly CadreStatus[] = ['在职', '挂职']

const levelWhos: readonly (readonly [Who, number | undefined])[] = [
  ['乡科级正职', leadershipLevelCodes.orderOf('乡科级正职')],
  ['县处级副职', leadershipLevelCodes.orderOf('县处级副职')],
]

/** The first day that any rule in force looks back to: the start of the longest period before this one, or of the rule. */
function lookBack(rules: readonly TalkRule[], on: Day): number {
  const months = rules.map(({ when }) => (when.by === 'period' ? 2 * Number(when.months) : 0))
  const first = rules.map(({ validFrom }) => stampOf(addDays(validFrom, -180)))
  return Math.max(Math.min(...first, stampOf(on)), stampOf(addMonths(on, -Math.max(30, ...months))))
}

interface Fact {
  readonly key: number
  readonly level: number | null
  readonly postSinceLast: number | null
  readonly retireFirst: number | null
  readonly restrictedLast: number | null
}

/** One text for many rows is read much faster than one object for each. */
const rowsOf = async <T>(rows: Promise<{ json: string | null } | undefined>): Promise<T[]> =>
  JSON.parse((await rows)?.json ?? '[]') as T[]

const asRows = (...columns: readonly string[]) =>
  sql<string>`json_group_array(json_array(${sql.join(columns.map(column => sql.ref(column)))}))`.as('json')

/** Everyone in the scope as the rules see them. @param only one person by key, for their own page */
async function people(
  db: Reads,
  scope: Scope,
  rules: readonly TalkRule[],
  on: Day,
  only?: number,
): Promise<DuePerson[]> {
  const units = await seenUnits(db, scope)
  let facts = db
    .selectFrom('cadreFacts')
    .select(['key', 'level', 'postSinceLast', 'retireFirst', 'restrictedLast'])
    .where('trashed', '=', 0)
    .where('status', 'in', inService)
  if (units !== null) facts = facts.where('unitId', 'in', units.length > 0 ? units : [''])
  if (only !== undefined) facts = facts.where('key', '=', only)
  const found: Fact[] = await facts.execute()
  const since = lookBack(rules, on)
  const teams = await rowsOf<[number, number]>(
    db
      .selectFrom('cadrePosts')
      .select(asRows('key', 'teamOrder'))
      .where('teamOrder', 'is not', null)
      .executeTakeFirst(),
  )
  const places = new Map<number, number>()
  for (const [key, place] of teams) places.set(key, Math.min(place, places.get(key) ?? place))
  const events = await rowsOf<[number, string, number]>(
    db
      .selectFrom('cadreEvents')
      .select(asRows('key', 'kind', 'last'))
      .where('kind', 'in', ['reward', 'punishment'])
      .where('last', '>=', since)
      .executeTakeFirst(),
  )
  const occasions = await rowsOf<[number, Happening['trigger'], number]>(
    db
      .selectFrom('talkOccasions')
      .select(asRows('cadreKey', 'kind', 'onDay'))
      .where('onDay', '>=', since)
      .executeTakeFirst(),
  )
  const talks = await rowsOf<[number, string, number]>(
    db
      .selectFrom('interviewPeople')
      .select(asRows('cadreKey', 'kind', 'heldOn'))
      .where('heldOn', '>=', since)
      .executeTakeFirst(),
  )
  const byKey = new Map(
    found.map(fact => [fact.key, { happenings: ownHappenings(fact), talks: [] as DuePerson['talks'][number][] }]),
  )
  for (const [key, kind, last] of events)
    byKey.get(key)?.happenings.push({ trigger: kind === 'reward' ? '受表彰' : '受处分处理', on: last })
  for (const [key, trigger, day] of occasions) byKey.get(key)?.happenings.push({ trigger, on: day })
  for (const [key, kind, day] of talks) byKey.get(key)?.talks.push({ kind, on: day })
  return found.map(fact => ({
    key: fact.key,
    whos: whosOf(fact, places.get(fact.key)),
    since: fact.postSinceLast,
    happenings: byKey.get(fact.key)?.happenings ?? [],
    talks: byKey.get(fact.key)?.talks ?? [],
  }))
}

function ownHappenings({ postSinceLast, retireFirst, restrictedLast }: Fact): Happening[] {
  const own: readonly (readonly [Happening['trigger'], number | null])[] = [
    ['任现职', postSinceLast],
    ['到退休年龄', retireFirst],
    ['影响期满', restrictedLast],
  ]
  return own.flatMap(([trigger, on]) => (on === null ? [] : [{ trigger, on }]))
}

function whosOf({ level }: Fact, place: number | undefined): Who[] {
  const team: Who[] = place === undefined ? [] : place === 1 ? ['班子成员', '班子正职'] : ['班子成员']
  return ['全部干部', ...team, ...levelWhos.flatMap(([who, at]) => (level !== null && level === at ? [who] : []))]
}

/** What is due on a day within the scope. */
export async function dueOn(db: Reads, scope: Scope, on: Day, only?: number): Promise<DueTalk[]> {
  const rules = (await current(db)).filter(rule => rule.on)
  if (rules.length === 0) return []
  const waived = await db.selectFrom('talkWaivers').select('dueKey').execute()
  return talksDue(on, await people(db, scope, rules, on, only), rules, new Set(waived.map(({ dueKey }) => dueKey)))
}
