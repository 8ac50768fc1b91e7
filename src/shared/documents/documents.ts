import * as z from 'zod'
import { InterviewId } from '../interviews/interviews'
import { MeasureId } from '../measures/measures'

/** Which document: the paper of a talk, the page before it, or the letter of a measure. */
export const DocumentRef = z.discriminatedUnion('of', [
  z.object({ of: z.literal('interview'), id: InterviewId }),
  z.object({ of: z.literal('brief'), id: InterviewId }),
  z.object({ of: z.literal('measure'), id: MeasureId }),
])
export type DocumentRef = z.infer<typeof DocumentRef>
