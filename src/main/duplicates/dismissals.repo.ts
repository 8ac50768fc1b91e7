import type { CadreId } from '../../shared/cadres/cadres'
import { surestFirst } from '../../shared/cadres/duplicates.rules'
import type { Reads, Writes } from '../store/schema'
import type { FoundPair } from './duplicates.repo'
import type { DuplicateDismissalsTable } from './duplicates.table'

const keyOf = ({ aId, bId }: Pick<FoundPair, 'aId' | 'bId'>): string => `${aId} ${bId}`

export interface Dismissals {
  /** What was said of a pair; undefined when nothing was, or when it looks surer now than it did then. */
  of(pair: FoundPair): DuplicateDismissalsTable | undefined
}

export async function dismissals(db: Reads): Promise<Dismissals> {
  const rows = await db.selectFrom('duplicateDismissals').selectAll().execute()
  const said = new Map(rows.map(row => [keyOf(row), row]))
  return {
    of(pair) {
      const row = said.get(keyOf(pair))
      return row && surestFirst(pair, row) >= 0 ? row : undefined
    },
  }
}

export async function dismiss(db: Writes, row: DuplicateDismissalsTable): Promise<void> {
  await db
    .insertInto('duplicateDismissals')
    .values(row)
    .onConflict(conflict => conflict.columns(['aId', 'bId']).doUpdateSet(row))
    .execute()
}

/** @returns whether there was anything to take back */
export async function takeBack(db: Writes, { aId, bId }: { aId: CadreId; bId: CadreId }): Promise<boolean> {
  const gone = await db
    .deleteFrom('duplicateDismissals')
    .where('aId', '=', aId)
    .where('bId', '=', bId)
    .returning('aId')
    .execute()
  return gone.length > 0
}
