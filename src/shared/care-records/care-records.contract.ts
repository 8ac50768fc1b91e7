import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { CareDimension } from '../care-measures/measures.data'
import { Day } from '../dates/add-months'
import { command, query } from '../ipc/define'
import { listJobs } from '../papers/papers.contract'
import { CareRecord, CareRecordFacts, CareRecordId, LifeEvent, LifeEventFacts, LifeEventId } from './care-records'
import { Occasion } from './occasions'

const read = { needs: 'care.read' } as const
const edit = { needs: 'care.edit' } as const
const revision = z.int().min(1)

/** A record as lists show it. */
export const CareRecordRow = CareRecord.extend({
  cadreName: z.string(),
  cadrePost: z.string(),
  unitName: z.string(),
  byName: z.string(),
})
export type CareRecordRow = z.infer<typeof CareRecordRow>

/** What was done between two days, of one person or of everyone within the scope. */
export const CareRecordFilter = z.object({
  cadreId: CadreId.nullable(),
  unitId: z.uuid().nullable(),
  from: Day.nullable(),
  to: Day.nullable(),
  occasions: z.array(Occasion).max(40),
  dimensions: z.array(CareDimension).max(4),
})
export type CareRecordFilter = z.infer<typeof CareRecordFilter>
const recordJobs = listJobs(CareRecordFilter, '关爱记录')

export const careRecordsContract = {
  /** What happened in one person's life, the latest first. */
  events: query(z.object({ cadreId: CadreId }), z.array(LifeEvent), { title: '查看生活事件', ...read }),
  addEvent: command(LifeEventFacts, LifeEvent, { title: '登记生活事件', ...edit }),
  changeEvent: command(z.object({ id: LifeEventId, revision, facts: LifeEventFacts, reason: Reason }), LifeEvent, {
    title: '修改生活事件',
    ...edit,
  }),
  removeEvent: command(z.object({ id: LifeEventId, revision, reason: Reason }), z.object({}), {
    title: '去掉生活事件',
    ...edit,
  }),
  /** The latest first. */
  list: query(
    CareRecordFilter.extend({ offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.object({ rows: z.array(CareRecordRow), total: z.int(), moneyFen: z.int() }),
    { title: '查看关爱记录', ...read },
  ),
  add: command(CareRecordFacts, CareRecord, { title: '记录关爱', ...edit }),
  change: command(z.object({ id: CareRecordId, revision, facts: CareRecordFacts, reason: Reason }), CareRecord, {
    title: '修改关爱记录',
    ...edit,
  }),
  /** It stays readable and counts no more. */
  withdraw: command(z.object({ id: CareRecordId, revision, reason: Reason }), CareRecord, {
    title: '撤回关爱记录',
    ...edit,
  }),
  saveList: recordJobs.save,
  printList: recordJobs.print,
}
