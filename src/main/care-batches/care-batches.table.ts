import type { AccountId } from '../../shared/accounts/accounts'
import type { Batch, BatchFacts, BatchId, VisitOutcome } from '../../shared/care-batches/care-batches'
import type { Day } from '../../shared/dates/add-months'

interface CareBatchesTable {
  id: BatchId
  title: string
  occasion: BatchFacts['occasion']
  budgetFen: number | null
  source: BatchFacts['source']
  approvedBy: string
  fromDay: Day
  toDay: Day
  state: Batch['state']
  byId: AccountId
  at: string
  revision: number
}
interface CareBatchVisitsTable extends VisitOutcome {
  batchId: BatchId
  cadreKey: number
  position: number
  visitor: string
  plannedFen: number
  goods: string
  /** The care record that the ending has made of it, kept when it was corrected before the batch was opened again. */
  recordId: string | null
  revision: number
}

/** What the feature keeps, by the names of its tables. */
export interface CareBatchesTables {
  careBatches: CareBatchesTable
  careBatchVisits: CareBatchVisitsTable
}
const batches: Record<keyof CareBatchesTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  title: 'TEXT',
  occasion: 'TEXT',
  budgetFen: 'INTEGER',
  source: 'TEXT',
  approvedBy: 'TEXT',
  fromDay: 'TEXT',
  toDay: 'TEXT',
  state: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}
const visits: Record<keyof CareBatchVisitsTable, 'TEXT' | 'INTEGER'> = {
  batchId: 'TEXT',
  cadreKey: 'INTEGER',
  position: 'INTEGER',
  visitor: 'TEXT',
  plannedFen: 'INTEGER',
  goods: 'TEXT',
  result: 'TEXT',
  visitedOn: 'TEXT',
  visitedBy: 'TEXT',
  givenFen: 'INTEGER',
  givenGoods: 'TEXT',
  voucher: 'TEXT',
  remark: 'TEXT',
  recordId: 'TEXT',
  revision: 'INTEGER',
}
export const careBatchesTables = { careBatches: batches, careBatchVisits: visits }
