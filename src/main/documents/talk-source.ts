import { sql } from 'kysely'
import type { InterviewId } from '../../shared/interviews/interviews'
import { type TalkSheet, talkBody, talkSheet } from '../../shared/interviews/talk-sheet.rules'
import { talkValues } from '../../shared/interviews/talk-values.rules'
import { AppError } from '../../shared/result'
import { highestMark, type SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import * as content from '../interviews/content'
import { factsOf } from '../interviews/frozen'
import type { InterviewRow } from '../interviews/interviews.repo'
import * as kinds from '../interviews/kinds.repo'
import * as notes from '../interviews/notes.repo'
import type { QueryContext } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import type { DocumentSource } from './sources'

async function sheetOf(context: QueryContext, id: InterviewId, unseal: boolean): Promise<TalkSheet> {
  const { db } = context
  const row = await content.readable(context, id)
  if (row.state === 'planned' || row.state === 'cancelled')
    throw new AppError('refused', '还没有记录，没有可以打印的内容')
  const talk = await content.contentOf(context, row)
  const kind = await kinds.getVersion(db, row.kind, row.kindVersion)
  return talkSheet({
    talk,
    kind,
    ...(await factsOf(context, row)),
    unsealed: unseal ? await notes.listOf(db, row.key) : null,
  })
}

/** How many people a talk concerns, and what a copy of anything of it must bear: its own mark or a file's, whichever is higher. */
export async function markOf(db: Reads, row: InterviewRow): Promise<{ people: number; mark: SecrecyMark }> {
  const files = await db
    .selectFrom('interviewPeople')
    .innerJoin('cadreFiles', 'cadreFiles.key', 'interviewPeople.cadreKey')
    .select(sql<string | null>`json_extract(file, '$.secrecy')`.as('secrecy'))
    .where('interviewPeople.interviewKey', '=', row.key)
    .execute()
  return { people: files.length, mark: highestMark([row.mark, ...files.map(({ secrecy }) => secrecy ?? '')]) }
}

/** The paper of a talk, for those who may read it. */
export async function talkSource(context: QueryContext, id: InterviewId, unseal: boolean): Promise<DocumentSource> {
  const sheet = await sheetOf(context, id, unseal)
  const row = await content.readable(context, id)
  const { people, mark } = await markOf(context.db, row)
  const sealed = (await notes.listOf(context.db, row.key)).filter(note => note.sealed).length
  return {
    body: talkBody(sheet),
    people,
    mark,
    sealed: unseal ? 0 : sealed,
    unsealed: unseal ? sealed : 0,
    subject: `interviews:${id}`,
    kinds: { pdf: 'talk-pdf', print: 'talk-print' },
    word: { kind: 'talk-docx', form: sheet.title, values: furniture => talkValues(sheet, furniture) },
  }
}
