import { createHash } from 'node:crypto'
import type { AccountId } from '../../shared/accounts/accounts'
import type { Interview, InterviewId, Note } from '../../shared/interviews/interviews'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import type { QueryContext } from '../ipc/contexts'
import * as sound from '../sound/sound.repo'
import type { Reads } from '../store/schema'
import type { InterviewRow, Part } from './interviews.repo'
import * as interviews from './interviews.repo'
import * as notes from './notes.repo'
import { plansTalks } from './plans-talks'

/** What an account is shown of a sealed line before it has said why. */
const sealedWords = '（密封内容，说明理由后可查看）'
const masked = (note: Note): Note => (note.sealed ? { ...note, text: sealedWords } : note)

/** A talk that the caller knows of, with the part that they have in it. */
export async function open(
  { db, caller }: QueryContext,
  id: InterviewId,
): Promise<{ readonly row: InterviewRow; readonly part: Part }> {
  const row = await interviews.get(db, caller, plansTalks(caller), id)
  return { row, part: await interviews.partOf(db, row, caller.id) }
}

/** @throws AppError refused for whoever may plan it and not read it */
export async function readable(context: QueryContext, id: InterviewId): Promise<InterviewRow> {
  const { row, part } = await open(context, id)
  if (part === null) throw new AppError('refused', '这次谈话的内容只有谈话人、记录人和指定的可阅人能看')
  return row
}

/** @throws AppError refused for whoever does not hold or record it */
export async function writable(context: QueryContext, id: InterviewId): Promise<InterviewRow> {
  const { row, part } = await open(context, id)
  if (part !== '谈话人' && part !== '记录人') throw new AppError('refused', '只有这次谈话的谈话人和记录人能记录')
  return row
}

/** Lines of one's own hand are shown as they are; a sealed line of somebody else asks for a reason. */
export const shownTo = (list: readonly Note[], reader: string): Note[] =>
  list.map(note => (note.authorId === reader ? note : masked(note)))

/** Confirmations that were noted as ones that cannot be given; one that was given after all counts instead. */
export async function waiversOf(db: Reads, key: number) {
  const names = await accounts.names(db)
  const rows = await db
    .selectFrom('interviewWaivers')
    .select(['accountId', 'part', 'at', 'byId', 'reason'])
    .where('interviewKey', '=', key)
    .where('accountId', 'not in', where =>
      where.selectFrom('interviewConfirmations').select('accountId').where('interviewKey', '=', key),
    )
    .orderBy('at')
    .execute()
  return rows.map(({ byId, ...row }) => ({
    ...row,
    name: names.get(row.accountId) ?? '',
    byName: names.get(byId) ?? '',
  }))
}

export async function contentOf(
  { db, caller }: Pick<QueryContext, 'db' | 'caller'>,
  row: InterviewRow,
): Promise<Interview> {
  const names = await accounts.names(db)
  const confirmations = await db
    .selectFrom('interviewConfirmations')
    .select(['accountId', 'part', 'at'])
    .where('interviewKey', '=', row.key)
    .orderBy('at')
    // Two in the same millisecond: who held it comes first.
    .orderBy('part', 'desc')
    .execute()
  const addenda = await db
    .selectFrom('interviewAddenda')
    .select(['id', 'byId', 'at', 'text'])
    .where('interviewKey', '=', row.key)
    .orderBy('at')
    .execute()
  return {
    header: await interviews.headerOf(db, row, caller.id),
    kindVersion: row.kindVersion,
    details: interviews.detailsOf(row),
    readers: interviews.readersOf(row).map(id => ({ id, name: names.get(id) ?? '' })),
    notes: shownTo(await notes.listOf(db, row.key), caller.id),
    confirmations: confirmations.map(each => ({ ...each, name: names.get(each.accountId) ?? '' })),
    waivers: (await waiversOf(db, row.key)).map(({ accountId: _account, ...waiver }) => waiver),
    addenda: addenda.map(({ byId, ...each }) => ({ ...each, byName: names.get(byId) ?? '' })),
    hash: row.hash,
    revision: row.revision,
  }
}

/**
 * SHA-256, hex, over everything that the passwords stand for: who, when, which kind, details, lines in their order, the sound
 * with the moments of the lines, and what the paper says of people and promises.
 */
export async function hashOf(db: Reads, row: InterviewRow): Promise<string> {
  const subjects = await db
    .selectFrom('interviewPeople')
    .select('subjectId')
    .where('interviewKey', '=', row.key)
    .orderBy('place')
    .execute()
  const talkers = (await interviews.talkerIds(db, [row.key])).get(row.key) ?? []
  const lines = await notes.listOf(db, row.key)
  const recorded = await sound.confirmedOf(db, row.key, lines)
  const content = {
    id: row.id,
    kind: row.kind,
    kindVersion: row.kindVersion,
    heldOn: row.heldOn,
    mark: row.mark,
    subjects: subjects.map(({ subjectId }) => subjectId),
    talkers,
    recorder: row.recorderId,
    details: interviews.detailsOf(row),
    notes: lines.map(({ id, part, form, mark, text, sealed, at }) => ({ id, part, form, mark, text, sealed, at })),
    ...(recorded && { sound: recorded }),
    ...(row.frozen !== null && { frozen: row.frozen }),
  }
  return createHash('sha256').update(JSON.stringify(content), 'utf8').digest('hex')
}

/** Who must confirm with a password: every talker, and the recorder where it is another person. */
export async function mustConfirm(
  db: Reads,
  row: InterviewRow,
): Promise<{ id: AccountId; part: '谈话人' | '记录人' }[]> {
  const talkers = (await interviews.talkerIds(db, [row.key])).get(row.key) ?? []
  const recorder = row.recorderId !== null && !talkers.includes(row.recorderId) ? [row.recorderId] : []
  return [
    ...talkers.map(id => ({ id, part: '谈话人' as const })),
    ...recorder.map(id => ({ id, part: '记录人' as const })),
  ]
}
