import * as z from 'zod'
import { line, text } from '../text'
import { roles } from './roles'

export const AccountId = z.uuid().brand<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>

/** A person's or unit's short text: one line, trimmed by the form, never cut. */
/** Why something is done. Kept with the audit line. */
export const Reason = line(200).min(1)

export const Login = z
  .string()
  .trim()
  .min(2, '登录名至少 2 个字')
  .max(32, '登录名最多 32 个字')
  .regex(/^[\p{L}\p{N}._-]+$/u, '登录名只能用文字、数字和 . _ -')
export const Password = z.string().min(1).max(128)

export const RoleName = z.enum(roles)
export type RoleName = z.infer<typeof RoleName>

/** The units an account sees, each with its sub-units; null means the whole store. Administrators have none. */
export const Scope = z.array(z.uuid()).max(500).nullable()
export type Scope = z.infer<typeof Scope>

const AccountState = z.enum(['active', 'disabled'])

export const Account = z.object({
  id: AccountId,
  login: Login,
  /** The name shown on screen and in the watermark. */
  name: line(40).min(1),
  /** Who holds it: the person's work number or full name, so that one person's accounts are recognised. */
  holder: line(40).min(1),
  department: z.string().max(60),
  roles: z.array(RoleName).min(1).max(3),
  scope: Scope,
  state: AccountState,
  hasPhone: z.boolean(),
  passwordChangedAt: z.iso.datetime(),
  mustChangePassword: z.boolean(),
  /** Locked by failed tries until the 安全保密管理员 unlocks it. */
  lockedOut: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type Account = z.infer<typeof Account>

export const NewAccount = z.object({
  login: Login,
  name: line(40).min(1),
  holder: line(40).min(1),
  department: text(60),
  phone: text(30),
  roles: z.array(RoleName).min(1).max(3),
  scope: Scope,
})
export type NewAccount = z.infer<typeof NewAccount>

/** What one administrator asks for and another decides. */
export const ProposedChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), account: NewAccount }),
  z.object({ kind: z.literal('change'), accountId: AccountId, roles: z.array(RoleName).min(1).max(3), scope: Scope }),
  z.object({ kind: z.literal('enable'), accountId: AccountId }),
  z.object({ kind: z.literal('reset'), accountId: AccountId }),
  z.object({ kind: z.literal('close'), accountId: AccountId }),
])
export type ProposedChange = z.infer<typeof ProposedChange>

export const proposalTitles: Record<ProposedChange['kind'], string> = {
  open: '开立账户',
  change: '调整角色和范围',
  enable: '恢复使用',
  reset: '重置密码',
  close: '注销账户',
}

export const Proposal = z.object({
  id: z.uuid(),
  change: ProposedChange,
  reason: Reason,
  proposedBy: AccountId,
  proposedByName: z.string(),
  proposedAt: z.iso.datetime(),
  state: z.enum(['waiting', 'accepted', 'rejected']),
  decidedByName: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decisionReason: z.string().nullable(),
})
export type Proposal = z.infer<typeof Proposal>
