import type { AccountId } from '../../shared/accounts/accounts'
import type { CommendationId } from '../../shared/commendations/commendations'

interface CommendationsTable {
  id: CommendationId
  /** CommendationFacts as JSON. */
  facts: string
  removedFor: string | null
  byId: AccountId
  at: string
  revision: number
}
const commendationsColumns: Record<keyof CommendationsTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  facts: 'TEXT',
  removedFor: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}

/** What the feature keeps, by the names of its tables. */
export interface CommendationsTables {
  commendations: CommendationsTable
}
export const commendationsTables = { commendations: commendationsColumns }
