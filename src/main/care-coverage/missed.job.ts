import type { CareMissed } from '../../shared/care-coverage/care-coverage.contract'
import { missedPaper } from '../../shared/care-coverage/missed-paper.rules'
import { dayNow } from '../ipc/clock'
import { furnitureOf } from '../papers/sheets'
import { listLeaving } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import { missed } from './missed.repo'
import { withNames } from './with-names'

export const missedJobs = listLeaving<CareMissed>(async (context, of) => {
  const { db, caller } = context
  const on = dayNow(context)
  const people = await withNames(db, await missed(db, caller.scope, on, of))
  const [root] = await listWithin(db, null)
  return {
    people,
    make: async act => missedPaper(people, of, { unit: root?.name ?? '', on, total: people.length }, furnitureOf(act)),
  }
})
