import { weekEnd, weekPaper } from '../../shared/care-rules/week-paper.rules'
import type { Day } from '../../shared/dates/add-months'
import type { Whom } from '../../shared/exports/exports'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { furnitureOf } from '../papers/sheets'
import { type MakeTable, printTableOf, saveTable } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import { openBetween } from './due.rows'

interface Week {
  readonly from: Day
  readonly unitId: string | null
}
const rowsOf = (context: JobContext, { from, unitId }: Week) =>
  openBetween(context, { unitId, from, until: weekEnd(from) })

const weekTable =
  (context: JobContext, week: Week): MakeTable =>
  async act => {
    const [root] = await listWithin(context.db, week.unitId === null ? null : [week.unitId])
    return weekPaper(await rowsOf(context, week), { unit: root?.name ?? '', from: week.from }, furnitureOf(act))
  }

/** The people on it: the list bears their mark and is registered with them. */
async function whomOf(context: JobContext, week: Week): Promise<Whom> {
  return { by: 'ids', ids: [...new Set((await rowsOf(context, week)).map(({ cadreId }) => cadreId))] }
}

export const saveWeek: CoreHandlers['careRules']['saveWeek'] = async (context, { from, unitId, ...order }) => ({
  entry: await saveTable(
    context,
    'cared',
    { ...order, whom: await whomOf(context, { from, unitId }) },
    weekTable(context, { from, unitId }),
  ),
})
export const printWeek: CoreHandlers['careRules']['printWeek'] = async (context, { from, unitId, ...order }) => ({
  entry: await printTableOf(
    context,
    'cared',
    { ...order, whom: await whomOf(context, { from, unitId }) },
    weekTable(context, { from, unitId }),
  ),
})
