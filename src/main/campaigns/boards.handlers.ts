import { mayKeepAction, mayKeepStop } from '../../shared/campaigns/boards.rules'
import type { CampaignId } from '../../shared/campaigns/campaigns'
import type { Day } from '../../shared/dates/add-months'
import { AppError, insist } from '../../shared/result'
import { keyOf } from '../cadres/cadres.repo'
import { dayNow } from '../ipc/clock'
import type { CommandContext, CoreHandlers, QueryContext } from '../ipc/contexts'
import * as boards from './boards.repo'
import * as campaigns from './campaigns.repo'
import { printCampaignTable, saveCampaignTable } from './tables.job'
import { traces } from './traces'

type Acts = Pick<
  CoreHandlers['campaigns'],
  | 'board'
  | 'setAction'
  | 'setTour'
  | 'putStop'
  | 'removeStop'
  | 'putReport'
  | 'removeReport'
  | 'putPromotion'
  | 'removePromotion'
  | 'trace'
  | 'saveTable'
  | 'printTable'
>
interface RowOf {
  readonly campaignId: CampaignId
  readonly id: string | null
  readonly revision: number
  readonly reason?: string
}
type ListTable = 'campaignStops' | 'campaignReports' | 'campaignPromotions'

/** The id under which a row is kept, as it was looked at; a new one for a new row. @throws AppError conflict, not-found */
async function rowId(
  { db, newId, record }: CommandContext,
  table: ListTable,
  { campaignId, id, revision, reason }: RowOf,
): Promise<string> {
  record({ subject: `campaigns:${campaignId}`, ...(reason !== undefined && { reason }) })
  await campaigns.get(db, campaignId)
  if (id === null) return newId()
  const row = await db
    .selectFrom(table)
    .select('revision')
    .where('id', '=', id)
    .where('campaignId', '=', campaignId)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '这一行已经没有了')
  if (row.revision !== revision) throw new AppError('conflict', '这一行刚被改过，请看过再改')
  return id
}
const removing = (table: ListTable) => async (context: CommandContext, row: RowOf & { readonly id: string }) => {
  await context.db
    .deleteFrom(table)
    .where('id', '=', await rowId(context, table, row))
    .execute()
  return {}
}
const insistPast = (day: Day, context: QueryContext, what: string): void => {
  if (day > dayNow(context)) throw new AppError('refused', `${what}不能晚于今天`)
}

export const boardHandlers: Acts = {
  async board({ db, caller }, { id }) {
    const { tourTitle } = await campaigns.get(db, id)
    const stops = await boards.stopsOf(db, caller, id)
    const reports = await boards.reportsOf(db, id)
    const promotions = await boards.promotionsOf(db, caller, id)
    const retreats = await boards.retreatsOf(db, caller, id)
    const actions = await boards.actionsOf(db, id, boards.countsOf(stops, reports, promotions, retreats))
    return { actions, tourTitle, stops, reports, promotions, retreats }
  },

  async setAction(context, { campaignId, key, revision, facts }) {
    const { db, record } = context
    record({ subject: `campaigns:${campaignId}` })
    await campaigns.get(db, campaignId)
    insist(mayKeepAction(facts, dayNow(context)))
    const present = await db
      .selectFrom('campaignActions')
      .select('revision')
      .where('campaignId', '=', campaignId)
      .where('action', '=', key)
      .executeTakeFirst()
    if (revision !== (present?.revision ?? 0)) throw new AppError('conflict', '这一项刚被改过，请看过再改')
    const row = { campaignId, action: key, ...facts, revision: revision + 1 }
    await db
      .insertInto('campaignActions')
      .values(row)
      .onConflict(conflict => conflict.columns(['campaignId', 'action']).doUpdateSet(row))
      .execute()
    return {}
  },

  async setTour({ db, record }, { campaignId, title }) {
    record({ subject: `campaigns:${campaignId}` })
    await campaigns.update(db, await campaigns.get(db, campaignId), { tourTitle: title })
    return {}
  },

  async putStop(context, { facts: { on, speakers, ...facts }, ...row }) {
    const { db, caller } = context
    insist(mayKeepStop({ on, ...facts }, dayNow(context)))
    const id = await rowId(context, 'campaignStops', row)
    const { campaignId, revision } = row
    await boards.putStop(db, caller, { id, campaignId, ...facts, onDay: on, revision: revision + 1 }, speakers)
    return {}
  },
  removeStop: removing('campaignStops'),

  async putReport(context, { facts: { on, ...facts }, ...row }) {
    insistPast(on, context, '报道日期')
    const id = await rowId(context, 'campaignReports', row)
    const values = { id, campaignId: row.campaignId, ...facts, onDay: on, revision: row.revision + 1 }
    await context.db
      .insertInto('campaignReports')
      .values(values)
      .onConflict(conflict => conflict.column('id').doUpdateSet(values))
      .execute()
    return {}
  },
  removeReport: removing('campaignReports'),

  async putPromotion(context, { facts: { on, cadreId, post }, ...row }) {
    const { db, caller } = context
    insistPast(on, context, '任职日期')
    const id = await rowId(context, 'campaignPromotions', row)
    const { campaignId, revision } = row
    const cadreKey = await keyOf(db, caller, cadreId)
    const values = { id, campaignId, cadreKey, onDay: on, post, revision: revision + 1 }
    await db
      .insertInto('campaignPromotions')
      .values(values)
      .onConflict(conflict => conflict.column('id').doUpdateSet(values))
      .execute()
    return {}
  },
  removePromotion: removing('campaignPromotions'),

  trace: ({ db, caller }, { offset, limit, ...of }) => traces(db, caller, of, { offset, limit }),

  saveTable: saveCampaignTable,
  printTable: printCampaignTable,
}
