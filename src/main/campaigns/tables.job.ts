import type { CadreId } from '../../shared/cadres/cadres'
import type { CampaignTable } from '../../shared/campaigns/boards.contract'
import { listPaper, tourPaper } from '../../shared/campaigns/campaign-papers.rules'
import { tracePaper } from '../../shared/campaigns/trace.rules'
import { dayNow } from '../ipc/clock'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { furnitureOf } from '../papers/sheets'
import { type MakeTable, printTableOf, saveTable } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import { stopsOf } from './boards.repo'
import * as campaigns from './campaigns.repo'
import * as nominees from './nominees.repo'
import { dayOfCheck } from './standing'
import { traces } from './traces'

const MOST_TRACED = 5000

/** Whose names stand on a table, and how it is made once it has its number. */
async function tableOf(
  context: JobContext,
  table: CampaignTable,
): Promise<{ ids: readonly CadreId[]; make: MakeTable }> {
  const { db, caller } = context
  const [root] = await listWithin(db, null)
  const around = { unit: root?.name ?? '', on: dayNow(context) }
  if (table.of === 'trace') {
    const { rows } = await traces(db, caller, table, { offset: 0, limit: MOST_TRACED })
    const heading =
      table.campaignId === null
        ? table.year === null
          ? '全部荣誉'
          : `${table.year}年荣誉`
        : (await campaigns.get(db, table.campaignId)).title
    return {
      ids: rows.flatMap(({ people }) => people.map(({ cadreId }) => cadreId)),
      make: async act => tracePaper(rows, heading, { ...around, furniture: furnitureOf(act) }),
    }
  }
  const campaign = await campaigns.get(db, table.campaignId)
  if (table.of === 'tour') {
    const stops = await stopsOf(db, caller, campaign.id)
    return {
      ids: stops.flatMap(({ speakers }) => speakers.flatMap(({ cadreId }) => cadreId ?? [])),
      make: async act => tourPaper(campaign.tourTitle, stops, { ...around, furniture: furnitureOf(act) }),
    }
  }
  const among = await nominees.list(db, caller, campaign.id, dayOfCheck(context, campaign))
  return {
    ids: among.flatMap(({ cadreId, listed }) => (listed && cadreId !== null ? [cadreId] : [])),
    make: async act => listPaper(campaign, among, { ...around, furniture: furnitureOf(act) }),
  }
}
const whomOf = (ids: readonly CadreId[]) => ({ by: 'ids' as const, ids: [...new Set(ids)] })

export const saveCampaignTable: CoreHandlers['campaigns']['saveTable'] = async (context, { table, ...order }) => {
  const { ids, make } = await tableOf(context, table)
  return { entry: await saveTable(context, 'campaigns', { ...order, whom: whomOf(ids) }, make) }
}

export const printCampaignTable: CoreHandlers['campaigns']['printTable'] = async (context, { table, ...order }) => {
  const { ids, make } = await tableOf(context, table)
  return { entry: await printTableOf(context, 'campaigns', { ...order, whom: whomOf(ids) }, make) }
}
