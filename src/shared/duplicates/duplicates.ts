import * as z from 'zod'
import { Cadre, CadreId } from '../cadres/cadres'
import { PhotoId } from '../photos/photos'

export const DuplicateSureness = z.enum(['certain', 'likely', 'look'])
export type DuplicateSureness = z.infer<typeof DuplicateSureness>
export const duplicateTitles: Readonly<Record<DuplicateSureness, string>> = {
  certain: '基本确定',
  likely: '很可能',
  look: '需要辨认',
}

/** Enough of a file to tell whether it is of the same person. */
export const DuplicatePerson = Cadre.pick({ name: true, sex: true, birth: true }).extend({
  id: CadreId,
  /** Masked. */
  idNumber: z.string(),
  unitName: z.string(),
  currentPost: z.string(),
  photo: PhotoId.nullable(),
  /** Percent. */
  completeness: z.int(),
  /** When it was last changed, and how often. */
  changedAt: z.iso.datetime(),
  steps: z.int(),
})
export type DuplicatePerson = z.infer<typeof DuplicatePerson>

/** Somebody has looked and said that these are two people. */
const Dismissal = z.object({ reason: z.string(), at: z.iso.datetime(), byName: z.string() })

export const DuplicatePair = z.object({
  first: DuplicatePerson,
  second: DuplicatePerson,
  sureness: DuplicateSureness,
  why: z.string(),
  dismissal: Dismissal.nullable(),
})
export type DuplicatePair = z.infer<typeof DuplicatePair>
