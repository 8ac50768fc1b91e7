import type { Generated } from 'kysely'
import type { AccountId } from '../../shared/accounts/accounts'
import type { InterviewId, NoteId } from '../../shared/interviews/interviews'
import type {
  PromiseId,
  PromiseKind,
  PromiseState,
  Satisfaction,
  StepKind,
  Theme,
} from '../../shared/promises/promises'

export interface PromisesTable {
  id: PromiseId
  kind: PromiseKind
  theme: Theme
  text: string
  cadreKey: number
  interviewId: InterviewId | null
  noteId: NoteId | null
  ownerId: AccountId
  helper: string
  madeOn: string
  dueOn: string
  state: PromiseState
  result: string
  satisfaction: Satisfaction | null
  endedOn: string | null
  revision: number
}
export interface PromiseStepsTable {
  seq: Generated<number>
  promiseId: PromiseId
  at: string
  byId: AccountId
  kind: StepKind
  text: string
}

type Kinds = 'TEXT' | 'INTEGER'
const promisesColumns: Record<keyof PromisesTable, Kinds> = {
  id: 'TEXT',
  kind: 'TEXT',
  theme: 'TEXT',
  text: 'TEXT',
  cadreKey: 'INTEGER',
  interviewId: 'TEXT',
  noteId: 'TEXT',
  ownerId: 'TEXT',
  helper: 'TEXT',
  madeOn: 'TEXT',
  dueOn: 'TEXT',
  state: 'TEXT',
  result: 'TEXT',
  satisfaction: 'TEXT',
  endedOn: 'TEXT',
  revision: 'INTEGER',
}
const promiseStepsColumns: Record<keyof PromiseStepsTable, Kinds> = {
  seq: 'INTEGER',
  promiseId: 'TEXT',
  at: 'TEXT',
  byId: 'TEXT',
  kind: 'TEXT',
  text: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface PromisesTables {
  promises: PromisesTable
  promiseSteps: PromiseStepsTable
}
export const promisesTables = {
  promises: promisesColumns,
  promiseSteps: promiseStepsColumns,
}
