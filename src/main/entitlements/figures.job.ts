import { figuresPaper } from '../../shared/entitlements/figures-paper.rules'
import { dayNow } from '../ipc/clock'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { furnitureOf } from '../papers/sheets'
import { type MakeTable, printTableOf, saveTable } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import { figuresOf } from './figures'

const paperOf =
  (context: JobContext, year: number, unitId: string | null): MakeTable =>
  async act => {
    const [root] = await listWithin(context.db, null)
    const around = { unit: root?.name ?? '', year, on: dayNow(context) }
    return figuresPaper(await figuresOf(context, year, unitId), around, furnitureOf(act))
  }

export const saveFigures: CoreHandlers['entitlements']['saveFigures'] = async (
  context,
  { year, unitId, ...order },
) => ({
  entry: await saveTable(context, 'care', order, paperOf(context, year, unitId)),
})
export const printFigures: CoreHandlers['entitlements']['printFigures'] = async (
  context,
  { year, unitId, ...order },
) => ({
  entry: await printTableOf(context, 'care', order, paperOf(context, year, unitId)),
})
