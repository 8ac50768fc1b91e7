import * as z from 'zod'
import { InterviewId } from '../interviews/interviews'

/** Which document: the paper of a talk, or the page before it. */
export const DocumentRef = z.discriminatedUnion('of', [
  z.object({ of: z.literal('interview'), id: InterviewId }),
  z.object({ of: z.literal('brief'), id: InterviewId }),
])
export type DocumentRef = z.infer<typeof DocumentRef>
