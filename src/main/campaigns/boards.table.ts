import type { ActionState } from '../../shared/campaigns/boards'
import type { CampaignId } from '../../shared/campaigns/campaigns'
import type { ActionKey } from '../../shared/campaigns/campaigns.data'
import type { Day } from '../../shared/dates/add-months'

type Kinds = 'TEXT' | 'INTEGER'

interface CampaignActionsTable {
  campaignId: CampaignId
  action: ActionKey
  owner: string
  dueOn: Day | null
  state: ActionState
  doneOn: Day | null
  evidence: string
  progress: string
  revision: number
}
const campaignActionsColumns: Record<keyof CampaignActionsTable, Kinds> = {
  campaignId: 'TEXT',
  action: 'TEXT',
  owner: 'TEXT',
  dueOn: 'TEXT',
  state: 'TEXT',
  doneOn: 'TEXT',
  evidence: 'TEXT',
  progress: 'TEXT',
  revision: 'INTEGER',
}
interface CampaignStopsTable {
  id: string
  campaignId: CampaignId
  place: string
  onDay: Day
  topic: string
  audience: number | null
  feedback: string
  revision: number
}
const campaignStopsColumns: Record<keyof CampaignStopsTable, Kinds> = {
  id: 'TEXT',
  campaignId: 'TEXT',
  place: 'TEXT',
  onDay: 'TEXT',
  topic: 'TEXT',
  audience: 'INTEGER',
  feedback: 'TEXT',
  revision: 'INTEGER',
}
interface CampaignSpeakersTable {
  stopId: string
  position: number
  cadreKey: number | null
  name: string
}
const campaignSpeakersColumns: Record<keyof CampaignSpeakersTable, Kinds> = {
  stopId: 'TEXT',
  position: 'INTEGER',
  cadreKey: 'INTEGER',
  name: 'TEXT',
}
interface CampaignReportsTable {
  id: string
  campaignId: CampaignId
  onDay: Day
  media: string
  title: string
  revision: number
}
const campaignReportsColumns: Record<keyof CampaignReportsTable, Kinds> = {
  id: 'TEXT',
  campaignId: 'TEXT',
  onDay: 'TEXT',
  media: 'TEXT',
  title: 'TEXT',
  revision: 'INTEGER',
}
interface CampaignPromotionsTable {
  id: string
  campaignId: CampaignId
  cadreKey: number
  onDay: Day
  post: string
  revision: number
}
const campaignPromotionsColumns: Record<keyof CampaignPromotionsTable, Kinds> = {
  id: 'TEXT',
  campaignId: 'TEXT',
  cadreKey: 'INTEGER',
  onDay: 'TEXT',
  post: 'TEXT',
  revision: 'INTEGER',
}

/** What the feature keeps, by the names of its tables, those of 十个一. */
export interface CampaignBoardsTables {
  campaignActions: CampaignActionsTable
  campaignStops: CampaignStopsTable
  campaignSpeakers: CampaignSpeakersTable
  campaignReports: CampaignReportsTable
  campaignPromotions: CampaignPromotionsTable
}
export const campaignBoardsTables = {
  campaignActions: campaignActionsColumns,
  campaignStops: campaignStopsColumns,
  campaignSpeakers: campaignSpeakersColumns,
  campaignReports: campaignReportsColumns,
  campaignPromotions: campaignPromotionsColumns,
}
