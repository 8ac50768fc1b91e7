import type { CampaignId } from '../../shared/campaigns/campaigns'
import { NomineeId } from '../../shared/campaigns/campaigns'
import { addDays, type Day } from '../../shared/dates/add-months'
import { TakeId } from '../../shared/entitlements/entitlements'
import type { PartContext } from '../demo/parts'
import { addTake } from '../entitlements/entitlements.repo'
import { dayNow, instantOf } from '../ipc/clock'
import { nominations } from './campaigns.demo.data'
import * as nominees from './nominees.repo'

/** So many of a decision's honours are told from the nomination to what followed. */
const FOLLOWED = 12
const newPosts = ['区发展和改革局副局长', '石桥镇党委副书记', '区信访局副局长', '云溪街道党工委委员']

/** The honours of a decision that a page shows first, each with its person's file. */
const firstOf = ({ db }: PartContext, campaignId: CampaignId) =>
  db
    .selectFrom('honours')
    .innerJoin('cadres', 'cadres.key', 'honours.cadreKey')
    .select(['honours.id', 'cadres.key', 'cadres.id as cadreId', 'cadres.unitId', 'honours.certificateNo'])
    .where('honours.campaignId', '=', campaignId)
    .where('cadres.unitId', 'is not', null)
    .orderBy('honours.id')
    .limit(FOLLOWED)
    .execute()

/** Nominations that became honours, a stay and a post for some: what the page from deeds to use tells. */
export async function addFollowed(context: PartContext, campaignId: CampaignId, decidedOn: Day): Promise<void> {
  const { db, caller, city, stream } = context
  const by = { byId: caller.id, at: instantOf(context) }
  const today = dayNow(context)
  const units = new Map(city.units.map(unit => [unit.id as string, unit.id]))
  for (const [at, honour] of (await firstOf(context, campaignId)).entries()) {
    const told = nominations[at % nominations.length]
    if (!told) continue
    const random = stream(700 + at)
    const id = NomineeId.parse(random.uuid())
    const facts = {
      kind: 'person' as const,
      cadreId: honour.cadreId,
      name: '',
      unitId: units.get(honour.unitId ?? '') ?? city.root.id,
      members: [],
      ...told,
      evidence: '',
      attachments: [],
    }
    await nominees.insert(db, caller, { id, campaignId, facts, by })
    await nominees.update(
      db,
      { id, revision: 1 },
      { listed: 1, honourId: honour.id, certificateNo: honour.certificateNo },
    )
    await db.updateTable('honours').set({ deeds: told.deeds }).where('id', '=', honour.id).execute()
    const from = addDays(decidedOn, 20 + at * 3)
    if (at % 3 === 0 && from <= today)
      await addTake(db, {
        id: TakeId.parse(random.uuid()),
        cadreKey: honour.key,
        year: Number(from.slice(0, 4)),
        kind: '疗休养',
        fromDay: from,
        toDay: addDays(from, 4),
        days: 5,
        typed: 0,
        place: '望湖疗养院',
        costFen: 180_000,
        overReason: '',
        ...by,
      })
    const onDay = addDays(decidedOn, 60 + at * 5)
    if (at % 4 === 1 && onDay <= today)
      await db
        .insertInto('campaignPromotions')
        .values({
          id: random.uuid(),
          campaignId,
          cadreKey: honour.key,
          onDay,
          post: newPosts[at % newPosts.length] ?? '',
          revision: 1,
        })
        .execute()
  }
}
