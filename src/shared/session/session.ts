import * as z from 'zod'
import { AccountId, Login, Password, RoleName } from '../accounts/accounts'
import { capabilities } from '../accounts/roles'
import { ProfileName } from '../policy/policy'
import { errorCodes } from '../result'
import { line, text } from '../text'

export const Session = z.object({
  account: z.object({
    id: AccountId,
    login: Login,
    name: z.string(),
    department: z.string(),
    roles: z.array(RoleName),
  }),
  capabilities: z.array(z.enum(capabilities)),
  /** The unit's name, as the header and the watermark show it. */
  unit: z.string(),
  storeId: z.uuid(),
  profile: ProfileName,
  demo: z.boolean(),
  idleSeconds: z.int(),
  watermarkOpacityPercent: z.int(),
  /** What a new password must have. Everyone may know it; the rest of the policy is for administrators. */
  passwordRules: z.object({ passwordLength: z.int(), passwordKinds: z.int() }),
  /** Why the password must be changed before anything else. */
  passwordDue: z.enum(['initial', 'expired']).nullable(),
  /** Set when the store lies behind its anchors, or (0 lines) its file is not the one that was closed. */
  readOnly: z.object({ missingLines: z.int() }).nullable(),
  signedInAt: z.iso.datetime(),
})
export type Session = z.infer<typeof Session>

/** What the start screen must know before anyone has signed in. */
export const StoreState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('locked'), unit: z.string(), storeId: z.uuid(), machineKnown: z.boolean() }),
  z.object({ kind: z.literal('open'), session: Session }),
  z.object({ kind: z.literal('trouble'), code: z.enum(errorCodes), message: z.string(), details: z.unknown() }),
])
export type StoreState = z.infer<typeof StoreState>

/** The first account of each kind that the set-up wizard asks for. */
export const FirstAccount = z.object({
  login: Login,
  name: line(40).min(1),
  holder: line(40).min(1),
  department: text(60),
  role: z.enum(['sysadmin', 'secadmin', 'auditor', 'officer']),
  password: Password,
})
export type FirstAccount = z.infer<typeof FirstAccount>

export const NewStore = z.object({
  unit: line(60).min(1),
  profile: ProfileName,
  accounts: z.array(FirstAccount).length(4),
})
export type NewStore = z.infer<typeof NewStore>
