import * as z from 'zod'
import { AttachmentId } from '../attachments/attachments'
import { basisStatuses } from '../basis/basis'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { AuthorityNature, HonourLevel } from '../honours/honours.data'
import { line, text } from '../text'
import { UnitId } from '../units/units'
import { DeedTag, Stage } from './campaigns.data'

export const CampaignId = z.uuid().brand<'CampaignId'>()
export type CampaignId = z.infer<typeof CampaignId>
export const NomineeId = z.uuid().brand<'NomineeId'>()
export type NomineeId = z.infer<typeof NomineeId>

/** Persons and teams are counted and honoured apart. */
export const NomineeKind = z.enum(['person', 'team'])
export type NomineeKind = z.infer<typeof NomineeKind>
export const nomineeKindTitles: Record<NomineeKind, string> = { person: '个人', team: '团队' }

/** What a campaign is and what calls for it. */
export const CampaignFacts = z.object({
  /** Key of the brand among the settings. */
  brand: z.string().max(36),
  year: z.int().min(2000).max(2200),
  title: line(80).min(1),
  /** What the honours are called; empty where none of that kind is given. */
  personHonour: line(80),
  teamHonour: line(80),
  callTitle: line(120),
  callNo: line(80),
  calledOn: Day.nullable(),
  /** Until when units may nominate. */
  deadlineOn: Day.nullable(),
})
export type CampaignFacts = z.infer<typeof CampaignFacts>

export const Quota = z.object({ unitId: UnitId, persons: z.int().min(0).max(9999), teams: z.int().min(0).max(9999) })
export type Quota = z.infer<typeof Quota>

/** What was decided, and by whom. */
export const Decision = z.object({
  documentNo: line(80).min(1),
  documentTitle: line(200),
  authority: line(120).min(1),
  nature: AuthorityNature,
  level: HonourLevel,
  on: Day,
})
export type Decision = z.infer<typeof Decision>

/** When the list was made public, where, and for how many working days at the least. */
export const Publicity = z.object({ from: Day, days: z.int().min(5).max(60), where: line(200) })
export type Publicity = z.infer<typeof Publicity>

/** Who has judged, by what, and when. Marks lie by themselves and belong to the campaign alone. */
export const Panel = z.object({
  on: Day.nullable(),
  members: z.array(z.object({ name: line(40).min(1), post: line(80) })).max(40),
  /** What is marked, and how much it counts at most. */
  criteria: z.array(z.object({ title: line(60).min(1), most: z.int().min(1).max(1000) })).max(20),
})
export type Panel = z.infer<typeof Panel>

export const CriteriaRows = z.array(line(300).min(1)).max(40)

export const Campaign = CampaignFacts.extend({
  id: CampaignId,
  stage: Stage,
  criteria: z.array(z.string()),
  criteriaVersion: z.int().min(0),
  quotas: z.array(Quota),
  panel: Panel,
  publicity: Publicity.nullable(),
  decision: Decision.nullable(),
  tourTitle: z.string(),
  revision: z.int().min(1),
})
export type Campaign = z.infer<typeof Campaign>

/** One campaign among the others. */
export const CampaignLine = z.object({
  id: CampaignId,
  brand: z.string(),
  year: z.int(),
  title: z.string(),
  stage: Stage,
  persons: z.int(),
  teams: z.int(),
  /** Honours in force that came from it. */
  honours: z.int(),
})
export type CampaignLine = z.infer<typeof CampaignLine>

export const Member = z.object({ cadreId: CadreId.nullable(), name: line(60), part: line(120) })
export type Member = z.infer<typeof Member>

export const NomineeFacts = z.object({
  kind: NomineeKind,
  /** The person's file; null for a team, and for a person without one. */
  cadreId: CadreId.nullable(),
  /** Of a team, or of a person without a file. */
  name: line(120),
  /** The unit that nominates. */
  unitId: UnitId,
  members: z.array(Member).max(200),
  deeds: text(4000),
  tags: z.array(DeedTag).max(4),
  /** The task of the place that the deed served. Source: inventory 69, 73. */
  task: line(120),
  evidence: text(1000),
  /** Papers in the person's own file. */
  attachments: z.array(AttachmentId).max(30),
})
export type NomineeFacts = z.infer<typeof NomineeFacts>

/** What stands against a nominee on a day. `key` is the same as long as it is the same matter. */
export const Hold = z.object({
  key: z.string(),
  /** Of a team, which member. */
  who: z.string(),
  words: z.string(),
  /** What it bars meanwhile. */
  actions: z.array(z.string()),
  basis: z.object({ source: z.string(), status: z.enum(basisStatuses) }).nullable(),
  /** blocks: stops until somebody lets it pass with a reason; bars: nobody may; warns: to be looked at. */
  weight: z.enum(['bars', 'blocks', 'warns']),
})
export type Hold = z.infer<typeof Hold>

/** Somebody has let one matter pass, and why. */
export const Pass = z.object({ key: z.string(), reason: z.string(), byName: z.string(), on: Day })
export type Pass = z.infer<typeof Pass>

export const Answer = z.enum(['同意', '不同意', '未答复'])
export type Answer = z.infer<typeof Answer>
export const OpinionFacts = z.object({
  organ: line(30).min(1),
  /** The day of the answer, or of the asking where none has come. */
  on: Day,
  /** Who has signed, in words. */
  signedBy: line(60),
  answer: Answer,
  words: text(1000),
})
export type OpinionFacts = z.infer<typeof OpinionFacts>
export const Opinion = OpinionFacts.extend({ id: z.uuid(), byName: z.string() })
export type Opinion = z.infer<typeof Opinion>

export const Nominee = NomineeFacts.extend({
  id: NomineeId,
  shownName: z.string(),
  post: z.string(),
  unitName: z.string(),
  /** 止步: no longer in it, and why. */
  state: z.enum(['在选', '止步']),
  stateReason: z.string(),
  /** Stands on the list that is made public. */
  listed: z.boolean(),
  holds: z.array(Hold),
  passes: z.array(Pass),
  opinions: z.array(Opinion),
  certificateNo: z.string(),
  honourId: z.uuid().nullable(),
  revision: z.int().min(1),
})
export type Nominee = z.infer<typeof Nominee>

/** Marks of one member of the panel for one nominee, in the order of the panel's criteria. */
export const Marks = z.object({
  nomineeId: NomineeId,
  member: z.string(),
  points: z.array(z.number().min(0).max(1000).nullable()).max(20),
  remark: text(400),
})
export type Marks = z.infer<typeof Marks>

/** Who objected is not kept: nobody's identity stands anywhere. */
export const ObjectionFacts = z.object({
  nomineeId: NomineeId.nullable(),
  on: Day,
  content: text(1000).min(1),
})
export const Settlement = z.object({ on: Day, handling: text(1000).min(1), result: text(400).min(1) })
export type Settlement = z.infer<typeof Settlement>
export const Objection = ObjectionFacts.extend({
  id: z.uuid(),
  about: z.string(),
  settlement: Settlement.nullable(),
})
export type Objection = z.infer<typeof Objection>

/** One step from one stage to another. */
export const Move = z.object({
  from: Stage,
  to: Stage,
  reason: z.string(),
  byName: z.string(),
  at: z.iso.datetime(),
})
export type Move = z.infer<typeof Move>
