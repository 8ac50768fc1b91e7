import * as z from 'zod'
import { AccountId } from '../../shared/accounts/accounts'
import { CadreId } from '../../shared/cadres/cadres'
import { Day } from '../../shared/dates/add-months'
import { stampOf } from '../../shared/dates/stamps'
import { FrozenFacts } from '../../shared/interviews/frozen'
import { Details, InterviewId, NoteDraft, NoteId, Slot } from '../../shared/interviews/interviews'
import { KindKey } from '../../shared/interviews/kinds'
import { AppError } from '../../shared/result'
import { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { hashOf } from '../interviews/content'
import * as interviews from '../interviews/interviews.repo'
import * as kinds from '../interviews/kinds.repo'
import { keep } from '../interviews/notes.repo'
import { instantOf } from '../ipc/clock'
import type { CommandContext } from '../ipc/contexts'
import { canonicalJson } from '../store/canonical-json'
import type { Reads } from '../store/schema'
import { cadreOf } from './aliases.repo'
import { insistOwner } from './row-owner'
import type { RowKind } from './rows'

const Part = z.enum(['谈话人', '记录人'])
const at = z.iso.datetime()
const Addendum = z.object({ id: z.uuid(), byId: AccountId, at, text: z.string().max(4000) })
const Line = NoteDraft.omit({ revision: true, sealed: true, soundMs: true, removed: true }).extend({
  authorId: AccountId,
})

/** A talk that is final, without sealed lines, without its sound, and without who may read it here. */
export const SentTalk = Slot.extend({
  kind: KindKey,
  mark: SecrecyMark,
  /** Files as they were called when the talk was planned. */
  subjects: z.array(CadreId).min(1).max(200),
  talkers: z.array(AccountId).max(5),
  recorderId: AccountId.nullable(),
  details: Details,
  heldOn: Day,
  closedAt: at,
  finalAt: at,
  frozen: FrozenFacts.nullable(),
  notes: z.array(Line).max(20_000),
  confirmations: z.array(z.object({ accountId: AccountId, part: Part, at, hash: z.string().max(64) })).max(20),
  waivers: z
    .array(z.object({ accountId: AccountId, part: Part, at, byId: AccountId, reason: z.string().max(400) }))
    .max(20),
  addenda: z.array(Addendum).max(500),
})
export type SentTalk = z.infer<typeof SentTalk>

/** Everybody whom a talk names by account: they may be of another store. */
export const accountsOf = (talk: SentTalk): AccountId[] => [
  ...talk.talkers,
  ...(talk.recorderId === null ? [] : [talk.recorderId]),
  ...talk.notes.map(({ authorId }) => authorId),
  ...talk.confirmations.map(({ accountId }) => accountId),
  ...talk.waivers.flatMap(({ accountId, byId }) => [accountId, byId]),
  ...talk.addenda.map(({ byId }) => byId),
]

async function read(
  db: Reads,
  row: interviews.InterviewRow,
): Promise<{ cadreKey: number; talk: SentTalk } | undefined> {
  const people = await db
    .selectFrom('interviewPeople')
    .select(['cadreKey', 'subjectId'])
    .where('interviewKey', '=', row.key)
    .orderBy('place')
    .execute()
  const notes = await db
    .selectFrom('interviewNotes')
    .select(['id', 'position', 'part', 'form', 'mark', 'text', 'at', 'authorId'])
    .where('interviewKey', '=', row.key)
    .where('sealed', '=', 0)
    .where('removed', '=', 0)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const confirmations = await db
    .selectFrom('interviewConfirmations')
    .select(['accountId', 'part', 'at', 'hash'])
    .where('interviewKey', '=', row.key)
    .orderBy('at')
    .orderBy('accountId')
    .execute()
  const waivers = await db
    .selectFrom('interviewWaivers')
    .select(['accountId', 'part', 'at', 'byId', 'reason'])
    .where('interviewKey', '=', row.key)
    .orderBy('at')
    .orderBy('accountId')
    .execute()
  const addenda = await db
    .selectFrom('interviewAddenda')
    .select(['id', 'byId', 'at', 'text'])
    .where('interviewKey', '=', row.key)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const [first] = people
  if (!first || row.heldOn === null || row.closedAt === null || row.finalAt === null) return undefined
  const talk = SentTalk.parse({
    kind: row.kind,
    startsAt: row.startsAt,
    minutes: row.minutes,
    mark: row.mark,
    subjects: people.map(({ subjectId }) => subjectId),
    talkers: (await interviews.talkerIds(db, [row.key])).get(row.key) ?? [],
    recorderId: row.recorderId,
    details: interviews.detailsOf(row),
    heldOn: row.heldOn,
    closedAt: row.closedAt,
    finalAt: row.finalAt,
    frozen: row.frozen === null ? null : FrozenFacts.parse(JSON.parse(row.frozen)),
    notes,
    confirmations,
    waivers,
    addenda,
  })
  return { cadreKey: first.cadreKey, talk }
}

const rowOf = (db: Reads, id: string) =>
  db.selectFrom('interviews').selectAll().where('id', '=', InterviewId.parse(id)).executeTakeFirst()

/** Of a final talk nothing changes any more but what is added to it. */
async function putAddenda({ db }: CommandContext, key: number, known: SentTalk, talk: SentTalk): Promise<void> {
  const locked = (each: SentTalk) => canonicalJson({ ...each, addenda: [] })
  if (locked(known) !== locked(talk))
    throw new AppError('conflict', '有一次谈话两边都已定稿而内容不同，没有并入任何内容。请对这一项选“保留本库”')
  const wanted = new Set(talk.addenda.map(({ id }) => id))
  const there = new Set(known.addenda.map(({ id }) => id))
  for (const { id } of known.addenda)
    if (!wanted.has(id)) await db.deleteFrom('interviewAddenda').where('id', '=', id).execute()
  for (const addendum of talk.addenda)
    if (!there.has(addendum.id))
      await db
        .insertInto('interviewAddenda')
        .values({ interviewKey: key, ...addendum })
        .execute()
}

async function insert(context: CommandContext, id: string, talk: SentTalk): Promise<void> {
  const { db, caller } = context
  const kind = (await kinds.current(db)).find(({ key }) => key === talk.kind)
  if (!kind)
    throw new AppError('conflict', '数据包里有一种谈话本库没有，请先在谈话设置里加上，或者对这次谈话选“保留本库”')
  const { notes, subjects, talkers, confirmations, waivers, addenda, details, frozen, ...facts } = talk
  const { key } = await db
    .insertInto('interviews')
    .values({
      ...facts,
      id: InterviewId.parse(id),
      kindVersion: kind.version,
      roundId: null,
      state: 'final',
      dueKey: null,
      // Whoever takes a talk in reads it; whom else it concerns that person decides.
      readers: JSON.stringify([caller.id]),
      details: JSON.stringify(details),
      hash: null,
      frozen: frozen === null ? null : JSON.stringify(frozen),
      cancelledFor: null,
      createdBy: caller.id,
      createdAt: instantOf(context),
      revision: 1,
    })
    .returning('key')
    .executeTakeFirstOrThrow()
  for (const [place, accountId] of talkers.entries())
    await db.insertInto('interviewTalkers').values({ interviewKey: key, accountId, place }).execute()
  for (const [place, subjectId] of subjects.entries()) {
    const cadreKey = await cadreOf(db, subjectId)
    if (cadreKey === undefined)
      throw new AppError('conflict', '有一次集体谈话的谈话对象没有全部并入，请先认定他们，或者对这次谈话选“保留本库”')
    const heldOn = stampOf(talk.heldOn)
    await db
      .insertInto('interviewPeople')
      .values({ interviewKey: key, cadreKey, place, kind: talk.kind, heldOn, subjectId })
      .execute()
  }
  for (const { authorId, ...note } of notes) {
    const draft = { ...note, id: NoteId.parse(note.id), revision: 0, sealed: false, soundMs: null, removed: false }
    await keep(db, key, draft, { id: authorId, at: note.at })
  }
  for (const each of confirmations)
    await db
      .insertInto('interviewConfirmations')
      .values({ interviewKey: key, ...each })
      .execute()
  for (const each of waivers)
    await db
      .insertInto('interviewWaivers')
      .values({ interviewKey: key, ...each })
      .execute()
  for (const each of addenda)
    await db
      .insertInto('interviewAddenda')
      .values({ interviewKey: key, ...each })
      .execute()
  const row = await rowOf(db, id)
  // Sealed lines stayed behind, so the check of what stands here is reckoned anew; the confirmations keep the one they gave.
  if (row)
    await db
      .updateTable('interviews')
      .set({ hash: await hashOf(db, row) })
      .where('key', '=', key)
      .execute()
}

async function remove({ db }: CommandContext, key: number): Promise<void> {
  const notes = await db.selectFrom('interviewNotes').select('key').where('interviewKey', '=', key).execute()
  for (const note of notes) await db.deleteFrom('interviewSearch').where('rowid', '=', note.key).execute()
  await db.deleteFrom('interviews').where('key', '=', key).execute()
}

const minutes = (talk: SentTalk): string => `${talk.notes.length} 条记录，${talk.addenda.length} 条补充`

export const talkRows: RowKind = {
  name: 'talks',
  module: 'talks',
  value: SentTalk,
  /** A talk with several goes with the first of them. */
  of: (db, keys) =>
    db
      .selectFrom('interviewPeople')
      .innerJoin('interviews', 'interviews.key', 'interviewPeople.interviewKey')
      .where('interviewPeople.place', '=', 0)
      .where('interviews.state', '=', 'final')
      .where('interviewPeople.cadreKey', 'in', [...keys])
      .select(['interviews.id', 'interviewPeople.cadreKey'])
      .execute(),

  async find(db, id) {
    const row = await rowOf(db, id)
    const found = row && (await read(db, row))
    return found && { cadreKey: found.cadreKey, value: found.talk }
  },

  async put(context, cadreKey, id, came) {
    const row = await rowOf(context.db, id)
    const known = row && (await read(context.db, row))
    if (row && !known) throw new AppError('conflict', '有一次谈话本库还没有定稿，请先定稿，或者对这一项选“保留本库”')
    if (known) await insistOwner(context.db, known.cadreKey, cadreKey)
    if (came === null) return row ? remove(context, row.key) : undefined
    const talk = SentTalk.parse(came)
    return row && known ? putAddenda(context, row.key, known.talk, talk) : insert(context, id, talk)
  },

  words(came) {
    const talk = SentTalk.parse(came)
    const who = talk.frozen?.talkers.map(({ name }) => name).join('、') ?? ''
    return {
      title: `谈话：${talk.heldOn}`,
      lines: [
        ['谈话日期', talk.heldOn],
        ['谈话人', who],
        ['密级', talk.mark],
        // What was said is shown to whoever may read it, and not here.
        ['内容', minutes(talk)],
      ],
    }
  },
}
