import * as z from 'zod'
import { AccountId, Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { command, query, scratch } from '../ipc/define'
import { text } from '../text'
import { Contact, MOST_CARERS, OpenedNote, RemovalReason, SealedDraft, SealedLine, SealedNoteId } from './sealed-notes'

const edit = { needs: 'care.edit' } as const
const one = { id: SealedNoteId, revision: z.int().min(1) }
const done = z.object({})
const Card = z.object({ text: z.string(), byName: z.string(), at: z.iso.datetime() })

/**
 * 心理关怀. A record is encrypted under a key of its own, which is sealed to its named carers. To anybody else every one of
 * these calls answers as if there were none.
 */
export const sealedNotesContract = {
  /** Those that are sealed to the caller, whoever is due first. */
  list: query(z.object({}), z.array(SealedLine), { title: '查看本人的心理关怀记录', ...edit }),
  open: query(z.object({ id: SealedNoteId }), OpenedNote, { title: '打开心理关怀记录', reveals: true, ...edit }),
  /** Who may be named: accounts that record care and have chosen their own password. */
  carers: query(z.object({}), z.array(z.object({ id: AccountId, name: z.string(), department: z.string() })), {
    title: '查看可指定的关爱人',
    ...edit,
  }),
  add: command(
    z.object({ cadreId: CadreId, others: z.array(AccountId).max(MOST_CARERS - 1), contact: Contact }),
    OpenedNote,
    { title: '新建心理关怀记录', ...edit },
  ),
  /** One more contact, or another wording of one, by its place. */
  write: command(z.object({ ...one, place: z.int().min(0).nullable(), contact: Contact }), OpenedNote, {
    title: '写心理关怀记录',
    ...edit,
  }),
  grant: command(z.object({ ...one, accountId: AccountId }), OpenedNote, { title: '指定心理关怀的关爱人', ...edit }),
  /** Encrypts anew, under another key. What was read before cannot be unread. */
  withdraw: command(z.object({ ...one, accountId: AccountId, why: RemovalReason }), done, {
    title: '去掉心理关怀的关爱人',
    ...edit,
  }),
  remove: command(z.object({ ...one, why: RemovalReason }), done, { title: '删除心理关怀记录', ...edit }),
  draft: query(z.object({}), SealedDraft.nullable(), { title: '读取心理关怀草稿', ...edit }),
  keepDraft: scratch(z.object({ draft: SealedDraft.nullable() }), done, {
    title: '保存心理关怀草稿',
    quiet: true,
    ...edit,
  }),
  /** What to do in a crisis, in the unit's own words; null as long as it has entered none. */
  crisis: query(z.object({}), Card.nullable(), { title: '查看紧急处置卡', ...edit }),
  setCrisis: command(z.object({ text: text(1000), reason: Reason }), Card.nullable(), {
    title: '修改紧急处置卡',
    needs: 'care.configure',
  }),
}
