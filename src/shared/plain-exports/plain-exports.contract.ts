import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { ExportEntry } from '../exports/exports'
import { command, job, query } from '../ipc/define'
import { SecrecyMark } from '../secrecy/secrecy.rules'
import { PlainExport, PlainExportId } from './plain-exports'

const one = { id: PlainExportId }
const nothing = z.object({})

/** Everything in the clear: asked for by an officer who sees all, approved by the 安全保密管理员, used once. */
export const plainExportsContract = {
  /** The latest first. */
  list: query(nothing, z.array(PlainExport), { title: '查看全部导出的申请', needs: 'exports.read' }),
  ask: command(z.object({ reason: Reason }), PlainExport, { title: '申请全部导出', needs: 'plain.ask' }),
  withdraw: command(z.object(one), nothing, { title: '撤回全部导出的申请', needs: 'plain.ask' }),
  decide: command(z.object({ ...one, approve: z.boolean(), reason: Reason }), nothing, {
    title: '审批全部导出',
    needs: 'plain.decide',
  }),
  takeOut: job(
    z.object({
      ...one,
      token: z.string().max(64),
      /** Null takes the highest that anybody bears. */ mark: SecrecyMark.nullable(),
    }),
    z.object({ entry: ExportEntry, folder: z.string(), files: z.int() }),
    { title: '全部导出', leaves: 'plain', needs: 'plain.ask' },
  ),
}
