import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { command, query } from '../ipc/define'
import { line } from '../text'
import { UnitId } from '../units/units'
import { boardCalls } from './boards.contract'
import {
  Campaign,
  CampaignFacts,
  CampaignId,
  CampaignLine,
  CriteriaRows,
  Decision,
  Marks,
  Move,
  Nominee,
  NomineeFacts,
  NomineeId,
  Objection,
  ObjectionFacts,
  OpinionFacts,
  Panel,
  Publicity,
  Quota,
  Settlement,
} from './campaigns'
import { CampaignSettings, Stage } from './campaigns.data'

const read = { needs: 'honours.read' } as const
const edit = { needs: 'honours.edit' } as const
const configure = { needs: 'honours.configure' } as const
const revision = z.int().min(1)
const campaign = { id: CampaignId, revision }
const nominee = { id: NomineeId, revision }
const nothing = z.object({})
const verdict = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), reason: z.string() }),
])

export const campaignsContract = {
  settings: query(z.object({}), CampaignSettings.extend({ version: z.int().min(0) }), {
    title: '查看出彩行动的品牌和核查单位',
    ...read,
  }),
  setSettings: command(z.object({ settings: CampaignSettings, version: z.int().min(0), reason: Reason }), nothing, {
    title: '修改出彩行动的品牌和核查单位',
    ...configure,
  }),
  /** The newest first. */
  list: query(z.object({}), z.array(CampaignLine), { title: '查看出彩行动', ...read }),
  /** One with its way so far, and whether its next stage is open. */
  get: query(
    z.object({ id: CampaignId }),
    z.object({
      campaign: Campaign,
      moves: z.array(Move),
      next: verdict,
      objections: z.array(Objection),
      /** The last day of the publicity; the year that is not known where it cannot be reckoned. */
      publicityEnd: z
        .discriminatedUnion('kind', [
          z.object({ kind: z.literal('day'), day: z.string() }),
          z.object({ kind: z.literal('unknown-year'), year: z.int() }),
        ])
        .nullable(),
    }),
    { title: '查看一次出彩行动', ...read },
  ),
  add: command(CampaignFacts, Campaign, { title: '发起出彩行动', ...edit }),
  change: command(z.object({ ...campaign, facts: CampaignFacts }), Campaign, { title: '修改出彩行动', ...edit }),
  setCriteria: command(z.object({ ...campaign, rows: CriteriaRows, reason: Reason }), Campaign, {
    title: '修改推荐条件',
    ...edit,
  }),
  setQuotas: command(z.object({ ...campaign, quotas: z.array(Quota).max(2000) }), Campaign, {
    title: '分配推荐名额',
    ...edit,
  }),
  /** People in office of each unit within the scope, in the order of the tree. */
  heads: query(z.object({}), z.array(z.object({ unitId: UnitId, name: z.string(), heads: z.int() })), {
    title: '查看各单位人数',
    ...edit,
  }),
  /** To the next stage, when what it needs is there. */
  advance: command(z.object(campaign), Campaign, { title: '推进出彩行动', ...edit }),
  goBack: command(z.object({ ...campaign, to: Stage, reason: Reason }), Campaign, { title: '退回出彩行动', ...edit }),
  remove: command(z.object({ ...campaign, reason: Reason }), nothing, { title: '删除出彩行动', ...edit }),

  /** Those within the scope with what stands against them. Nothing of the panel's marks is told. */
  nominees: query(z.object({ id: CampaignId }), z.array(Nominee), { title: '查看推荐人选', ...read }),
  nominate: command(z.object({ campaignId: CampaignId, facts: NomineeFacts }), z.object({ id: NomineeId }), {
    title: '推荐人选',
    ...edit,
  }),
  changeNominee: command(z.object({ ...nominee, facts: NomineeFacts }), nothing, { title: '修改推荐人选', ...edit }),
  /** 止步, or back among the others. */
  setState: command(z.object({ ...nominee, state: z.enum(['在选', '止步']), reason: Reason }), nothing, {
    title: '止步或者恢复人选',
    ...edit,
  }),
  pass: command(z.object({ ...nominee, key: z.string().max(300), reason: Reason }), nothing, {
    title: '放行受限制的人选',
    ...edit,
  }),
  addOpinion: command(z.object({ ...nominee, facts: OpinionFacts }), nothing, { title: '登记核查意见', ...edit }),
  changeOpinion: command(z.object({ ...nominee, opinionId: z.uuid(), facts: OpinionFacts, reason: Reason }), nothing, {
    title: '更正核查意见',
    ...edit,
  }),

  /** The panel's marks. They are told here and nowhere else. */
  marks: query(z.object({ id: CampaignId }), z.array(Marks), { title: '查看评审情况', ...edit }),
  setPanel: command(z.object({ ...campaign, panel: Panel }), Campaign, { title: '登记评审组', ...edit }),
  mark: command(Marks, nothing, { title: '登记评审分', ...edit }),
  /** Who stands on the list that is made public: whom people have chosen, whatever the panel's order. */
  setListed: command(z.object({ ...campaign, nomineeIds: z.array(NomineeId).max(2000), reason: line(200) }), Campaign, {
    title: '定拟表彰名单',
    ...edit,
  }),

  publish: command(z.object({ ...campaign, publicity: Publicity }), Campaign, { title: '登记公示', ...edit }),
  addObjection: command(z.object({ campaignId: CampaignId, facts: ObjectionFacts }), nothing, {
    title: '登记公示异议',
    ...edit,
  }),
  settleObjection: command(
    z.object({ campaignId: CampaignId, id: z.uuid(), settlement: Settlement.nullable(), reason: line(200) }),
    nothing,
    { title: '办理公示异议', ...edit },
  ),

  /** Honours everybody on the list in one step: each gets a row of the register. */
  decide: command(
    z.object({
      ...campaign,
      decision: Decision,
      certificates: z.array(z.object({ nomineeId: NomineeId, no: line(60) })).max(2000),
    }),
    z.object({ honours: z.int() }),
    { title: '登记表彰决定', ...edit },
  ),
  /** Takes those rows out of the register again. */
  undoDecision: command(z.object({ ...campaign, reason: Reason }), z.object({ honours: z.int() }), {
    title: '撤销表彰决定登记',
    ...edit,
  }),
  ...boardCalls,
}
