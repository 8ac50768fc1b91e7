import type { AccountId } from '../../shared/accounts/accounts'
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

/** What the feature keeps, by the names of its tables. */
export interface HonoursTables {
  honours: HonoursTable
  honourMembers: HonourMembersTable
}
export const honoursTables = { honours: honoursColumns, honourMembers: honourMembersColumns }
