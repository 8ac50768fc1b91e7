import * as z from 'zod'
import { command, gate, job, query } from '../ipc/define'
import { text } from '../text'
import { AuditEntry, AuditFilter, AuditSeal, AuditVerdict } from './audit'

export const auditContract = {
  list: query(
    AuditFilter.extend({ before: z.int().nullable(), limit: z.int().min(1).max(500) }),
    z.object({ entries: z.array(AuditEntry), total: z.int() }),
    { title: '查看审计日志', needs: 'audit.read' },
  ),
  /** The accounts and features that occur, for the filters. */
  facets: query(
    z.object({}),
    z.object({
      accounts: z.array(z.object({ id: z.string(), name: z.string() })),
      features: z.array(z.object({ feature: z.string(), title: z.string() })),
    }),
    { title: '查看审计范围', needs: 'audit.read' },
  ),
  seals: query(z.object({}), z.array(AuditSeal), { title: '查看封存记录', needs: 'audit.read' }),
  verify: job(z.object({}), AuditVerdict, { title: '校验审计日志', needs: 'audit.read', always: true }),
  /** `target` is the token of a file that the person chose in the shell's dialog. */
  export: job(
    z.object({ filter: AuditFilter, target: z.string().max(64) }),
    z.object({ lines: z.int(), sha256: z.string() }),
    { title: '导出审计日志', leaves: 'plain', needs: 'audit.read' },
  ),
  seal: gate(z.object({ note: text(200) }), AuditSeal, { title: '封存审计日志', needs: 'audit.seal' }),
  review: command(z.object({ note: text(500).min(1) }), z.object({}), {
    title: '记录审计检查',
    needs: 'audit.seal',
  }),
}
