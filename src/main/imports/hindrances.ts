import type { Scope } from '../../shared/accounts/accounts'
import type { BatchId } from '../../shared/imports/imports'
import type { Hindrances } from '../../shared/imports/imports.rules'
import type { Reads } from '../store/schema'
import * as items from './items.repo'
import * as sheets from './sheets.repo'

async function unplaced(db: Reads, batchId: BatchId): Promise<number> {
  const { people } = await db
    .selectFrom('importItems')
    .leftJoin('importUnits', join =>
      join
        .onRef('importUnits.batchId', '=', 'importItems.batchId')
        .onRef('importUnits.name', '=', 'importItems.unitName'),
    )
    .where('importItems.batchId', '=', batchId)
    .where('importItems.fate', '=', 'add')
    .where('importUnits.unitId', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow()
  return people
}

/** What stands in the way of confirming, with what confirming would do. */
export async function hindrances(db: Reads, scope: Scope, batchId: BatchId): Promise<Hindrances> {
  const { willAdd, willChange, open } = await items.counts(db, batchId)
  return {
    willAdd,
    willChange,
    sheets: (await sheets.list(db, batchId)).length,
    open,
    mergedTwice: (await items.mergedTwice(db, batchId)).length,
    unplaced: scope === null ? 0 : await unplaced(db, batchId),
  }
}
