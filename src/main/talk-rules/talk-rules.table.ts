import type { AccountId } from '../../shared/accounts/accounts'
import type { OccasionKind } from '../../shared/talk-rules/talk-rules'

export interface TalkRulesTable {
  id: string
  version: number
  /** JSON of a TalkRule. */
  body: string
  changedAt: string
  changedBy: AccountId
  reason: string
}
export interface TalkWaiversTable {
  dueKey: string
  cadreKey: number
  byId: AccountId
  at: string
  reason: string
}
export interface TalkOccasionsTable {
  id: string
  cadreKey: number
  kind: OccasionKind
  /** YYYYMMDD. */
  onDay: number
  note: string
  byId: AccountId
  at: string
}

type Kinds = 'TEXT' | 'INTEGER'
const talkRulesColumns: Record<keyof TalkRulesTable, Kinds> = {
  id: 'TEXT',
  version: 'INTEGER',
  body: 'TEXT',
  changedAt: 'TEXT',
  changedBy: 'TEXT',
  reason: 'TEXT',
}
const talkWaiversColumns: Record<keyof TalkWaiversTable, Kinds> = {
  dueKey: 'TEXT',
  cadreKey: 'INTEGER',
  byId: 'TEXT',
  at: 'TEXT',
  reason: 'TEXT',
}
const talkOccasionsColumns: Record<keyof TalkOccasionsTable, Kinds> = {
  id: 'TEXT',
  cadreKey: 'INTEGER',
  kind: 'TEXT',
  onDay: 'INTEGER',
  note: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface TalkRulesTables {
  talkRules: TalkRulesTable
  talkWaivers: TalkWaiversTable
  talkOccasions: TalkOccasionsTable
}
export const talkRulesTables = {
  talkRules: talkRulesColumns,
  talkWaivers: talkWaiversColumns,
  talkOccasions: talkOccasionsColumns,
}
