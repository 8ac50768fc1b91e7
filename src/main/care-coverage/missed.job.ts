import type { CareMissed } from '../../shared/care-coverage/care-coverage.contract'
import { missedPaper } from '../../shared/care-coverage/missed-paper.rules'
import { AppError } from '../../shared/result'
import { dayNow } from '../ipc/clock'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { furnitureOf } from '../papers/sheets'
import { type MakeTable, printTableOf, saveTable } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import { missed } from './missed.repo'
import { withNames } from './with-names'

/** So many names stand in one paper; more are narrowed by unit. */
const MOST_LISTED = 20_000

async function listOf(context: JobContext, of: CareMissed) {
  const { db, caller, now } = context
  const on = dayNow({ now })
  const found = await missed(db, caller.scope, on, of)
  if (found.length > MOST_LISTED) throw new AppError('refused', `一次最多列 ${MOST_LISTED} 人，请先选单位`)
  const people = await withNames(db, found)
  const [root] = await listWithin(db, null)
  const make: MakeTable = async act =>
    missedPaper(people, of, { unit: root?.name ?? '', on, total: people.length }, furnitureOf(act))
  return { make, whom: { by: 'ids' as const, ids: people.map(({ cadreId }) => cadreId) } }
}

export const saveMissed: CoreHandlers['careCoverage']['saveMissed'] = async (context, { of, ...order }) => {
  const { make, whom } = await listOf(context, of)
  return { entry: await saveTable(context, 'cared', { ...order, whom }, make) }
}

export const printMissed: CoreHandlers['careCoverage']['printMissed'] = async (context, { of, ...order }) => {
  const { make, whom } = await listOf(context, of)
  return { entry: await printTableOf(context, 'cared', { ...order, whom }, make) }
}
