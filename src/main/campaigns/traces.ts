import { sql } from 'kysely'
import * as z from 'zod'
import { CadreId, PostRow, YearlyAssessment } from '../../shared/cadres/cadres'
import type { Trace, TracedPerson } from '../../shared/campaigns/boards'
import type { TraceOf } from '../../shared/campaigns/boards.contract'
import { followedPosts, gradesAround } from '../../shared/campaigns/trace.rules'
import { type Day, daysOf } from '../../shared/dates/add-months'
import { type Honour, wholeRegister } from '../../shared/honours/honours'
import { seenUnits } from '../cadres/cadres.repo'
import * as honours from '../honours/honours.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads } from '../store/schema'

type Seer = Pick<Caller, 'scope'>
interface Dated {
  readonly on: Day
  readonly words: string
}

interface Known extends Pick<TracedPerson, 'cadreId' | 'name' | 'post'> {
  readonly grades: readonly YearlyAssessment[]
  readonly posts: readonly PostRow[]
  readonly talks: readonly Dated[]
  readonly retreats: readonly Dated[]
  readonly promotions: readonly Dated[]
}

/** What files and records tell of people within the scope. Of campaigns only what was public: talks, and posts that were given. */
async function knownOf(db: Reads, caller: Seer, ids: readonly CadreId[]): Promise<Map<CadreId, Known>> {
  const units = await seenUnits(db, caller.scope)
  let found = db
    .selectFrom('cadres')
    .innerJoin('cadreFiles', 'cadreFiles.key', 'cadres.key')
    .select(['cadres.key', 'cadres.id', 'cadres.name', 'cadres.currentPost'])
    .select([
      sql<string>`json_extract(file, '$.assessments')`.as('grades'),
      sql<string>`json_extract(file, '$.posts')`.as('posts'),
    ])
    .where('trashedAt', 'is', null)
    .where('cadres.id', 'in', sql<CadreId>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
  if (units !== null) found = found.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
  const people = await found.execute()
  const keys = sql<number>`(SELECT value FROM json_each(${JSON.stringify(people.map(({ key }) => key))}))`
  const talks = await db
    .selectFrom('campaignSpeakers')
    .innerJoin('campaignStops', 'campaignStops.id', 'campaignSpeakers.stopId')
    .innerJoin('campaigns', 'campaigns.id', 'campaignStops.campaignId')
    .select(['cadreKey', 'onDay as on', 'place as words'])
    .where('cadreKey', 'in', keys)
    .where('campaigns.removedFor', 'is', null)
    .orderBy('onDay')
    .execute()
  const retreats = await db
    .selectFrom('entitlementTakes')
    .select(['cadreKey', 'fromDay as on', 'place', 'days'])
    .where('kind', '=', '疗休养')
    .where('cadreKey', 'in', keys)
    .orderBy('fromDay')
    .execute()
  const promotions = await db
    .selectFrom('campaignPromotions')
    .innerJoin('campaigns', 'campaigns.id', 'campaignPromotions.campaignId')
    .select(['cadreKey', 'onDay as on', 'post as words'])
    .where('cadreKey', 'in', keys)
    .where('campaigns.removedFor', 'is', null)
    .orderBy('onDay')
    .execute()
  return new Map(
    people.map(({ key, id, name, currentPost, grades, posts }) => [
      id,
      {
        cadreId: id,
        name,
        post: currentPost,
        grades: z.array(YearlyAssessment).parse(JSON.parse(grades)),
        posts: z.array(PostRow).parse(JSON.parse(posts)),
        talks: talks.filter(({ cadreKey }) => cadreKey === key),
        retreats: retreats
          .filter(({ cadreKey }) => cadreKey === key)
          .map(({ on, place, days }) => ({ on, words: place === '' ? `${days} 天` : `${place}，${days} 天` })),
        promotions: promotions.filter(({ cadreKey }) => cadreKey === key),
      },
    ]),
  )
}

/** One person around the day of one honour. */
function around({ grades, posts, talks, retreats, promotions, ...person }: Known, { on }: Honour): TracedPerson {
  const { earliest, latest } = daysOf(on)
  const since = (rows: readonly Dated[]) =>
    rows.filter(row => row.on >= earliest).map(row => ({ on: row.on, words: row.words }))
  return {
    ...person,
    grades: gradesAround(grades, on),
    talks: since(talks),
    retreats: since(retreats),
    posts: followedPosts(posts, since(promotions), latest),
  }
}

/** From a deed to what came of it, honour by honour, the latest first. */
export async function traces(
  db: Reads,
  caller: Seer,
  { campaignId, year }: TraceOf,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ rows: Trace[]; total: number }> {
  const asked = { ...wholeRegister, campaignId, years: year === null ? [] : [year] }
  const { rows, total } = await honours.list(db, caller, { ...asked, ...page })
  const ofHonour = (honour: Honour): CadreId[] =>
    [honour.cadreId, ...honour.members.map(({ cadreId }) => cadreId)].flatMap(id => id ?? [])
  const known = await knownOf(db, caller, rows.flatMap(ofHonour))
  const nominated = await db
    .selectFrom('campaignNominees')
    .select(['honourId', 'tags', 'task'])
    .where('honourId', 'in', sql<never>`(SELECT value FROM json_each(${JSON.stringify(rows.map(({ id }) => id))}))`)
    .execute()
  return {
    total,
    rows: rows.map(honour => {
      const nominee = nominated.find(({ honourId }) => honourId === honour.id)
      return {
        honourId: honour.id,
        campaignId: honour.campaignId,
        holder: honour.holder,
        shownName: honour.shownName,
        unitName: honour.unitName,
        honour: honour.name,
        on: honour.on,
        documentNo: honour.documentNo,
        deeds: honour.deeds,
        tags: nominee ? z.array(z.string()).parse(JSON.parse(nominee.tags)) : [],
        task: nominee?.task ?? '',
        people: ofHonour(honour).flatMap(id => {
          const person = known.get(id)
          return person ? [around(person, honour)] : []
        }),
      }
    }),
  }
}
