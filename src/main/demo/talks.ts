import { AccountId } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import { daysOf } from '../../shared/dates/add-months'
import type { PartialDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import {
  Details,
  InterviewId,
  type NoteForm,
  NoteId,
  type NoteMark,
  RoundId,
  talkStates,
} from '../../shared/interviews/interviews'
import type { InterviewKind, KindKey } from '../../shared/interviews/kinds'
import { shippedKinds } from '../../shared/interviews/kinds.data'
import { PromiseId } from '../../shared/promises/promises'
import * as accounts from '../accounts/accounts.repo'
import * as content from '../interviews/content'
import * as interviews from '../interviews/interviews.repo'
import { keep } from '../interviews/notes.repo'
import type { DemoPart, PartContext } from './parts'
import { type Random, Weighted } from './random'
import * as said from './talks.data'

/** People whose talks come in together. */
const SLICE = 500
const DAY_MS = 86_400_000
const kindDraw = new Weighted(said.kindShares)
const kindOf = (key: KindKey): InterviewKind => {
  const found = shippedKinds.find(kind => kind.key === key)
  if (!found) throw new Error(`no kind ${key}`)
  return found
}

interface Held {
  readonly key: number
  readonly id: InterviewId
  readonly kind: InterviewKind
  readonly subject: CadreId
  readonly cadreKey: number
  readonly talkers: readonly AccountId[]
  readonly at: Date
}

/** An hour of a working day, so many days from now. */
function workday(now: number, days: number, random: Random): Date {
  const at = new Date(now + days * DAY_MS)
  const weekend = at.getDay() === 6 ? 2 : at.getDay() === 0 ? 1 : 0
  at.setDate(at.getDate() + (days > 0 ? weekend : -weekend))
  at.setHours(random.pick([8, 9, 10, 14, 15, 16]), random.pick([0, 30]), 0, 0)
  return at
}

const detailsFor = (kind: InterviewKind, random: Random, place: string): Details =>
  Details.parse({
    place,
    mode: kind.modes[0],
    occasion: kind.required.includes('occasion') ? '工作中出现苗头，提醒注意' : '',
    others: '',
    summary: kind.required.includes('summary') ? '谈话气氛好，本人态度端正，提出的事已分别记下。' : '',
    spirit: random.pick(talkStates.spirit.words.slice(0, 3)),
    mindset: random.pick(talkStates.mindset.words.slice(0, 3)),
    posture: random.pick(talkStates.posture.words.slice(0, 3)),
    grade: null,
    consent: '未询问',
  })

interface Planned {
  readonly kind: InterviewKind
  readonly index: number
  readonly at: Date
  readonly talkers: readonly AccountId[]
  readonly roundId: RoundId | null
  readonly random: Random
}

async function insert(context: PartContext, { kind, index, at, talkers, roundId, random }: Planned): Promise<Held> {
  const { db, city } = context
  const subject = city.personAt(index).cadre.id
  const cadreKey = (await interviews.cadreKeys(db, [subject])).get(subject) ?? 0
  const id = InterviewId.parse(random.uuid())
  const { key } = await db
    .insertInto('interviews')
    .values({
      id,
      kind: kind.key,
      kindVersion: 0,
      roundId,
      state: 'planned',
      startsAt: at.toISOString(),
      minutes: random.pick([30, 45, 60]),
      mark: '内部',
      dueKey: null,
      recorderId: null,
      readers: '[]',
      details: JSON.stringify(detailsFor(kind, random, random.pick(said.places))),
      heldOn: null,
      closedAt: null,
      finalAt: null,
      hash: null,
      frozen: null,
      cancelledFor: null,
      createdBy: context.caller.id,
      createdAt: new Date(at.getTime() - 3 * DAY_MS).toISOString(),
      revision: 1,
    })
    .returning('key')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('interviewTalkers')
    .values(talkers.map((accountId, place) => ({ interviewKey: key, accountId, place })))
    .execute()
  await db
    .insertInto('interviewPeople')
    .values({ interviewKey: key, cadreKey, place: 0, kind: kind.key, heldOn: null, subjectId: subject })
    .execute()
  return { key, id, kind, subject, cadreKey, talkers, at }
}

/** The lines of a talk along its outline. */
async function write({ db }: PartContext, talk: Held, random: Random): Promise<void> {
  const by = talk.talkers[0]
  if (by === undefined) return
  let minute = 0
  const line = async (part: string, form: NoteForm, mark: NoteMark | null, text: string): Promise<void> => {
    minute += 1
    const at = new Date(talk.at.getTime() + minute * 240_000).toISOString()
    const id = NoteId.parse(random.uuid())
    const draft = { id, revision: 0, position: minute, part, form, mark, text, sealed: false, at, soundMs: null }
    await keep(db, talk.key, { ...draft, removed: false }, { id: by, at })
  }
  for (const { key, questions, required } of talk.kind.outline) {
    const pool = said.answers[key]
    if (!pool || !(required || random.chance(0.5))) continue
    if (questions[0] !== undefined) await line(key, '问', null, questions[0])
    await line(key, '答', key === 'worries' || key === 'needs' ? '诉求' : null, random.pick(pool))
  }
}

/** What was asked for and promised: most of it done, some open, a little of it late. */
async function promise(context: PartContext, talk: Held, owner: AccountId, random: Random): Promise<void> {
  const { db, now } = context
  const isRequest = random.chance(0.6)
  const [theme, asked, helper] = random.pick(said.requests)
  const [kind, undertaken] = random.pick(said.undertakings)
  const due = new Date(talk.at.getTime() + random.int(15, 75) * DAY_MS)
  const isDone = due.getTime() < now() ? random.chance(0.93) : random.chance(0.25)
  const ended = new Date(Math.min(now() - DAY_MS, due.getTime() - random.int(-6, 10) * DAY_MS))
  const id = PromiseId.parse(random.uuid())
  await db
    .insertInto('promises')
    .values({
      id,
      kind: isRequest ? '诉求' : kind,
      theme: isRequest ? theme : '其他',
      text: isRequest ? asked : undertaken,
      cadreKey: talk.cadreKey,
      interviewId: talk.id,
      noteId: null,
      ownerId: owner,
      helper: isRequest ? helper : '',
      madeOn: today(talk.at),
      dueOn: today(due),
      state: isDone ? 'done' : 'open',
      result: isDone ? random.pick(said.results) : '',
      satisfaction: isDone && isRequest ? random.pick(['满意', '满意', '满意', '基本满意'] as const) : null,
      endedOn: isDone ? today(ended) : null,
      revision: 1,
    })
    .execute()
  const step = { promiseId: id, at: new Date(talk.at.getTime() + 5 * DAY_MS).toISOString(), byId: owner }
  if (talk.at.getTime() + 5 * DAY_MS < now())
    await db
      .insertInto('promiseSteps')
      .values({ ...step, kind: '进展', text: random.pick(said.steps) })
      .execute()
}

/** Locks what was said, as finishing and the passwords do. */
async function conclude({ db }: PartContext, { key, at, talkers }: Held): Promise<void> {
  const heldOn = today(at)
  await db.updateTable('interviews').set({ heldOn, state: 'final' }).where('key', '=', key).execute()
  const row = await db.selectFrom('interviews').selectAll().where('key', '=', key).executeTakeFirstOrThrow()
  const hash = await content.hashOf(db, row)
  const end = new Date(at.getTime() + 3_600_000).toISOString()
  await db
    .updateTable('interviews')
    .set({ hash, closedAt: end, finalAt: end, revision: 2 })
    .where('key', '=', key)
    .execute()
  await db
    .updateTable('interviewPeople')
    .set({ heldOn: Number(heldOn.replaceAll('-', '')) })
    .where('interviewKey', '=', key)
    .execute()
  const each = { interviewKey: key, part: '谈话人' as const, at: end, hash }
  await db
    .insertInto('interviewConfirmations')
    .values(talkers.map(accountId => ({ ...each, accountId })))
    .execute()
}

/** Colleagues who talk too. Nobody signs in as anybody but the officer in a demo, so they need no key. */
const colleagues = [
  { login: 'tanhua', name: '苏映雪', holder: '0105', department: '干部监督科', role: 'interviewer' },
  { login: 'buzhang', name: '顾怀岳', holder: '0106', department: '部领导', role: 'leader' },
] as const

async function addColleagues({ db, now }: PartContext, ids: readonly AccountId[]): Promise<void> {
  for (const [at, { role, ...person }] of colleagues.entries()) {
    const account = { ...person, phone: '', roles: [role], scope: null }
    const id = ids[at]
    if (id) await accounts.insert(db, id, account, { at: new Date(now()).toISOString(), mustChangePassword: true })
  }
}

/** Days ago on which somebody was talked to, and about what: each new post, and now and then. */
function pastTalks(since: PartialDate | null, now: number, random: Random): (readonly [KindKey, daysAgo: number])[] {
  const talks: (readonly [KindKey, number])[] = []
  // A post that is known to the month alone may have begun on any of its days.
  const began = since === null ? null : daysOf(since)[random.chance(0.5) ? 'earliest' : 'latest']
  const inPost = began === null ? null : Math.floor((now - Date.parse(began)) / DAY_MS)
  if (inPost !== null && inPost > 30 && inPost < 330 && random.chance(0.94))
    talks.push(['appointment', inPost - random.int(1, 25)])
  if (random.chance(0.55)) talks.push([kindDraw.draw(random), random.int(2, 350)])
  if (random.chance(0.15)) talks.push([kindDraw.draw(random), random.int(2, 350)])
  return talks
}

async function addPast(context: PartContext, slice: number, everybody: readonly AccountId[]): Promise<void> {
  const { city, stream, now } = context
  const end = Math.min(city.size, (slice + 1) * SLICE)
  for (let index = slice * SLICE; index < end; index += 1) {
    const random = stream(index)
    const { status, currentPostSince } = city.personAt(index).cadre
    if (status !== '在职') continue
    for (const [kind, daysAgo] of pastTalks(currentPostSince, now(), random)) {
      const at = workday(now(), -daysAgo, random)
      const talkers = [random.pick(everybody)]
      const talk = await insert(context, { kind: kindOf(kind), index, at, talkers, roundId: null, random })
      await write(context, talk, random)
      if (random.chance(0.4)) await promise(context, talk, random.pick(everybody), random)
      await conclude(context, talk)
    }
  }
}

/** What stands in the calendar: some talks of the officer, and a round. */
async function addPlanned(context: PartContext, everybody: readonly AccountId[]): Promise<void> {
  const { city, stream, now, db, caller } = context
  const random = stream(city.size)
  for (const days of [0, 0, 1, 2, 3, 5, 8]) {
    const at = workday(now(), days, random)
    const index = random.int(0, city.size - 1)
    await insert(context, { kind: kindOf('everyday'), index, at, talkers: [caller.id], roundId: null, random })
  }
  const roundId = RoundId.parse(random.uuid())
  await db
    .insertInto('interviewRounds')
    .values({
      id: roundId,
      title: '新任职干部到任谈话',
      kind: 'thirty-days',
      createdAt: new Date(now()).toISOString(),
      createdBy: caller.id,
    })
    .execute()
  for (let place = 0; place < 6; place += 1) {
    const at = workday(now(), 4 + place, random)
    const index = random.int(0, city.size - 1)
    const talkers = [random.pick(everybody)]
    await insert(context, { kind: kindOf('thirty-days'), index, at, talkers, roundId, random })
  }
}

/** A year of talks, what was promised in them, and what stands in the calendar. */
export const talksPart: DemoPart = {
  name: 'talks',
  channel: 'interviews.plan',
  slices: ({ size }) => Math.ceil(size / SLICE),
  async add(context, slice) {
    const ids = colleagues.map((_, at) => AccountId.parse(context.stream(context.city.size + 1 + at).uuid()))
    if (slice === 0) await addColleagues(context, ids)
    const everybody = [context.caller.id, ...ids]
    await addPast(context, slice, everybody)
    if (slice === 0) await addPlanned(context, everybody)
  },
}
