import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { SensitiveField } from '../cadres/cadres.contract'
import { command, job, query } from '../ipc/define'
import { SecrecyMark } from '../secrecy/secrecy.rules'
import { text } from '../text'
import { ExportEntry, ExportId, ExportKind, ExportOutcome, Whom } from './exports'
import { RegisterFilter } from './register.rules'
import { RosterSpec, RosterTable } from './roster.rules'

/** What the person decides before anything leaves. */
export const ExportOrder = z.object({
  whom: Whom,
  reason: Reason,
  /** Where it goes: a unit or a person; empty when it stays. */
  recipient: text(60),
  /** Null takes the highest that the people concerned bear. */
  mark: SecrecyMark.nullable(),
  /** What is masked in the application and shall stand in the export. */
  sensitive: z.array(SensitiveField).max(8),
})
export type ExportOrder = z.infer<typeof ExportOrder>

export const exportsContract = {
  /** What an export of these people would hold: how many, and the mark it must bear at the least. */
  prepare: query(z.object({ whom: Whom }), z.object({ people: z.int(), mark: SecrecyMark }), {
    title: '准备导出',
    needs: 'cadres.export',
  }),
  /** Takes the next number of the year, before anything is written or printed. */
  begin: command(ExportOrder.extend({ kind: ExportKind, namePattern: z.string().max(120) }), ExportEntry, {
    title: '登记导出',
    needs: 'cadres.export',
  }),
  /** How it ended. Only the account that began it tells, and only once. */
  finish: command(z.object({ id: ExportId, outcome: ExportOutcome, written: z.int().min(0) }), ExportEntry, {
    title: '登记导出结果',
    needs: 'cadres.export',
  }),
  /** One `.lrmx` a person: a file, a new folder or a zip at the place that the person chose. Registers itself. */
  lrmx: job(
    ExportOrder.extend({
      namePattern: z.string().max(120),
      into: z.enum(['file', 'folder', 'zip']),
      editor: z.enum(['as-imported', '3', '4']),
      /** The token of the place that the person chose in the shell's dialog. */
      target: z.string().max(64),
    }),
    z.object({ entry: ExportEntry, /** The folder's name; empty for a file. */ folder: z.string() }),
    { title: '导出任免审批表文件', leaves: 'plain', needs: 'cadres.export' },
  ),
  /** The first people of a roster as they will stand in it, with what is masked still masked. */
  previewRoster: query(z.object({ whom: Whom, roster: RosterSpec }), RosterTable, {
    title: '预览干部名册',
    needs: 'cadres.export',
  }),
  /** A roster as a workbook at the place that the person chose. Registers itself. `cut` counts cells that hold less than the file. */
  rosterXlsx: job(
    ExportOrder.extend({ roster: RosterSpec, target: z.string().max(64) }),
    z.object({ entry: ExportEntry, cut: z.int() }),
    { title: '导出干部名册', leaves: 'plain', needs: 'cadres.export' },
  ),
  /** The newest first. An account with a scope sees its own alone. */
  list: query(
    RegisterFilter.extend({ offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.object({ entries: z.array(ExportEntry), total: z.int(), years: z.array(z.int()) }),
    { title: '查看导出登记', needs: 'exports.read' },
  ),
}
