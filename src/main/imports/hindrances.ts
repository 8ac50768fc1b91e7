import type { Scope } from '../../shared/accounts/accounts'
import type { BatchId } from '../../shared/imports/imports'
import type { Hindrances } from '../../shared/imports/imports.rules'
import type { Reads } from '../store/schema'
import * as items from './items.repo'
import * as sheets from './sheets.repo'

/** What stands in the way of confirming, with what confirming would do. */
export async function hindrances(db: Reads, scope: Scope, batchId: BatchId): Promise<Hindrances> {
  const { willAdd, willChange, open } = await items.counts(db, batchId)
  return {
    willAdd,
    willChange,
    sheets: (await sheets.list(db, batchId)).length,
    open,
    mergedTwice: (await items.mergedTwice(db, batchId)).length,
    unplaced: scope === null ? 0 : await items.withoutUnit(db, batchId),
  }
}
