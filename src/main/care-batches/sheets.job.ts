import { batchPaper } from '../../shared/care-batches/batch-paper.rules'
import type { BatchId, BatchSheet } from '../../shared/care-batches/care-batches'
import { dayNow } from '../ipc/clock'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { furnitureOf } from '../papers/sheets'
import { type MakeTable, printTableOf, saveTable } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import * as batches from './care-batches.repo'

const paperOf =
  ({ db, caller, now }: JobContext, id: BatchId, sheet: BatchSheet): MakeTable =>
  async act => {
    const [root] = await listWithin(db, null)
    const around = { unit: root?.name ?? '', on: dayNow({ now }) }
    return batchPaper(
      sheet,
      await batches.get(db, id),
      await batches.visitsOf(db, caller, id),
      around,
      furnitureOf(act),
    )
  }
/** Names leave with it: the register counts the people, and the paper bears the highest mark of their files. */
async function whomOf({ db, caller }: JobContext, id: BatchId) {
  const visits = await batches.visitsOf(db, caller, id)
  return { by: 'ids' as const, ids: visits.map(({ cadreId }) => cadreId) }
}

export const saveSheet: CoreHandlers['careBatches']['saveSheet'] = async (context, { id, sheet, ...order }) => ({
  entry: await saveTable(context, 'care', { ...order, whom: await whomOf(context, id) }, paperOf(context, id, sheet)),
})
export const printSheet: CoreHandlers['careBatches']['printSheet'] = async (context, { id, sheet, ...order }) => ({
  entry: await printTableOf(
    context,
    'care',
    { ...order, whom: await whomOf(context, id) },
    paperOf(context, id, sheet),
  ),
})
