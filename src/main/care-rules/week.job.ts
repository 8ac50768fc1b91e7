import type { CareWeek } from '../../shared/care-rules/care-rules.contract'
import { weekEnd, weekPaper } from '../../shared/care-rules/week-paper.rules'
import { furnitureOf } from '../papers/sheets'
import { listLeaving } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import { openBetween } from './due.rows'

export const weekJobs = listLeaving<CareWeek>(async (context, { from, unitId }) => {
  const people = await openBetween(context, { unitId, from, until: weekEnd(from) })
  const [root] = await listWithin(context.db, unitId === null ? null : [unitId])
  return { people, make: async act => weekPaper(people, { unit: root?.name ?? '', from }, furnitureOf(act)) }
})
