import type { AccountId } from '../../shared/accounts/accounts'
import type { CareRecord, CareRecordId, LifeEvent, LifeEventId } from '../../shared/care-records/care-records'
import type { PartialDate } from '../../shared/dates/partial-date'
import type { Stamp } from '../../shared/dates/stamps'

interface LifeEventsTable {
  id: LifeEventId
  cadreKey: number
  kind: LifeEvent['kind']
  whom: LifeEvent['whom']
  /** As precise as it was written; the first and the last day that it may mean beside it. */
  onDate: PartialDate
  first: Stamp
  last: Stamp
  untilDay: Stamp | null
  need: string
  byId: AccountId
  at: string
  revision: number
}
interface CareRecordsTable {
  id: CareRecordId
  cadreKey: number
  onDay: Stamp
  occasion: CareRecord['occasion']
  form: CareRecord['form']
  dimension: CareRecord['dimension']
  measure: CareRecord['measure']
  dueKey: string | null
  eventId: LifeEventId | null
  visitors: string
  what: string
  moneyFen: number
  goods: string
  standard: string
  source: CareRecord['source']
  voucher: string
  approvedBy: string
  promise: string
  nextStep: string
  nextOn: Stamp | null
  /** JSON array of ids. */
  attachments: string
  batchId: string | null
  hardshipId: string | null
  withdrawnFor: string | null
  byId: AccountId
  at: string
  revision: number
}

type Kinds = 'TEXT' | 'INTEGER'
const lifeEventsColumns: Record<keyof LifeEventsTable, Kinds> = {
  id: 'TEXT',
  cadreKey: 'INTEGER',
  kind: 'TEXT',
  whom: 'TEXT',
  onDate: 'TEXT',
  first: 'INTEGER',
  last: 'INTEGER',
  untilDay: 'INTEGER',
  need: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}
const careRecordsColumns: Record<keyof CareRecordsTable, Kinds> = {
  id: 'TEXT',
  cadreKey: 'INTEGER',
  onDay: 'INTEGER',
  occasion: 'TEXT',
  form: 'TEXT',
  dimension: 'TEXT',
  measure: 'TEXT',
  dueKey: 'TEXT',
  eventId: 'TEXT',
  visitors: 'TEXT',
  what: 'TEXT',
  moneyFen: 'INTEGER',
  goods: 'TEXT',
  standard: 'TEXT',
  source: 'TEXT',
  voucher: 'TEXT',
  approvedBy: 'TEXT',
  promise: 'TEXT',
  nextStep: 'TEXT',
  nextOn: 'INTEGER',
  attachments: 'TEXT',
  batchId: 'TEXT',
  hardshipId: 'TEXT',
  withdrawnFor: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}

/** What the feature keeps, by the names of its tables. */
export interface CareRecordsTables {
  lifeEvents: LifeEventsTable
  careRecords: CareRecordsTable
}
export const careRecordsTables = { lifeEvents: lifeEventsColumns, careRecords: careRecordsColumns }
