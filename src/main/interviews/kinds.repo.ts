import type { AccountId } from '../../shared/accounts/accounts'
import { InterviewKind, type KindKey, type VersionedKind } from '../../shared/interviews/kinds'
import { shippedKinds } from '../../shared/interviews/kinds.data'
import { AppError } from '../../shared/result'
import type { Reads, Writes } from '../store/schema'

interface Stored {
  readonly kind: VersionedKind
  readonly changedAt: string
  readonly changedBy: AccountId
  readonly reason: string
}

async function stored(db: Reads, key?: KindKey): Promise<Stored[]> {
  const all = db.selectFrom('interviewKinds').selectAll().orderBy('version')
  const rows = await (key === undefined ? all : all.where('key', '=', key)).execute()
  return rows.map(({ body, version, changedAt, changedBy, reason }) => ({
    kind: { ...InterviewKind.parse(JSON.parse(body)), version },
    changedAt,
    changedBy,
    reason,
  }))
}

/** Every kind in its newest version, in the order in which they ship; a unit's own come last. */
export async function current(db: Reads): Promise<VersionedKind[]> {
  const kinds = new Map<KindKey, VersionedKind>(shippedKinds.map(kind => [kind.key, { ...kind, version: 0 }]))
  for (const { kind } of await stored(db)) kinds.set(kind.key, kind)
  return [...kinds.values()]
}

/** @throws AppError not-found */
export async function get(db: Reads, key: KindKey): Promise<VersionedKind> {
  const kind = (await current(db)).find(each => each.key === key)
  if (!kind) throw new AppError('not-found', '没有这种谈话')
  return kind
}

/** The kind as it was when a talk was held under it. */
export async function getVersion(db: Reads, key: KindKey, version: number): Promise<VersionedKind> {
  const shipped = shippedKinds.find(kind => kind.key === key)
  if (version === 0 && shipped) return { ...shipped, version: 0 }
  const kind = (await stored(db, key)).find(each => each.kind.version === version)?.kind
  if (!kind) throw new AppError('not-found', '没有这种谈话')
  return kind
}

/** Newest first. */
export const versions = async (db: Reads, key: KindKey): Promise<Stored[]> => (await stored(db, key)).toReversed()

export async function put(
  db: Writes,
  { version, ...kind }: VersionedKind,
  by: { readonly id: AccountId; readonly at: string; readonly reason: string },
): Promise<void> {
  await db
    .insertInto('interviewKinds')
    .values({
      key: kind.key,
      version,
      body: JSON.stringify(kind),
      changedAt: by.at,
      changedBy: by.id,
      reason: by.reason,
    })
    .execute()
}
