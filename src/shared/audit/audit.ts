import * as z from 'zod'

export const AuditOutcome = z.enum(['done', 'refused', 'failed'])
export type AuditOutcome = z.infer<typeof AuditOutcome>

export const AuditEntry = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  accountId: z.string().nullable(),
  accountName: z.string(),
  roles: z.array(z.string()),
  machine: z.string(),
  channel: z.string(),
  title: z.string(),
  subject: z.string().nullable(),
  outcome: AuditOutcome,
  reason: z.string().nullable(),
  details: z.string().nullable(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditFilter = z.object({
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  accountId: z.uuid().nullable(),
  feature: z.string().max(40).nullable(),
  outcome: AuditOutcome.nullable(),
  text: z.string().max(60),
})
export type AuditFilter = z.infer<typeof AuditFilter>

export const AuditVerdict = z.object({
  checked: z.int(),
  /** The first line that is not what was written, or null when the chain is whole. */
  problem: z
    .object({ kind: z.enum(['changed', 'missing', 'rolled-back', 'foreign']), seq: z.int(), message: z.string() })
    .nullable(),
  /** Lines written after the clock had been set back. */
  clockSetBack: z.array(z.int()),
  /** Parts of the chain whose key this auditor does not hold. */
  unreadable: z.array(z.object({ first: z.int(), last: z.int() })),
})
export type AuditVerdict = z.infer<typeof AuditVerdict>

export const AuditSeal = z.object({
  seq: z.int(),
  code: z.string(),
  at: z.iso.datetime(),
  auditorName: z.string(),
  note: z.string(),
})
export type AuditSeal = z.infer<typeof AuditSeal>
