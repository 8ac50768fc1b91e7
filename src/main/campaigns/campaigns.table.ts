import type { AccountId } from '../../shared/accounts/accounts'
import type { CampaignId, Nominee, NomineeId, NomineeKind, Opinion } from '../../shared/campaigns/campaigns'
import type { Stage } from '../../shared/campaigns/campaigns.data'
import type { Day } from '../../shared/dates/add-months'
import type { HonourId } from '../../shared/honours/honours'
import type { UnitId } from '../../shared/units/units'

type Kinds = 'TEXT' | 'INTEGER'

interface CampaignsTable {
  id: CampaignId
  brand: string
  year: number
  title: string
  personHonour: string
  teamHonour: string
  callTitle: string
  callNo: string
  calledOn: Day | null
  deadlineOn: Day | null
  stage: Stage
  /** JSON of Panel. */
  panel: string
  /** JSON of Publicity. */
  publicity: string | null
  /** JSON of Decision. */
  decision: string | null
  tourTitle: string
  removedFor: string | null
  byId: AccountId
  at: string
  revision: number
}
const campaignsColumns: Record<keyof CampaignsTable, Kinds> = {
  id: 'TEXT',
  brand: 'TEXT',
  year: 'INTEGER',
  title: 'TEXT',
  personHonour: 'TEXT',
  teamHonour: 'TEXT',
  callTitle: 'TEXT',
  callNo: 'TEXT',
  calledOn: 'TEXT',
  deadlineOn: 'TEXT',
  stage: 'TEXT',
  panel: 'TEXT',
  publicity: 'TEXT',
  decision: 'TEXT',
  tourTitle: 'TEXT',
  removedFor: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}
interface CampaignSettingsTable {
  version: number
  /** JSON of CampaignSettings. */
  body: string
  reason: string
  changedAt: string
  changedBy: AccountId
}
const campaignSettingsColumns: Record<keyof CampaignSettingsTable, Kinds> = {
  version: 'INTEGER',
  body: 'TEXT',
  reason: 'TEXT',
  changedAt: 'TEXT',
  changedBy: 'TEXT',
}
interface CampaignCriteriaTable {
  campaignId: CampaignId
  version: number
  /** JSON array of rows. */
  body: string
  reason: string
  at: string
  byId: AccountId
}
const campaignCriteriaColumns: Record<keyof CampaignCriteriaTable, Kinds> = {
  campaignId: 'TEXT',
  version: 'INTEGER',
  body: 'TEXT',
  reason: 'TEXT',
  at: 'TEXT',
  byId: 'TEXT',
}
interface CampaignQuotasTable {
  campaignId: CampaignId
  unitId: UnitId
  position: number
  persons: number
  teams: number
}
const campaignQuotasColumns: Record<keyof CampaignQuotasTable, Kinds> = {
  campaignId: 'TEXT',
  unitId: 'TEXT',
  position: 'INTEGER',
  persons: 'INTEGER',
  teams: 'INTEGER',
}
interface CampaignMovesTable {
  campaignId: CampaignId
  position: number
  fromStage: Stage
  toStage: Stage
  reason: string
  byId: AccountId
  at: string
}
const campaignMovesColumns: Record<keyof CampaignMovesTable, Kinds> = {
  campaignId: 'TEXT',
  position: 'INTEGER',
  fromStage: 'TEXT',
  toStage: 'TEXT',
  reason: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
}
interface CampaignNomineesTable {
  id: NomineeId
  campaignId: CampaignId
  kind: NomineeKind
  cadreKey: number | null
  name: string
  unitId: UnitId
  deeds: string
  /** JSON array of DeedTag. */
  tags: string
  task: string
  evidence: string
  /** JSON array of AttachmentId. */
  attachments: string
  state: Nominee['state']
  stateReason: string
  listed: number
  /** JSON array of Pass. */
  passes: string
  honourId: HonourId | null
  certificateNo: string
  byId: AccountId
  at: string
  revision: number
}
const campaignNomineesColumns: Record<keyof CampaignNomineesTable, Kinds> = {
  id: 'TEXT',
  campaignId: 'TEXT',
  kind: 'TEXT',
  cadreKey: 'INTEGER',
  name: 'TEXT',
  unitId: 'TEXT',
  deeds: 'TEXT',
  tags: 'TEXT',
  task: 'TEXT',
  evidence: 'TEXT',
  attachments: 'TEXT',
  state: 'TEXT',
  stateReason: 'TEXT',
  listed: 'INTEGER',
  passes: 'TEXT',
  honourId: 'TEXT',
  certificateNo: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
  revision: 'INTEGER',
}
interface CampaignMembersTable {
  nomineeId: NomineeId
  position: number
  cadreKey: number | null
  name: string
  part: string
}
const campaignMembersColumns: Record<keyof CampaignMembersTable, Kinds> = {
  nomineeId: 'TEXT',
  position: 'INTEGER',
  cadreKey: 'INTEGER',
  name: 'TEXT',
  part: 'TEXT',
}
interface CampaignOpinionsTable {
  id: string
  nomineeId: NomineeId
  organ: string
  onDay: Day
  signedBy: string
  answer: Opinion['answer']
  words: string
  byId: AccountId
  at: string
}
const campaignOpinionsColumns: Record<keyof CampaignOpinionsTable, Kinds> = {
  id: 'TEXT',
  nomineeId: 'TEXT',
  organ: 'TEXT',
  onDay: 'TEXT',
  signedBy: 'TEXT',
  answer: 'TEXT',
  words: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
}
interface CampaignMarksTable {
  nomineeId: NomineeId
  member: string
  /** JSON array in the order of the panel's criteria. */
  points: string
  remark: string
  byId: AccountId
  at: string
}
const campaignMarksColumns: Record<keyof CampaignMarksTable, Kinds> = {
  nomineeId: 'TEXT',
  member: 'TEXT',
  points: 'TEXT',
  remark: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
}
interface CampaignObjectionsTable {
  id: string
  campaignId: CampaignId
  nomineeId: NomineeId | null
  onDay: Day
  content: string
  handling: string
  result: string
  settledOn: Day | null
  byId: AccountId
  at: string
}
const campaignObjectionsColumns: Record<keyof CampaignObjectionsTable, Kinds> = {
  id: 'TEXT',
  campaignId: 'TEXT',
  nomineeId: 'TEXT',
  onDay: 'TEXT',
  content: 'TEXT',
  handling: 'TEXT',
  result: 'TEXT',
  settledOn: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
}

/** What the feature keeps, by the names of its tables but for those of 十个一. */
export interface CampaignsTables {
  campaigns: CampaignsTable
  campaignSettings: CampaignSettingsTable
  campaignCriteria: CampaignCriteriaTable
  campaignQuotas: CampaignQuotasTable
  campaignMoves: CampaignMovesTable
  campaignNominees: CampaignNomineesTable
  campaignMembers: CampaignMembersTable
  campaignOpinions: CampaignOpinionsTable
  campaignMarks: CampaignMarksTable
  campaignObjections: CampaignObjectionsTable
}
export const campaignsTables = {
  campaigns: campaignsColumns,
  campaignSettings: campaignSettingsColumns,
  campaignCriteria: campaignCriteriaColumns,
  campaignQuotas: campaignQuotasColumns,
  campaignMoves: campaignMovesColumns,
  campaignNominees: campaignNomineesColumns,
  campaignMembers: campaignMembersColumns,
  campaignOpinions: campaignOpinionsColumns,
  campaignMarks: campaignMarksColumns,
  campaignObjections: campaignObjectionsColumns,
}
