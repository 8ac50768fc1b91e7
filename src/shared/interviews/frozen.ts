import * as z from 'zod'
import { Day } from '../dates/add-months'
import { PromiseKind } from '../promises/promises'

/** What a talk's paper says of somebody: 干部科 方汀兰. */
export const Who = z.object({ name: z.string(), unit: z.string(), post: z.string() })
export type Who = z.infer<typeof Who>

/** What the paper of a talk says beside its lines. It is locked with them, so that no later change of a file alters the paper. */
export const FrozenFacts = z.object({
  subjects: z.array(Who),
  talkers: z.array(Who),
  recorder: Who.nullable(),
  promises: z.array(
    z.object({
      kind: PromiseKind,
      text: z.string(),
      ownerName: z.string(),
      helper: z.string(),
      dueOn: Day,
      cadreName: z.string(),
    }),
  ),
})
export type FrozenFacts = z.infer<typeof FrozenFacts>
