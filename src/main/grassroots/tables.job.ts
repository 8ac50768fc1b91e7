import type { GrassrootsTable } from '../../shared/grassroots/grassroots.contract'
import { burdensPaper, facilitiesPaper, payPaper, vacanciesPaper } from '../../shared/grassroots/tables.rules'
import { dayNow } from '../ipc/clock'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { furnitureOf } from '../papers/sheets'
import { type MakeTable, printTableOf, saveTable } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import { boardUnits } from './board-units.repo'
import * as burdens from './burdens.repo'
import * as facilities from './facilities.repo'
import * as pay from './pay.repo'

const making =
  (context: JobContext, table: GrassrootsTable): MakeTable =>
  async act => {
    const { db, caller } = context
    const [root] = await listWithin(db, null)
    const units = await boardUnits(db, caller.scope)
    const around = { unit: root?.name ?? '', on: dayNow(context), furniture: furnitureOf(act) }
    if (table.of === 'facilities')
      return facilitiesPaper(units, (await facilities.kinds(db)).kinds, await facilities.current(db, caller), around)
    if (table.of === 'pay') return payPaper(units, await pay.list(db, caller), table.year, around)
    if (table.of === 'vacancies') return vacanciesPaper(units, await pay.vacancies(db, caller), around)
    const board = await burdens.board(db, caller, table.year)
    return burdensPaper(units, board.units, await burdens.caps(db), table.year, around)
  }

export const saveGrassroots: CoreHandlers['grassroots']['saveTable'] = async (context, { table, ...order }) => ({
  entry: await saveTable(context, 'care', order, making(context, table)),
})

export const printGrassroots: CoreHandlers['grassroots']['printTable'] = async (context, { table, ...order }) => ({
  entry: await printTableOf(context, 'care', order, making(context, table)),
})
