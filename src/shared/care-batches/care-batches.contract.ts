import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { ExportEntry } from '../exports/exports'
import { command, job, query } from '../ipc/define'
import { leaving, printing, TableFormat, target } from '../papers/papers.contract'
import { Batch, BatchFacts, BatchId, BatchSheet, MOST_VISITS, PlannedVisit, Visit, VisitOutcome } from './care-batches'

const edit = { needs: 'care.edit' } as const
const one = { id: BatchId, revision: z.int().min(1) }

export const careBatchesContract = {
  /** The newest first. */
  list: query(z.object({}), z.array(Batch), { title: '查看走访慰问', needs: 'care.read' }),
  /** One with its people in the order of the visits; of those within the scope. */
  get: query(
    z.object({ id: BatchId }),
    /** `corrected`: records that were corrected or withdrawn one by one since the batch ended, and stay as they are. */
    z.object({ batch: Batch, visits: z.array(Visit), corrected: z.int() }),
    { title: '查看走访慰问名单', needs: 'care.read' },
  ),
  add: command(BatchFacts, Batch, { title: '新建走访慰问', ...edit }),
  change: command(z.object({ ...one, facts: BatchFacts }), Batch, { title: '修改走访慰问', ...edit }),
  /** The whole list anew: who is on it, in which order, by whom and with what. A result that was entered stays with its person. */
  plan: command(z.object({ ...one, visits: z.array(PlannedVisit).max(MOST_VISITS) }), Batch, {
    title: '编排走访名单',
    ...edit,
  }),
  enter: command(
    z.object({ id: BatchId, cadreId: CadreId, revision: z.int().min(1), outcome: VisitOutcome }),
    z.object({ revision: z.int() }),
    { title: '登记走访结果', ...edit },
  ),
  /** Ends it: each person who was visited gets one care record. */
  finish: command(z.object(one), Batch, { title: '办结走访慰问', ...edit }),
  /** Takes the records back that the ending has made, save those that were corrected since. */
  reopen: command(z.object({ ...one, reason: Reason }), Batch, { title: '重新打开走访慰问', ...edit }),
  remove: command(z.object({ ...one, reason: Reason }), z.object({}), { title: '删除走访慰问', ...edit }),
  /** A paper of the batch at the place that the person chose. Registers itself. */
  saveSheet: job(
    z.object({ id: BatchId, sheet: BatchSheet, ...leaving, as: TableFormat, target }),
    z.object({ entry: ExportEntry }),
    { title: '保存走访慰问的表格', leaves: 'plain', needs: 'cadres.export' },
  ),
  printSheet: job(
    z.object({ id: BatchId, sheet: BatchSheet, ...leaving, ...printing }),
    z.object({ entry: ExportEntry }),
    {
      title: '打印走访慰问的表格',
      needs: 'cadres.export',
    },
  ),
}
