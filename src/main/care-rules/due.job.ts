import type { CareDueFilter } from '../../shared/care-rules/care-rules.contract'
import { duePaper } from '../../shared/care-rules/due-paper.rules'
import { dayNow } from '../ipc/clock'
import { furnitureOf } from '../papers/sheets'
import { listLeaving } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import { chosenOf, dueAsked, toRows } from './due.rows'

export const dueJobs = listLeaving<CareDueFilter>(async (context, of) => {
  const people = await toRows(context.db, chosenOf(await dueAsked(context, of), of))
  const [root] = await listWithin(context.db, of.unitId === null ? null : [of.unitId])
  const around = { unit: root?.name ?? '', on: dayNow(context), total: people.length }
  return { people, make: async act => duePaper(people, around, furnitureOf(act)) }
})
