import type { AccountId } from '../../shared/accounts/accounts'
import type { Day } from '../../shared/dates/add-months'
import type { PartialDate } from '../../shared/dates/partial-date'
import type { RetirementTask, SettledTask } from '../../shared/retirements/retirements'

interface RetirementDecisionsTable {
  id: string
  cadreKey: number
  /** Counts from 1 for each person; the highest is in force. */
  version: number
  /** YYYY-MM, or YYYY-MM-DD; null takes the decision before it back. */
  month: PartialDate | null
  reason: string
  byId: AccountId
  at: string
}
interface RetirementTasksTable {
  cadreKey: number
  task: RetirementTask
  state: SettledTask['state']
  onDay: Day | null
  note: string
  byId: AccountId
  at: string
}

/** What the feature keeps, by the names of its tables. */
export interface RetirementsTables {
  retirementDecisions: RetirementDecisionsTable
  retirementTasks: RetirementTasksTable
}
const decisions: Record<keyof RetirementDecisionsTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  cadreKey: 'INTEGER',
  version: 'INTEGER',
  month: 'TEXT',
  reason: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
}
const tasks: Record<keyof RetirementTasksTable, 'TEXT' | 'INTEGER'> = {
  cadreKey: 'INTEGER',
  task: 'TEXT',
  state: 'TEXT',
  onDay: 'TEXT',
  note: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
}
export const retirementsTables = { retirementDecisions: decisions, retirementTasks: tasks }
