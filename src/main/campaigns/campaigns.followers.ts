import { sql } from 'kysely'
import type { CadreId } from '../../shared/cadres/cadres'
import type { Follower } from '../cadres/followers'
import { keyPair } from '../cadres/moving'
import type { Writes } from '../store/schema'

/** Rows of one table follow the person when two files become one. A row is named by its key, of two columns where it has two. */
const following =
  (table: 'campaignNominees' | 'campaignMembers' | 'campaignSpeakers' | 'campaignPromotions', name: string) =>
  async (db: Writes, from: CadreId, to: CadreId, only?: readonly string[]): Promise<readonly string[]> => {
    const [source, target] = await keyPair(db, from, to)
    const named = sql<string>`${sql.raw(name)}`
    const among = (ids: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
    let moving = db.selectFrom(table).select(named.as('named')).where('cadreKey', '=', source)
    if (only) moving = moving.where(named, 'in', among(only))
    const ids = (await moving.execute()).map(row => row.named)
    if (ids.length > 0) await db.updateTable(table).set({ cadreKey: target }).where(named, 'in', among(ids)).execute()
    return ids
  }

export const moveNominees: Follower['moveTo'] = following('campaignNominees', 'id')
export const moveMembers: Follower['moveTo'] = following('campaignMembers', "nominee_id || ':' || position")
export const moveSpeakers: Follower['moveTo'] = following('campaignSpeakers', "stop_id || ':' || position")
export const movePromotions: Follower['moveTo'] = following('campaignPromotions', 'id')
