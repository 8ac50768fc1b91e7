import * as z from 'zod'
import { AccountId, Password, Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { command, gate, query, scratch } from '../ipc/define'
import { PictureKind } from '../photos/photos'
import { SecrecyMark } from '../secrecy/secrecy.rules'
import { line, text } from '../text'
import {
  Details,
  Interview,
  InterviewHeader,
  InterviewId,
  InterviewState,
  Note,
  NoteDraft,
  NoteId,
  Party,
  Plan,
  RoundId,
  Slot,
} from './interviews'
import { ChangedKind, KindKey, VersionedKind } from './kinds'

/** Names and departments that must stay away from these talks: looked at once, kept nowhere. */
export const Avoid = z.object({
  names: z.array(line(40).min(1)).max(20),
  departments: z.array(line(60).min(1)).max(20),
})

const InterviewFilter = z.object({
  /** Only talks that the caller holds, records or may read. Whoever does not plan sees no others in any case. */
  mine: z.boolean(),
  from: Day.nullable(),
  to: Day.nullable(),
  states: z.array(InterviewState).max(5),
  kinds: z.array(KindKey).max(40),
  cadreId: CadreId.nullable(),
  roundId: RoundId.nullable(),
  /** With somebody of this unit or of one below it. */
  unitId: z.uuid().nullable().default(null),
  /** Held or recorded by this account. */
  talkerId: AccountId.nullable().default(null),
  /** The earliest first, to find the next one; else the newest. */
  earliestFirst: z.boolean().optional(),
})
export type InterviewFilter = z.infer<typeof InterviewFilter>

const hold = { needs: 'interviews.hold' } as const
const plan = { needs: 'interviews.plan' } as const

export const interviewsContract = {
  /** Every kind as it stands, those that are not offered any more with them. */
  kinds: query(z.object({}), z.array(VersionedKind), { title: '查看谈话种类', ...hold }),
  kindVersions: query(
    z.object({ key: KindKey }),
    z.array(z.object({ kind: VersionedKind, changedAt: z.string(), byName: z.string(), reason: z.string() })),
    { title: '查看谈话种类的历次修改', ...hold },
  ),
  changeKind: command(ChangedKind, VersionedKind, { title: '修改谈话种类', needs: 'interviews.configure' }),
  /** Accounts that may hold or record. */
  talkers: query(
    z.object({}),
    z.array(z.object({ id: AccountId, name: z.string(), department: z.string(), roles: z.array(z.string()) })),
    { title: '查看谈话人', ...hold },
  ),

  list: query(
    z.object({ filter: InterviewFilter, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.object({ rows: z.array(InterviewHeader), total: z.int() }),
    { title: '查看谈话安排', ...hold },
  ),
  get: query(z.object({ id: InterviewId }), Interview, { title: '查看谈话', ...hold }),
  /** The header alone, also for whoever plans and may not read. */
  header: query(z.object({ id: InterviewId }), InterviewHeader, { title: '查看谈话安排', ...hold }),
  photo: query(
    z.object({ id: InterviewId, cadreId: CadreId }),
    z.object({ kind: PictureKind, bytes: z.instanceof(Uint8Array) }).nullable(),
    { title: '查看谈话对象照片', ...hold },
  ),

  /** Several at once are a round under one title: all are planned or none. */
  plan: command(
    z.object({ plans: z.array(Plan).min(1).max(500), round: line(60).min(1).nullable(), avoid: Avoid }),
    z.object({ ids: z.array(InterviewId), roundId: RoundId.nullable() }),
    { title: '安排谈话', ...plan },
  ),
  /** Others than those who planned it may hold it: only a planned talk moves. */
  replan: command(
    Slot.extend({
      id: InterviewId,
      talkers: Plan.shape.talkers,
      recorderId: Plan.shape.recorderId,
      place: Plan.shape.place,
      mode: Plan.shape.mode,
      avoid: Avoid,
    }),
    InterviewHeader,
    { title: '调整谈话安排', ...plan },
  ),
  cancel: command(z.object({ id: InterviewId, reason: Reason }), InterviewHeader, { title: '取消谈话', ...plan }),
  /** Who may read it and how secret it is; talkers and recorder decide it. */
  setReaders: command(
    z.object({ id: InterviewId, readers: z.array(AccountId).max(20), mark: SecrecyMark }),
    InterviewHeader,
    { title: '调整谈话可阅范围', ...hold },
  ),

  /** The talk begins, or goes on another day. `heldOn` for a paper record that is typed in later. */
  open: command(z.object({ id: InterviewId, heldOn: Day.nullable() }), Interview, { title: '开始记录谈话', ...hold }),
  /**
   * Keeps lines while they are typed. A line that somebody else has changed since is not overwritten: it comes back as it
   * stands there, and the caller decides.
   */
  keepNotes: scratch(
    z.object({ id: InterviewId, notes: z.array(NoteDraft).max(200) }),
    z.object({ kept: z.array(z.object({ id: NoteId, revision: z.int() })), clashes: z.array(Note) }),
    { title: '保存谈话记录', ...hold, quiet: true },
  ),
  keepDetails: scratch(
    z.object({ id: InterviewId, revision: z.int().min(1), details: Details }),
    z.object({ revision: z.int() }),
    { title: '保存谈话要素', ...hold, quiet: true },
  ),
  /** Lines that changed after an instant: what a second recorder has typed meanwhile. */
  notesSince: query(
    z.object({ id: InterviewId, since: z.iso.datetime().nullable() }),
    z.object({ notes: z.array(Note), revision: z.int() }),
    { title: '查看谈话记录的变化', ...hold },
  ),
  /** The content is checked, locked and hashed; from now on only passwords and addenda. */
  finish: command(z.object({ id: InterviewId }), Interview, { title: '结束谈话记录', ...hold }),
  /** Before anybody has confirmed it, a finished talk can be opened again. */
  reopen: command(z.object({ id: InterviewId, reason: Reason }), Interview, { title: '重新打开谈话记录', ...hold }),
  /** One of those who must confirm gives their password, at whoever's session. */
  confirm: gate(z.object({ id: InterviewId, accountId: AccountId, password: Password }), Interview, {
    title: '确认谈话记录',
    ...hold,
  }),
  /** Who must confirm and who has, also for whoever plans and may not read. */
  parties: query(z.object({ id: InterviewId }), z.array(Party), { title: '查看谈话确认情况', ...hold }),
  /** The account of one who must confirm is not in use any more: noted with its reason by another of them or a planner. */
  waive: command(z.object({ id: InterviewId, accountId: AccountId, reason: Reason }), z.array(Party), {
    title: '注明未确认',
    ...hold,
  }),
  /** Goes on with a talk that was begun by somebody whose account is not in use any more. Reads it from now on. */
  succeed: command(
    z.object({
      id: InterviewId,
      part: Party.shape.part,
      accountId: AccountId,
      avoid: Avoid,
      reason: Reason,
    }),
    InterviewHeader,
    { title: '指定接续谈话的人', ...plan },
  ),
  addAddendum: command(z.object({ id: InterviewId, text: text(4000).min(1) }), Interview, {
    title: '补充谈话记录',
    ...hold,
  }),
  /** A sealed line, for those who may read the talk, with a reason. */
  unseal: query(z.object({ id: InterviewId, noteId: NoteId, reason: Reason }), z.object({ text: z.string() }), {
    title: '查看密封的谈话内容',
    ...hold,
    reveals: true,
  }),
  /** Words of any length in lines that the caller may read; sealed lines are not searched. */
  search: query(
    z.object({ text: text(60).min(1), limit: z.int().min(1).max(100) }),
    z.array(z.object({ header: InterviewHeader, noteId: NoteId, text: z.string() })),
    { title: '查找谈话内容', ...hold },
  ),
}
