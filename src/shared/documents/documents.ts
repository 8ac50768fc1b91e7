import * as z from 'zod'
import { HardshipId } from '../hardships/hardships'
import { InterviewId } from '../interviews/interviews'
import { MeasureId } from '../measures/measures'

/** Which document: the paper of a talk, the page before it, the letter of a measure, or the form of a case of need. */
export const DocumentRef = z.discriminatedUnion('of', [
  z.object({ of: z.literal('interview'), id: InterviewId }),
  z.object({ of: z.literal('brief'), id: InterviewId }),
  z.object({ of: z.literal('measure'), id: MeasureId }),
  z.object({ of: z.literal('hardship'), id: HardshipId }),
])
export type DocumentRef = z.infer<typeof DocumentRef>
