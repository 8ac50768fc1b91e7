import type { BatchId } from '../../shared/imports/imports'
import { type BatchPerson, duplicatesIn } from '../../shared/imports/imports.rules'
import type { Writes } from '../store/schema'
import * as items from './items.repo'

/**
 * People who are in the batch more than once: all but one stay out unless the officer says otherwise.
 * @param from the first place that is new; what the officer decided about people before it stays
 */
export async function settleDuplicates(
  db: Writes,
  id: BatchId,
  people: readonly BatchPerson[],
  from = 0,
): Promise<void> {
  const found = duplicatesIn(people)
  for (const [place, duplicateOf] of found) {
    if (place >= from || duplicateOf >= from)
      await items.update(db, { batchId: id, place }, { state: 'duplicate', fate: 'skip', duplicateOf })
  }
  const merged = new Map<string, number>()
  for await (const some of items.slices(db, id, { fates: ['merge'] })) {
    for (const { place, cadreId } of some) {
      const stands = cadreId === null ? undefined : merged.get(cadreId)
      if (stands === undefined) {
        if (cadreId !== null) merged.set(cadreId, place)
      } else if (place >= from)
        await items.update(db, { batchId: id, place }, { state: 'duplicate', fate: 'skip', duplicateOf: stands })
    }
  }
}
