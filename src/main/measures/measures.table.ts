import type { AccountId } from '../../shared/accounts/accounts'
import type { Day } from '../../shared/dates/add-months'
import type { Measure, MeasureId, MeasureKind } from '../../shared/measures/measures'

export interface MeasuresTable {
  id: MeasureId
  cadreKey: number
  kind: MeasureKind
  /** YYYY-MM-DD, as all days here. */
  onDay: Day
  documentNumber: string
  authority: string
  matter: string
  questions: string
  months: number | null
  copiedTo: string
  copiedOn: Day | null
  repliedOn: Day | null
  reply: string
  verdict: Measure['verdict']
  verdictNote: string
  followedOn: Day | null
  correction: Measure['correction']
  correctionNote: string
  revokedOn: Day | null
  revokedFor: string
  byId: AccountId
  at: string
  revision: number
}

const measuresColumns: Record<keyof MeasuresTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  cadreKey: 'INTEGER',
  kind: 'TEXT',
  onDay: 'TEXT',
  documentNumber: 'TEXT',
  authority: 'TEXT',
  matter: 'TEXT',
  questions: 'TEXT',
  months: 'INTEGER',
  copiedTo: 'TEXT',
  copiedOn: 'TEXT',
  repliedOn: 'TEXT',
  reply: 'TEXT',
  verdict: 'TEXT',
  verdictNote: 'TEXT',
  followedOn: 'TEXT',
  correction: 'TEXT',
  correctionNote: 'TEXT',
  revokedOn: 'TEXT',
  revokedFor: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}

/** What the feature keeps, by the names of its tables. */
export interface MeasuresTables {
  measures: MeasuresTable
}
export const measuresTables = {
  measures: measuresColumns,
}
