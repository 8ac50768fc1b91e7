import type { HonourTable } from '../../shared/honours/honours.contract'
import { boardPaper, MOST_LISTED, registerPaper } from '../../shared/honours/register-paper.rules'
import { dayNow } from '../ipc/clock'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { furnitureOf } from '../papers/sheets'
import { type MakeTable, printTableOf, saveTable } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import * as counts from './counts.repo'
import * as repo from './honours.repo'

/** The table, and whose files its names come from: the paper bears their mark. */
async function tableOf(context: JobContext, { of, filter }: HonourTable) {
  const { db, caller } = context
  const [root] = await listWithin(db, null)
  const around = { unit: root?.name ?? '', on: dayNow(context) }
  if (of === 'board') {
    const board = await counts.board(db, caller, filter)
    const make: MakeTable = async act => boardPaper(board, filter, around, furnitureOf(act))
    return { make, whom: { by: 'ids' as const, ids: [] }, others: 0 }
  }
  const honours = await repo.all(db, caller, filter, MOST_LISTED)
  const people = honours.flatMap(({ cadreId, members }) => [cadreId, ...members.map(member => member.cadreId)])
  const make: MakeTable = async act =>
    registerPaper(honours, filter, { ...around, total: honours.length }, furnitureOf(act))
  const others = honours.filter(({ holder, cadreId }) => holder === 'person' && cadreId === null).length
  return { make, whom: { by: 'ids' as const, ids: [...new Set(people)].filter(id => id !== null) }, others }
}

export const saveHonours: CoreHandlers['honours']['saveTable'] = async (context, { table, ...order }) => {
  const { make, ...names } = await tableOf(context, table)
  return { entry: await saveTable(context, 'honours', { ...order, ...names }, make) }
}

export const printHonours: CoreHandlers['honours']['printTable'] = async (context, { table, ...order }) => {
  const { make, ...names } = await tableOf(context, table)
  return { entry: await printTableOf(context, 'honours', { ...order, ...names }, make) }
}
