import type { Generated } from 'kysely'
import type { AccountId } from '../../shared/accounts/accounts'
import type { BasisStatus } from '../../shared/basis/basis'
import type { Day } from '../../shared/dates/add-months'
import type { HardshipCause, HardshipId, ReviewOutcome } from '../../shared/hardships/hardships'

export interface HardshipsTable {
  id: HardshipId
  cadreKey: number
  cause: HardshipCause
  causeText: string
  /** YYYY-MM-DD, as all days here. */
  openedOn: Day
  level: string
  /** JSON of what was seen. */
  proofs: string
  members: number
  who: string
  /** Fen a year, as all sums here are fen. */
  costFen: number | null
  incomeFen: number | null
  nextReviewOn: Day
  closedOn: Day | null
  closedFor: string
  byId: AccountId
  at: string
  revision: number
}
interface HardshipReviewsTable {
  seq: Generated<number>
  hardshipId: HardshipId
  onDay: Day
  outcome: ReviewOutcome
  level: string
  reason: string
  nextOn: Day | null
  byId: AccountId
  at: string
}
interface HardshipSettingsTable {
  seq: Generated<number>
  /** JSON of their names. */
  levels: string
  standardFen: number | null
  validFrom: Day
  source: string
  status: BasisStatus
  byId: AccountId
  at: string
}

type Kinds = 'TEXT' | 'INTEGER'
const hardshipsColumns: Record<keyof HardshipsTable, Kinds> = {
  id: 'TEXT',
  cadreKey: 'INTEGER',
  cause: 'TEXT',
  causeText: 'TEXT',
  openedOn: 'TEXT',
  level: 'TEXT',
  proofs: 'TEXT',
  members: 'INTEGER',
  who: 'TEXT',
  costFen: 'INTEGER',
  incomeFen: 'INTEGER',
  nextReviewOn: 'TEXT',
  closedOn: 'TEXT',
  closedFor: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}
const hardshipReviewsColumns: Record<keyof HardshipReviewsTable, Kinds> = {
  seq: 'INTEGER',
  hardshipId: 'TEXT',
  onDay: 'TEXT',
  outcome: 'TEXT',
  level: 'TEXT',
  reason: 'TEXT',
  nextOn: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
}
const hardshipSettingsColumns: Record<keyof HardshipSettingsTable, Kinds> = {
  seq: 'INTEGER',
  levels: 'TEXT',
  standardFen: 'INTEGER',
  validFrom: 'TEXT',
  source: 'TEXT',
  status: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface HardshipsTables {
  hardships: HardshipsTable
  hardshipReviews: HardshipReviewsTable
  hardshipSettings: HardshipSettingsTable
}
export const hardshipsTables = {
  hardships: hardshipsColumns,
  hardshipReviews: hardshipReviewsColumns,
  hardshipSettings: hardshipSettingsColumns,
}
