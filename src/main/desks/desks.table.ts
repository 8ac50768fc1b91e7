import type { Generated } from 'kysely'
import type { AccountId } from '../../shared/accounts/accounts'
import type { Day } from '../../shared/dates/add-months'
import type { Desk, DeskChannel, DeskItemId, DeskSatisfaction, DeskState, DeskStepKind } from '../../shared/desks/desks'
import type { UnitId } from '../../shared/units/units'

export interface DeskItemsTable {
  id: DeskItemId
  desk: Desk
  cadreKey: number | null
  unitId: UnitId | null
  text: string
  /** YYYY-MM-DD, as all days here. */
  cameOn: Day
  channel: DeskChannel
  ownerId: AccountId
  dueOn: Day
  answer: string
  answeredOn: Day | null
  satisfaction: DeskSatisfaction | null
  askedOn: Day | null
  state: DeskState
  closedOn: Day | null
  byId: AccountId
  at: string
  revision: number
}
interface DeskStepsTable {
  seq: Generated<number>
  itemId: DeskItemId
  at: string
  byId: AccountId
  kind: DeskStepKind
  text: string
}
interface DeskTermsTable {
  seq: Generated<number>
  desk: Desk
  days: number
  validFrom: Day
  source: string
  at: string
  byId: AccountId
}

type Kinds = 'TEXT' | 'INTEGER'
const deskItemsColumns: Record<keyof DeskItemsTable, Kinds> = {
  id: 'TEXT',
  desk: 'TEXT',
  cadreKey: 'INTEGER',
  unitId: 'TEXT',
  text: 'TEXT',
  cameOn: 'TEXT',
  channel: 'TEXT',
  ownerId: 'TEXT',
  dueOn: 'TEXT',
  answer: 'TEXT',
  answeredOn: 'TEXT',
  satisfaction: 'TEXT',
  askedOn: 'TEXT',
  state: 'TEXT',
  closedOn: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}
const deskStepsColumns: Record<keyof DeskStepsTable, Kinds> = {
  seq: 'INTEGER',
  itemId: 'TEXT',
  at: 'TEXT',
  byId: 'TEXT',
  kind: 'TEXT',
  text: 'TEXT',
}
const deskTermsColumns: Record<keyof DeskTermsTable, Kinds> = {
  seq: 'INTEGER',
  desk: 'TEXT',
  days: 'INTEGER',
  validFrom: 'TEXT',
  source: 'TEXT',
  at: 'TEXT',
  byId: 'TEXT',
}

export interface DesksTables {
  deskItems: DeskItemsTable
  deskSteps: DeskStepsTable
  deskTerms: DeskTermsTable
}
export const desksTables: Record<keyof DesksTables, Record<string, string>> = {
  deskItems: deskItemsColumns,
  deskSteps: deskStepsColumns,
  deskTerms: deskTermsColumns,
}
