import * as z from 'zod'
import { basisStatuses } from '../basis/basis'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { InterviewHeader } from '../interviews/interviews'

const Fact = z.object({ on: z.string().nullable(), words: z.string() })

/** What somebody who goes into a talk should know of one of its people: one page and no more. Nothing that is masked in the file. */
const BriefPerson = z.object({
  id: CadreId,
  name: z.string(),
  /** 女，1988.05，云溪街道党工委副书记. */
  about: z.string(),
  unit: z.string(),
  /** The last two lines of the career. */
  resume: z.array(z.string()),
  /** The last talks that the reader may know of; `summary` where they may read it. */
  talks: z.array(z.object({ on: Day, kindTitle: z.string(), talkers: z.string(), summary: z.string().nullable() })),
  promises: z.array(
    z.object({ kind: z.string(), text: z.string(), dueOn: Day, late: z.boolean(), ownerName: z.string() }),
  ),
  occasions: z.array(Fact),
  honours: z.array(Fact),
  restrictions: z.array(
    z.object({
      title: z.string(),
      words: z.string(),
      basis: z.object({ source: z.string(), status: z.enum(basisStatuses) }).nullable(),
    }),
  ),
  /** What stands on the side of 厚爱 beside honours. */
  care: z.array(Fact),
})
export type BriefPerson = z.infer<typeof BriefPerson>

export const TalkBrief = z.object({ header: InterviewHeader, people: z.array(BriefPerson) })
export type TalkBrief = z.infer<typeof TalkBrief>
