import * as z from 'zod'
import { CommendationId } from '../commendations/commendations'
import { HardshipId } from '../hardships/hardships'
import { InterviewId } from '../interviews/interviews'
import { MeasureId } from '../measures/measures'

/** Which document: the paper of a talk, the page before it, the letter of a measure, the form of a case of need, or a decision that honours people. */
export const DocumentRef = z.discriminatedUnion('of', [
  z.object({ of: z.literal('interview'), id: InterviewId }),
  z.object({ of: z.literal('brief'), id: InterviewId }),
  z.object({ of: z.literal('measure'), id: MeasureId }),
  z.object({ of: z.literal('hardship'), id: HardshipId }),
  z.object({ of: z.literal('commendation'), id: CommendationId }),
])
export type DocumentRef = z.infer<typeof DocumentRef>
