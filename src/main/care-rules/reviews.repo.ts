import { sql } from 'kysely'
import type { Reviewed } from '../../shared/care-rules/care-facts'
import type { Day } from '../../shared/dates/add-months'
import { type Stamp, stampOf } from '../../shared/dates/stamps'
import type { Reads } from '../store/schema'

/**
 * Cases of need that are to be looked at anew, and those that were: each on the day that the look before it had set. A review
 * changes the row of its case too, so whoever watches the cases is told of it.
 * @param only people by key, else everyone
 */
export async function reviewsOf(db: Reads, horizon: Stamp, only?: readonly number[]): Promise<Reviewed[]> {
  let open = db.selectFrom('hardships').select(['id', 'cadreKey', 'nextReviewOn']).where('closedOn', 'is', null)
  let past = db
    .selectFrom('hardshipReviews')
    .innerJoin('hardships', 'hardships.id', 'hardshipReviews.hardshipId')
    .select(['hardships.id', 'hardships.cadreKey', 'hardshipReviews.onDay', 'hardshipReviews.nextOn'])
    .orderBy('hardshipReviews.seq')
  if (only) {
    const keys = sql<never>`(SELECT value FROM json_each(${JSON.stringify(only)}))`
    open = open.where('cadreKey', 'in', keys)
    past = past.where('cadreKey', 'in', keys)
  }
  const coming = await open.execute()
  const dueOf = new Map(coming.map(({ id, nextReviewOn }) => [id, stampOf(nextReviewOn)]))
  const found: Reviewed[] = []
  const set = new Map<string, Day>()
  for (const { id, cadreKey, onDay, nextOn } of await past.execute()) {
    const [due, on] = [stampOf(set.get(id) ?? onDay), stampOf(onDay)]
    // A case that was ended early and opened again is asked for on the same day once more.
    if (on >= horizon && dueOf.get(id) !== due) found.push({ what: 'reviewed', id, person: cadreKey, due, on })
    if (nextOn !== null) set.set(id, nextOn)
  }
  for (const { id, cadreKey, nextReviewOn } of coming)
    found.push({ what: 'reviewed', id, person: cadreKey, due: stampOf(nextReviewOn), on: null })
  return found
}
