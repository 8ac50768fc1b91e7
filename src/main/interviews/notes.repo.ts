import type { AccountId } from '../../shared/accounts/accounts'
import type { Note, NoteDraft } from '../../shared/interviews/interviews'
import * as accounts from '../accounts/accounts.repo'
import { spaced } from '../cadres/names'
import type { Reads, Writes } from '../store/schema'
import type { InterviewNotesTable } from './interviews.table'

type NoteRow = Omit<InterviewNotesTable, 'key'> & { readonly key: number }

const toNote = (
  { key: _key, interviewKey: _interview, ...row }: NoteRow,
  names: ReadonlyMap<string, string>,
): Note => ({
  ...row,
  sealed: row.sealed === 1,
  removed: row.removed === 1,
  authorName: names.get(row.authorId) ?? '',
})

/** Lines in their order. @param since only those that changed after an instant, removed ones with them */
export async function listOf(db: Reads, interviewKey: number, since: string | null = null): Promise<Note[]> {
  const names = await accounts.names(db)
  let rows = db.selectFrom('interviewNotes').selectAll().where('interviewKey', '=', interviewKey)
  rows = since === null ? rows.where('removed', '=', 0) : rows.where('changedAt', '>', since)
  return (await rows.orderBy('position').orderBy('id').execute()).map(row => toNote(row, names))
}

/** What is kept of a sealed line in the index: nothing. */
async function index(db: Writes, key: number, { text, sealed, removed }: NoteDraft): Promise<void> {
  await db.deleteFrom('interviewSearch').where('rowid', '=', key).execute()
  const words = sealed || removed ? '' : spaced(text.normalize('NFKC').toLowerCase())
  if (words !== '') await db.insertInto('interviewSearch').values({ rowid: key, text: words }).execute()
}

/**
 * Keeps one line as it was typed. @returns its revision, or the line as it stands when somebody else has changed it since
 */
export async function keep(
  db: Writes,
  interviewKey: number,
  { id, revision, ...draft }: NoteDraft,
  by: { readonly id: AccountId; readonly at: string },
): Promise<{ readonly revision: number } | { readonly clash: Note }> {
  const row = {
    ...draft,
    sealed: draft.sealed ? (1 as const) : (0 as const),
    removed: draft.removed ? (1 as const) : (0 as const),
    changedAt: by.at,
  }
  const known = await db
    .selectFrom('interviewNotes')
    .selectAll()
    .where('id', '=', id)
    .where('interviewKey', '=', interviewKey)
    .executeTakeFirst()
  // Whoever has not opened a sealed line has its placeholder in hand: only its author writes it.
  if (known && known.sealed === 1 && known.authorId !== by.id) return { clash: toNote(known, await accounts.names(db)) }
  if (known && known.revision !== revision) {
    // What was sent again after an answer got lost is the same line: nobody has to decide anything.
    const same = known.text === row.text && known.mark === row.mark && known.removed === row.removed
    if (same && known.authorId === by.id && known.part === row.part) return { revision: known.revision }
    return { clash: toNote(known, await accounts.names(db)) }
  }
  const { key } = known
    ? await db
        .updateTable('interviewNotes')
        .set({ ...row, revision: revision + 1 })
        .where('key', '=', known.key)
        .returning('key')
        .executeTakeFirstOrThrow()
    : await db
        .insertInto('interviewNotes')
        .values({ id, interviewKey, ...row, authorId: by.id, revision: 1 })
        .returning('key')
        .executeTakeFirstOrThrow()
  await index(db, key, { id, revision, ...draft })
  return { revision: known ? revision + 1 : 1 }
}
