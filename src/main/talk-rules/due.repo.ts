import { sql } from 'kysely'
import type { Scope } from '../../shared/accounts/accounts'
import type { CadreStatus } from '../../shared/cadres/cadres'
import type { LifeEventKind } from '../../shared/care-records/care-records'
import { leadershipLevelCodes } from '../../shared/codes/leadership-level'
import type { Day } from '../../shared/dates/add-months'
import type { Stamp } from '../../shared/dates/stamps'
import { type DueTalk, lookBack, talksDue } from '../../shared/talk-rules/due.rules'
import type { DuePerson, Happening, HeldTalk } from '../../shared/talk-rules/matters'
import type { TalkerRole, TalkRule, Who } from '../../shared/talk-rules/talk-rules'
import { seenUnits } from '../cadres/cadres.repo'
import { asRows, rowsOf } from '../store/rows'
import type { Reads } from '../store/schema'
import { asking } from './rules.repo'

/** Those whom rules are about: in service or on secondment. */
export const inService: readonly CadreStatus[] = ['在职', '挂职']

const levelWhos: readonly (readonly [Who, number | undefined])[] = [
  ['乡科级正职', leadershipLevelCodes.orderOf('乡科级正职')],
  ['县处级副职', leadershipLevelCodes.orderOf('县处级副职')],
]

interface Fact {
  readonly key: number
  readonly level: number | null
  readonly postSinceFirst: number | null
  readonly postSinceLast: number | null
  readonly retireFirst: number | null
  readonly restrictedFirst: number | null
  readonly restrictedLast: number | null
}

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
    .select(['key', 'level', 'postSinceFirst', 'postSinceLast', 'retireFirst', 'restrictedFirst', 'restrictedLast'])
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
  const events = await rowsOf<[number, string, number, number]>(
    db
      .selectFrom('cadreEvents')
      .select(asRows('key', 'kind', 'first', 'last'))
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
  const byKey = new Map(found.map(fact => [fact.key, { happenings: ownHappenings(fact), talks: [] as HeldTalk[] }]))
  for (const [key, kind, from, last] of events)
    byKey.get(key)?.happenings.push({ trigger: kind === 'reward' ? '受表彰' : '受处分处理', from, on: last })
  for (const [key, trigger, day] of occasions) byKey.get(key)?.happenings.push({ trigger, from: day, on: day })
  for (const [key, trigger, from, day] of await livesSince(db, since, only)) {
    const known = byKey.get(key)?.happenings
    // Whoever noted it as an occasion of a talk as well is asked once.
    if (!known?.some(each => each.trigger === trigger && each.on === day)) known?.push({ trigger, from, on: day })
  }
  for (const [key, talk] of await talksSince(db, rules, since, only)) byKey.get(key)?.talks.push(talk)
  return found.map(fact => ({
    key: fact.key,
    whos: whosOf(fact, places.get(fact.key)),
    since: fact.postSinceLast,
    happenings: byKey.get(fact.key)?.happenings ?? [],
    talks: byKey.get(fact.key)?.talks ?? [],
  }))
}

/** What happened in a life calls for a talk as well as for care; it is noted once, in 关爱. */
const talkTriggers: Partial<Record<LifeEventKind, Happening['trigger']>> = {
  住院: '患病住院',
  重大疾病: '患病住院',
  去世: '家庭变故',
  受灾: '家庭变故',
  家庭矛盾: '家庭变故',
  澄清正名: '澄清了结',
}
/** Whose illness is the person's own matter. */
const ownIllness: ReadonlySet<string> = new Set(['住院', '重大疾病'])

async function livesSince(
  db: Reads,
  since: Stamp,
  only: number | undefined,
): Promise<(readonly [person: number, Happening['trigger'], from: Stamp, on: Stamp])[]> {
  let lives = db.selectFrom('lifeEvents').where('last', '>=', since)
  if (only !== undefined) lives = lives.where('cadreKey', '=', only)
  const rows = await rowsOf<[number, LifeEventKind, string, Stamp, Stamp]>(
    lives.select(asRows('cadreKey', 'kind', 'whom', 'first', 'last')).executeTakeFirst(),
  )
  return rows.flatMap(([key, kind, whom, first, last]) => {
    if (kind === '去世' && whom === '本人') return []
    const trigger = ownIllness.has(kind) && whom !== '本人' ? '家庭变故' : talkTriggers[kind]
    return trigger === undefined ? [] : [[key, trigger, first, last] as const]
  })
}

/** Talks held since a day, each with the person; with the roles of those who held it where a rule asks for them. */
async function talksSince(
  db: Reads,
  rules: readonly TalkRule[],
  since: Stamp,
  only: number | undefined,
): Promise<(readonly [person: number, HeldTalk])[]> {
  const asked = new Set(rules.flatMap(({ talkerRoles }) => talkerRoles ?? []))
  let held = db.selectFrom('interviewPeople').where('heldOn', '>=', since)
  if (only !== undefined) held = held.where('cadreKey', '=', only)
  if (asked.size === 0)
    return (
      await rowsOf<[number, string, number]>(held.select(asRows('cadreKey', 'kind', 'heldOn')).executeTakeFirst())
    ).map(([key, kind, on]) => [key, { kind, on }])
  const roles = await rolesByTalk(db, asked)
  const rows = await rowsOf<[number, string, number, number]>(
    held.select(asRows('cadreKey', 'kind', 'heldOn', 'interviewKey')).executeTakeFirst(),
  )
  return rows.map(([key, kind, on, talk]) => [key, { kind, on, roles: roles.get(talk) ?? [] }])
}

/** Which of these roles the accounts have today that held a talk, by its key. One list of keys a role: accounts are few, talks many. */
async function rolesByTalk(db: Reads, asked: ReadonlySet<TalkerRole>): Promise<Map<number, readonly TalkerRole[]>> {
  const accounts = await db.selectFrom('accounts').select(['id', 'roles']).execute()
  const found = new Map<number, readonly TalkerRole[]>()
  for (const role of asked) {
    const ids = accounts.filter(({ roles }) => (JSON.parse(roles) as string[]).includes(role)).map(({ id }) => id)
    if (ids.length === 0) continue
    const held = await rowsOf<number>(
      db
        .selectFrom('interviewTalkers')
        .select(sql<string>`json_group_array(interview_key)`.as('json'))
        .where('accountId', 'in', ids)
        .executeTakeFirst(),
    )
    const alone = [role]
    for (const key of held) {
      const known = found.get(key)
      if (known === undefined) found.set(key, alone)
      else if (!known.includes(role)) found.set(key, [...known, role])
    }
  }
  return found
}

function ownHappenings(fact: Fact): Happening[] {
  const own: readonly (readonly [Happening['trigger'], from: number | null, on: number | null])[] = [
    ['任现职', fact.postSinceFirst, fact.postSinceLast],
    ['到退休年龄', fact.retireFirst, fact.retireFirst],
    ['影响期满', fact.restrictedFirst, fact.restrictedLast],
  ]
  return own.flatMap(([trigger, from, on]) => (from === null || on === null ? [] : [{ trigger, from, on }]))
}

function whosOf({ level }: Fact, place: number | undefined): Who[] {
  const team: Who[] = place === undefined ? [] : place === 1 ? ['班子成员', '班子正职'] : ['班子成员']
  return ['全部干部', ...team, ...levelWhos.flatMap(([who, at]) => (level !== null && level === at ? [who] : []))]
}

/** What is due on a day within the scope. */
export async function dueOn(db: Reads, scope: Scope, on: Day, only?: number): Promise<DueTalk[]> {
  const rules = await asking(db)
  if (rules.length === 0) return []
  const waived = await db.selectFrom('talkWaivers').select('dueKey').execute()
  return talksDue(on, await people(db, scope, rules, on, only), rules, new Set(waived.map(({ dueKey }) => dueKey)))
}
