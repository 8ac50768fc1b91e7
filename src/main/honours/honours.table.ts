import type { AccountId } from '../../shared/accounts/accounts'
import type { AttachmentId } from '../../shared/attachments/attachments'
import type { PartialDate } from '../../shared/dates/partial-date'
import type { Stamp } from '../../shared/dates/stamps'
import type { HonourId } from '../../shared/honours/honours'
import type {
  AuthorityNature,
  Holder,
  HonourKind,
  HonourLevel,
  RevocationGround,
} from '../../shared/honours/honours.data'

interface HonoursTable {
  id: HonourId
  holder: Holder
  cadreKey: number | null
  unitId: string | null
  holderName: string
  name: string
  kind: HonourKind
  level: HonourLevel
  authority: string
  nature: AuthorityNature
  onDate: PartialDate
  /** The first day that the date may mean. */
  onFirst: Stamp
  year: number
  documentNo: string
  documentTitle: string
  ground: string | null
  bonusFen: number | null
  certificateNo: string
  medalNo: string
  handedOn: Stamp | null
  handedNote: string
  deeds: string
  evidence: string
  publicity: string
  posthumous: number
  verifiedOn: Stamp | null
  verifiedBy: AccountId | null
  verifiedOriginal: string
  revokedOn: Stamp | null
  revokedGround: RevocationGround | null
  revokedDocument: string
  revokedNote: string
  campaignId: string | null
  /** The last day on which a title given for a time holds. */
  validUntil: Stamp | null
  /** What it came in with. */
  batchId: string | null
  removedFor: string | null
  byId: AccountId
  at: string
  revision: number
}
const honoursColumns: Record<keyof HonoursTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  holder: 'TEXT',
  cadreKey: 'INTEGER',
  unitId: 'TEXT',
  holderName: 'TEXT',
  name: 'TEXT',
  kind: 'TEXT',
  level: 'TEXT',
  authority: 'TEXT',
  nature: 'TEXT',
  onDate: 'TEXT',
  onFirst: 'INTEGER',
  year: 'INTEGER',
  documentNo: 'TEXT',
  documentTitle: 'TEXT',
  ground: 'TEXT',
  bonusFen: 'INTEGER',
  certificateNo: 'TEXT',
  medalNo: 'TEXT',
  handedOn: 'INTEGER',
  handedNote: 'TEXT',
  deeds: 'TEXT',
  evidence: 'TEXT',
  publicity: 'TEXT',
  posthumous: 'INTEGER',
  verifiedOn: 'INTEGER',
  verifiedBy: 'TEXT',
  verifiedOriginal: 'TEXT',
  revokedOn: 'INTEGER',
  revokedGround: 'TEXT',
  revokedDocument: 'TEXT',
  revokedNote: 'TEXT',
  campaignId: 'TEXT',
  validUntil: 'INTEGER',
  batchId: 'TEXT',
  removedFor: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}

interface HonourMembersTable {
  honourId: HonourId
  position: number
  cadreKey: number | null
  name: string
  part: string
}
const honourMembersColumns: Record<keyof HonourMembersTable, 'TEXT' | 'INTEGER'> = {
  honourId: 'TEXT',
  position: 'INTEGER',
  cadreKey: 'INTEGER',
  name: 'TEXT',
  part: 'TEXT',
}

/** Scans of certificate and decision; what they hold lies with the contents of attachments. */
interface HonourScansTable {
  id: AttachmentId
  honourId: HonourId
  title: string
  addedAt: string
  byId: AccountId
  removedAt: string | null
  removedFor: string
}
const honourScansColumns: Record<keyof HonourScansTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  honourId: 'TEXT',
  title: 'TEXT',
  addedAt: 'TEXT',
  byId: 'TEXT',
  removedAt: 'TEXT',
  removedFor: 'TEXT',
}

/** Rows that came in together and can be taken back together. */
interface HonourBatchesTable {
  id: string
  what: 'import' | 'adopt'
  words: string
  count: number
  at: string
  byId: AccountId
  undoneAt: string | null
}
const honourBatchesColumns: Record<keyof HonourBatchesTable, 'TEXT' | 'INTEGER'> = {
  id: 'TEXT',
  what: 'TEXT',
  words: 'TEXT',
  count: 'INTEGER',
  at: 'TEXT',
  byId: 'TEXT',
  undoneAt: 'TEXT',
}

/** Suggestions that somebody decided against, with why. */
interface HonourDeclinedTable {
  cadreKey: number
  /** The year of the grade. */
  year: number
  kind: HonourKind
  reason: string
  at: string
  byId: AccountId
}
const honourDeclinedColumns: Record<keyof HonourDeclinedTable, 'TEXT' | 'INTEGER'> = {
  cadreKey: 'INTEGER',
  year: 'INTEGER',
  kind: 'TEXT',
  reason: 'TEXT',
  at: 'TEXT',
  byId: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface HonoursTables {
  honours: HonoursTable
  honourMembers: HonourMembersTable
  honourScans: HonourScansTable
  honourBatches: HonourBatchesTable
  honourDeclined: HonourDeclinedTable
}
export const honoursTables = {
  honours: honoursColumns,
  honourMembers: honourMembersColumns,
  honourScans: honourScansColumns,
  honourBatches: honourBatchesColumns,
  honourDeclined: honourDeclinedColumns,
}
