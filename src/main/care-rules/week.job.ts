import { weekEnd, weekPaper } from '../../shared/care-rules/week-paper.rules'
import type { Day } from '../../shared/dates/add-months'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { furnitureOf } from '../papers/sheets'
import { type MakeTable, printTableOf, saveTable } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import { openBetween } from './due.rows'

interface Week {
  readonly from: Day
  readonly unitId: string | null
}
const weekTable =
  (context: JobContext, { from, unitId }: Week): MakeTable =>
  async act => {
    const [root] = await listWithin(context.db, unitId === null ? null : [unitId])
    const rows = await openBetween(context, { unitId, from, until: weekEnd(from) })
    return weekPaper(rows, { unit: root?.name ?? '', from }, furnitureOf(act))
  }

export const saveWeek: CoreHandlers['careRules']['saveWeek'] = async (context, { from, unitId, ...order }) => ({
  entry: await saveTable(context, 'care', order, weekTable(context, { from, unitId })),
})
export const printWeek: CoreHandlers['careRules']['printWeek'] = async (context, { from, unitId, ...order }) => ({
  entry: await printTableOf(context, 'care', order, weekTable(context, { from, unitId })),
})
