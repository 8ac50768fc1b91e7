import * as z from 'zod'
import { CadreId } from '../cadres/cadres'
import { SensitiveField } from '../cadres/cadres.contract'

export const Sureness = z.enum(['certain', 'likely', 'look'])

/** Who put a finding aside, when and why. */
export const Dismissal = z.object({
  id: z.uuid(),
  reason: z.string(),
  byName: z.string(),
  at: z.iso.datetime(),
})
export type Dismissal = z.infer<typeof Dismissal>

/** 64 hex digits that stay the same for as long as the fields concerned do. */
export const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/)

/** What a rule found in one file, and whether somebody has put it aside. */
export const ToldFinding = z.object({
  rule: z.string(),
  title: z.string(),
  sureness: Sureness,
  /** Null when its words hold what is masked in the file. */
  message: z.string().nullable(),
  /** What is masked in the file and stands in the words. */
  masked: z.array(SensitiveField),
  fields: z.array(z.string()),
  fingerprint: Fingerprint,
  dismissal: Dismissal.nullable(),
})
export type ToldFinding = z.infer<typeof ToldFinding>

/** One person of the list with what was found in the file. */
export const CheckedPerson = z.object({
  id: CadreId,
  name: z.string(),
  unitName: z.string(),
  currentPost: z.string(),
  findings: z.array(ToldFinding),
})
export type CheckedPerson = z.infer<typeof CheckedPerson>

export const CheckFilter = z.object({
  /** With everything below it; null for everybody in sight. */
  unitId: z.uuid().nullable(),
  /** None means every one. */
  rules: z.array(z.string().max(60)).max(60),
  sureness: z.array(Sureness).max(3),
  dismissed: z.boolean(),
})
export type CheckFilter = z.infer<typeof CheckFilter>
