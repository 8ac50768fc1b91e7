import type { AccountId } from '../../shared/accounts/accounts'
import type { PlainExport, PlainExportId } from '../../shared/plain-exports/plain-exports'
import { AppError } from '../../shared/result'
import type { Reads, Writes } from '../store/schema'

const selected = (db: Reads) =>
  db
    .selectFrom('plainExports as wish')
    .innerJoin('accounts as asker', 'asker.id', 'wish.askedBy')
    .leftJoin('accounts as decider', 'decider.id', 'wish.decidedBy')
    .select([
      'wish.id',
      'wish.state',
      'asker.name as askedBy',
      'wish.askedBy as askerId',
      'wish.askedAt',
      'wish.reason',
      'decider.name as decidedBy',
      'wish.decidedAt',
      'wish.decision',
      'wish.doneAt',
    ])

type Row = Omit<PlainExport, 'mine'> & { askerId: AccountId }
const shown =
  (callerId: AccountId) =>
  ({ askerId, ...wish }: Row): PlainExport => ({ ...wish, mine: askerId === callerId })

/** The latest first. */
export async function list(db: Reads, callerId: AccountId): Promise<PlainExport[]> {
  const rows = await selected(db).orderBy('wish.askedAt', 'desc').limit(100).execute()
  return rows.map(shown(callerId))
}

export async function get(db: Reads, callerId: AccountId, id: PlainExportId): Promise<PlainExport> {
  const row = await selected(db).where('wish.id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这项申请')
  return shown(callerId)(row)
}

export async function ask(
  db: Writes,
  wish: { id: PlainExportId; askedBy: AccountId; askedAt: string; reason: string },
): Promise<void> {
  const fresh = { state: 'asked', decidedBy: null, decidedAt: null, decision: '', doneAt: null } as const
  await db
    .insertInto('plainExports')
    .values({ ...wish, ...fresh })
    .execute()
}

type Change = Partial<{
  state: PlainExport['state']
  decidedBy: AccountId
  decidedAt: string
  decision: string
  doneAt: string
}>
export async function change(db: Writes, id: PlainExportId, to: Change): Promise<void> {
  await db.updateTable('plainExports').set(to).where('id', '=', id).execute()
}
