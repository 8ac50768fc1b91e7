import type { AccountId } from '../../shared/accounts/accounts'
import type { Stamp } from '../../shared/dates/stamps'

interface CareRulesTable {
  id: string
  version: number
  /** JSON of a CareRule. */
  body: string
  changedAt: string
  changedBy: AccountId
  reason: string
}
interface CareWaiversTable {
  dueKey: string
  cadreKey: number
  byId: AccountId
  at: string
  reason: string
}
/** One row: the day from which what falls due is asked for. */
interface CareStartTable {
  only: 1
  since: Stamp
  byId: AccountId
  at: string
  reason: string
}

type Kinds = 'TEXT' | 'INTEGER'
const careRulesColumns: Record<keyof CareRulesTable, Kinds> = {
  id: 'TEXT',
  version: 'INTEGER',
  body: 'TEXT',
  changedAt: 'TEXT',
  changedBy: 'TEXT',
  reason: 'TEXT',
}
const careWaiversColumns: Record<keyof CareWaiversTable, Kinds> = {
  dueKey: 'TEXT',
  cadreKey: 'INTEGER',
  byId: 'TEXT',
  at: 'TEXT',
  reason: 'TEXT',
}
const careStartColumns: Record<keyof CareStartTable, Kinds> = {
  only: 'INTEGER',
  since: 'INTEGER',
  byId: 'TEXT',
  at: 'TEXT',
  reason: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface CareRulesTables {
  careRules: CareRulesTable
  careWaivers: CareWaiversTable
  careStart: CareStartTable
}
export const careRulesTables = {
  careRules: careRulesColumns,
  careWaivers: careWaiversColumns,
  careStart: careStartColumns,
}
