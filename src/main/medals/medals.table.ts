import type { Generated } from 'kysely'
import type { AccountId } from '../../shared/accounts/accounts'
import type { PartialDate } from '../../shared/dates/partial-date'
import type { Stamp } from '../../shared/dates/stamps'
import type { HonourId } from '../../shared/honours/honours'
import type {
  Award,
  AwardId,
  Lot,
  LotId,
  MedalDecision,
  MemberFacts,
  MemberId,
  VisitId,
} from '../../shared/medals/medals'
import type { MedalStepKey } from '../../shared/medals/medals.data'

type Kinds = 'TEXT' | 'INTEGER'
interface By {
  byId: AccountId
  at: string
}
interface FactsColumns {
  leftOn: PartialDate | null
  rejoinedOn: PartialDate | null
  refullOn: PartialDate | null
  diedOn: PartialDate | null
  concern: string
}
const factsColumns: Record<keyof FactsColumns, Kinds> = {
  leftOn: 'TEXT',
  rejoinedOn: 'TEXT',
  refullOn: 'TEXT',
  diedOn: 'TEXT',
  concern: 'TEXT',
}
const byColumns: Record<keyof By, Kinds> = { byId: 'TEXT', at: 'TEXT' }

/** Old members without a file here. */
interface MedalMembersTable extends FactsColumns, By {
  id: MemberId
  name: string
  sex: MemberFacts['sex']
  birth: PartialDate | null
  unitId: string | null
  branch: string
  partyJoined: PartialDate | null
  partyFull: PartialDate | null
  note: string
  removedFor: string | null
  revision: number
}
const medalMembersColumns: Record<keyof MedalMembersTable, Kinds> = {
  ...factsColumns,
  ...byColumns,
  id: 'TEXT',
  name: 'TEXT',
  sex: 'TEXT',
  birth: 'TEXT',
  unitId: 'TEXT',
  branch: 'TEXT',
  partyJoined: 'TEXT',
  partyFull: 'TEXT',
  note: 'TEXT',
  removedFor: 'TEXT',
  revision: 'INTEGER',
}

/** What a file has no room for. */
interface MedalFactsTable extends FactsColumns, By {
  cadreKey: number
  revision: number
}
const medalFactsColumns: Record<keyof MedalFactsTable, Kinds> = {
  ...factsColumns,
  ...byColumns,
  cadreKey: 'INTEGER',
  revision: 'INTEGER',
}

/** One of the two is filled. */
interface Whose {
  cadreKey: number | null
  memberId: MemberId | null
}
const whoseColumns: Record<keyof Whose, Kinds> = { cadreKey: 'INTEGER', memberId: 'TEXT' }

/** Every decision stays; the last one of a person and year counts, and null takes it back. */
interface MedalDecisionsTable extends Whose, By {
  seq: Generated<number>
  id: string
  year: number
  decision: MedalDecision | null
  reason: string
  /** Number of the certificate that goes with the medal; empty for none. */
  certificateNo: string
}
const medalDecisionsColumns: Record<keyof MedalDecisionsTable, Kinds> = {
  ...whoseColumns,
  ...byColumns,
  seq: 'INTEGER',
  id: 'TEXT',
  year: 'INTEGER',
  decision: 'TEXT',
  reason: 'TEXT',
  certificateNo: 'TEXT',
}

interface MedalAwardsTable extends Whose, By {
  id: AwardId
  year: number
  medalNo: string
  handedOn: Stamp
  handedBy: string
  handedTo: Award['to']
  receiver: string
  honourId: HonourId
  backOn: Stamp | null
  backHow: NonNullable<Award['back']>['how'] | null
  backFor: string
  revision: number
}
const medalAwardsColumns: Record<keyof MedalAwardsTable, Kinds> = {
  ...whoseColumns,
  ...byColumns,
  id: 'TEXT',
  year: 'INTEGER',
  medalNo: 'TEXT',
  handedOn: 'INTEGER',
  handedBy: 'TEXT',
  handedTo: 'TEXT',
  receiver: 'TEXT',
  honourId: 'TEXT',
  backOn: 'INTEGER',
  backHow: 'TEXT',
  backFor: 'TEXT',
  revision: 'INTEGER',
}

interface MedalLotsTable extends By {
  id: LotId
  kind: Lot['kind']
  count: number
  onDay: Stamp
  note: string
  struckFor: string
}
const medalLotsColumns: Record<keyof MedalLotsTable, Kinds> = {
  ...byColumns,
  id: 'TEXT',
  kind: 'TEXT',
  count: 'INTEGER',
  onDay: 'INTEGER',
  note: 'TEXT',
  struckFor: 'TEXT',
}

/** A visit to an old member without a file; one that was struck stays to be read. */
interface MedalVisitsTable extends By {
  id: VisitId
  memberId: MemberId
  onDay: Stamp
  visitors: string
  moneyFen: number
  goods: string
  note: string
  struckFor: string
}
const medalVisitsColumns: Record<keyof MedalVisitsTable, Kinds> = {
  ...byColumns,
  id: 'TEXT',
  memberId: 'TEXT',
  onDay: 'INTEGER',
  visitors: 'TEXT',
  moneyFen: 'INTEGER',
  goods: 'TEXT',
  note: 'TEXT',
  struckFor: 'TEXT',
}

/** What was said of a step, in order; the last one counts. */
interface MedalStepsTable extends By {
  seq: Generated<number>
  year: number
  step: MedalStepKey
  done: number
  onDay: Stamp
  note: string
}
const medalStepsColumns: Record<keyof MedalStepsTable, Kinds> = {
  ...byColumns,
  seq: 'INTEGER',
  year: 'INTEGER',
  step: 'TEXT',
  done: 'INTEGER',
  onDay: 'INTEGER',
  note: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface MedalsTables {
  medalMembers: MedalMembersTable
  medalFacts: MedalFactsTable
  medalDecisions: MedalDecisionsTable
  medalAwards: MedalAwardsTable
  medalLots: MedalLotsTable
  medalSteps: MedalStepsTable
  medalVisits: MedalVisitsTable
}
export const medalsTables = {
  medalMembers: medalMembersColumns,
  medalFacts: medalFactsColumns,
  medalDecisions: medalDecisionsColumns,
  medalAwards: medalAwardsColumns,
  medalLots: medalLotsColumns,
  medalSteps: medalStepsColumns,
  medalVisits: medalVisitsColumns,
}
