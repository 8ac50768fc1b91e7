import { boardPaper } from '../../shared/care-measures/board-paper.rules'
import { dayNow } from '../ipc/clock'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { furnitureOf } from '../papers/sheets'
import { type MakeTable, printTableOf, saveTable } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import { boardOf } from './board'

const boardTable =
  (context: JobContext, year: number): MakeTable =>
  async act => {
    const [root] = await listWithin(context.db, null)
    const on = dayNow(context)
    return boardPaper(await boardOf(context, year), { unit: root?.name ?? '', year, on }, furnitureOf(act))
  }

export const saveBoard: CoreHandlers['careMeasures']['saveBoard'] = async (context, { year, ...order }) => ({
  entry: await saveTable(context, 'care', order, boardTable(context, year)),
})

export const printBoard: CoreHandlers['careMeasures']['printBoard'] = async (context, { year, ...order }) => ({
  entry: await printTableOf(context, 'care', order, boardTable(context, year)),
})
