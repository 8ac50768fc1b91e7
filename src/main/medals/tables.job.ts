import type { MedalTable } from '../../shared/medals/medals.contract'
import { ledgerPaper, onRoster, rosterPaper } from '../../shared/medals/tables.rules'
import { AppError } from '../../shared/result'
import { dayNow } from '../ipc/clock'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { furnitureOf } from '../papers/sheets'
import { type MakeTable, printTableOf, saveTable as saveTableOf } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import { allAwards, allLots } from './medals.repo'
import { rowsOfYear } from './year'

/** What leaves, and whose names stand on it: those with a file by their file, the others by their number. */
async function paperOf(context: JobContext, { of, year, unitId }: MedalTable) {
  const { db, caller } = context
  const [root] = await listWithin(db, null)
  const around = { unit: root?.name ?? '', on: dayNow(context) }
  if (of === 'roster') {
    const rows = await rowsOfYear(context, year, unitId)
    const named = onRoster(rows)
    if (named.length === 0) throw new AppError('refused', '还没有决定授予的人')
    const make: MakeTable = async act => rosterPaper(rows, year, { ...around, furniture: furnitureOf(act) })
    return { refs: named.map(({ ref }) => ref), make }
  }
  const awards = await allAwards(db, caller)
  const lots = caller.scope === null ? await allLots(db) : []
  const named = awards.filter(({ on, back }) => [on, back?.on].some(day => day?.startsWith(`${year}-`)))
  const make: MakeTable = async act => ledgerPaper(lots, awards, year, { ...around, furniture: furnitureOf(act) })
  return { refs: named.map(({ ref }) => ref), make }
}
function namesOf(refs: Awaited<ReturnType<typeof paperOf>>['refs']) {
  const ids = [...new Set(refs.flatMap(ref => (ref.of === 'cadre' ? [ref.id] : [])))]
  const others = new Set(refs.flatMap(ref => (ref.of === 'member' ? [ref.id] : []))).size
  return { whom: { by: 'ids' as const, ids }, others }
}

export const saveTable: CoreHandlers['medals']['saveTable'] = async (context, { table, ...order }) => {
  const { refs, make } = await paperOf(context, table)
  return { entry: await saveTableOf(context, 'medals', { ...order, ...namesOf(refs) }, make) }
}
export const printTable: CoreHandlers['medals']['printTable'] = async (context, { table, ...order }) => {
  const { refs, make } = await paperOf(context, table)
  return { entry: await printTableOf(context, 'medals', { ...order, ...namesOf(refs) }, make) }
}
