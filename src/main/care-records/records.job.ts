import type { CareRecordFilter } from '../../shared/care-records/care-records.contract'
import { recordsPaper } from '../../shared/care-records/records-paper.rules'
import { furnitureOf } from '../papers/sheets'
import { LISTED, listLeaving } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import { list } from './care-records.repo'

export const recordJobs = listLeaving<CareRecordFilter>(async ({ db, caller }, of) => {
  const { rows, total, moneyFen } = await list(db, caller, { ...of, ...LISTED })
  const [root] = await listWithin(db, of.unitId === null ? null : [of.unitId])
  const around = { unit: root?.name ?? '', from: of.from, to: of.to, total, moneyFen }
  return { people: rows, make: async act => recordsPaper(rows, around, furnitureOf(act)) }
})
