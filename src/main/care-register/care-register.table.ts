import type { AccountId } from '../../shared/accounts/accounts'
import type { EntryId, RegisterKind } from '../../shared/care-register/care-register'
import type { Stamp } from '../../shared/dates/stamps'

interface CareEntriesTable {
  id: EntryId
  cadreKey: number
  kind: RegisterKind
  fromDay: Stamp
  untilDay: Stamp | null
  /** JSON array. */
  situations: string
  place: string
  details: string
  contact: string
  contactPhone: string
  visitorId: AccountId | null
  visitor: string
  endedFor: string | null
  byId: AccountId
  at: string
  revision: number
}
const careEntriesColumns: Record<keyof CareEntriesTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  cadreKey: 'INTEGER',
  kind: 'TEXT',
  fromDay: 'INTEGER',
  untilDay: 'INTEGER',
  situations: 'TEXT',
  place: 'TEXT',
  details: 'TEXT',
  contact: 'TEXT',
  contactPhone: 'TEXT',
  visitorId: 'TEXT',
  visitor: 'TEXT',
  endedFor: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}

/** What the feature keeps, by the names of its tables. */
export interface CareRegisterTables {
  careEntries: CareEntriesTable
}
export const careRegisterTables = { careEntries: careEntriesColumns }
