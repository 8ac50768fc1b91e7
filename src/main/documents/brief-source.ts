import type { InterviewId } from '../../shared/interviews/interviews'
import { briefBody } from '../../shared/talk-briefs/brief-sheet.rules'
import * as content from '../interviews/content'
import type { QueryContext } from '../ipc/contexts'
import { briefOf } from '../talk-briefs/brief'
import type { DocumentSource } from './sources'
import { markOf } from './talk-source'

/** The page before a talk, for those who hold, record or plan it. It bears no sealed line. */
export async function briefSource(context: QueryContext, id: InterviewId): Promise<DocumentSource> {
  const brief = await briefOf(context, id)
  const { row } = await content.open(context, id)
  const { people, mark } = await markOf(context.db, row)
  return {
    body: briefBody(brief),
    people,
    mark,
    sealed: 0,
    unsealed: 0,
    subject: `interviews:${id}`,
    kinds: { pdf: 'brief-pdf', print: 'brief-print' },
    word: null,
  }
}
