import type { RegisterFilter } from '../../shared/care-register/care-register.contract'
import { registerPaper } from '../../shared/care-register/register-paper.rules'
import { stampOf } from '../../shared/dates/stamps'
import { dayNow } from '../ipc/clock'
import { furnitureOf } from '../papers/sheets'
import { LISTED, listLeaving } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import { list } from './care-register.repo'

export const registerJobs = listLeaving<RegisterFilter>(async (context, of) => {
  const { db, caller } = context
  const on = dayNow(context)
  const { rows, total } = await list(db, caller, { ...of, ...LISTED, on: stampOf(on) })
  const [root] = await listWithin(db, of.unitId === null ? null : [of.unitId])
  const around = { unit: root?.name ?? '', on, total }
  return { people: rows, make: async act => registerPaper(rows, around, furnitureOf(act)) }
})
