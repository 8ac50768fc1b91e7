import * as z from 'zod'

export const ProfileName = z.enum(['internal', 'secret', 'confidential'])
export type ProfileName = z.infer<typeof ProfileName>

/** The unit's security settings. Figures are whole numbers in the unit that the name says. */
export const SecurityPolicy = z.object({
  profile: ProfileName,
  passwordLength: z.int().min(8).max(64),
  /** How many of the four kinds (lower case, upper case, digit, other) a password must mix. */
  passwordKinds: z.int().min(2).max(4),
  passwordHistory: z.int().min(3).max(24),
  passwordCycleDays: z.int().min(1).max(90),
  maxTries: z.int().min(3).max(5),
  idleSeconds: z.int().min(30).max(900),
  auditReviewDays: z.int().min(1).max(31),
  watermarkOpacityPercent: z.int().min(3).max(15),
  /** Whether talks may be recorded in sound, where the person agrees. Policies from before this switch read as off. */
  soundRecording: z.boolean().default(false),
})
export type SecurityPolicy = z.infer<typeof SecurityPolicy>
export type PolicySwitch = 'soundRecording'
export type PolicyFigure = Exclude<keyof SecurityPolicy, 'profile' | PolicySwitch>
