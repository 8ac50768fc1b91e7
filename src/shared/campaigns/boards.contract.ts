import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { ExportEntry } from '../exports/exports'
import { command, job, query } from '../ipc/define'
import { leaving, printing, TableFormat, target } from '../papers/papers.contract'
import { line } from '../text'
import { ActionFacts, Board, PromotionFacts, ReportFacts, StopFacts, Trace } from './boards'
import { CampaignId } from './campaigns'
import { ActionKey } from './campaigns.data'

const read = { needs: 'honours.read' } as const
const edit = { needs: 'honours.edit' } as const
const nothing = z.object({})
/** A row of a list: null for a new one. */
const row = { campaignId: CampaignId, id: z.uuid().nullable(), revision: z.int().min(0) }
const gone = z.object({ campaignId: CampaignId, id: z.uuid(), revision: z.int().min(1), reason: Reason })

/** What is traced: one campaign, or all honours of a year, or all. */
export const TraceOf = z.object({ campaignId: CampaignId.nullable(), year: z.int().min(1900).max(2200).nullable() })
export type TraceOf = z.infer<typeof TraceOf>
/** Which table leaves. */
export const CampaignTable = z.discriminatedUnion('of', [
  z.object({ of: z.literal('trace'), ...TraceOf.shape }),
  z.object({ of: z.literal('tour'), campaignId: CampaignId }),
  z.object({ of: z.literal('list'), campaignId: CampaignId }),
])
export type CampaignTable = z.infer<typeof CampaignTable>

/** The calls of 十个一 and of the trace. */
export const boardCalls = {
  board: query(z.object({ id: CampaignId }), Board, { title: '查看十个一', ...read }),
  setAction: command(
    z.object({ campaignId: CampaignId, key: ActionKey, revision: z.int().min(0), facts: ActionFacts }),
    nothing,
    { title: '登记十个一', ...edit },
  ),
  setTour: command(z.object({ campaignId: CampaignId, title: line(60) }), nothing, {
    title: '给巡回报告定名',
    ...edit,
  }),
  putStop: command(z.object({ ...row, facts: StopFacts }), nothing, { title: '登记巡回报告场次', ...edit }),
  removeStop: command(gone, nothing, { title: '去掉巡回报告场次', ...edit }),
  putReport: command(z.object({ ...row, facts: ReportFacts }), nothing, { title: '登记系列报道', ...edit }),
  removeReport: command(gone, nothing, { title: '去掉系列报道', ...edit }),
  putPromotion: command(z.object({ ...row, facts: PromotionFacts }), nothing, { title: '登记提拔使用', ...edit }),
  removePromotion: command(gone, nothing, { title: '去掉提拔使用', ...edit }),
  /** From deed to use, the latest honour first. */
  trace: query(
    TraceOf.extend({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    z.object({ rows: z.array(Trace), total: z.int() }),
    { title: '查看从实绩到使用', ...read },
  ),
  saveTable: job(
    z.object({ table: CampaignTable, ...leaving, as: TableFormat, target }),
    z.object({ entry: ExportEntry }),
    { title: '保存出彩行动的表', leaves: 'plain', needs: 'cadres.export' },
  ),
  printTable: job(z.object({ table: CampaignTable, ...leaving, ...printing }), z.object({ entry: ExportEntry }), {
    title: '打印出彩行动的表',
    needs: 'cadres.export',
  }),
}
