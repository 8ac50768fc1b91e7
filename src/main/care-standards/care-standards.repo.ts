import type { AccountId } from '../../shared/accounts/accounts'
import { CareStandard, type Occasion, type VersionedStandard } from '../../shared/care-standards/care-standards'
import { shippedStandards } from '../../shared/care-standards/care-standards.data'
import type { Reads, Writes } from '../store/schema'

/** Every version, those that ship first. */
export async function everyStandard(db: Reads): Promise<VersionedStandard[]> {
  const rows = await db.selectFrom('careStandards').select(['body', 'version']).orderBy('version').execute()
  return [
    ...shippedStandards,
    ...rows.map(({ body, version }) => ({ ...CareStandard.parse(JSON.parse(body)), version })),
  ]
}

/** The newest first, those of the store alone. */
export async function versions(db: Reads, occasion: Occasion) {
  const rows = await db
    .selectFrom('careStandards')
    .selectAll()
    .where('occasion', '=', occasion)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ body, occasion: _occasion, ...row }) => ({
    ...row,
    standard: CareStandard.parse(JSON.parse(body)),
  }))
}

export const put = (
  db: Writes,
  { version, ...standard }: VersionedStandard,
  by: { readonly changedAt: string; readonly changedBy: AccountId; readonly reason: string },
) =>
  db
    .insertInto('careStandards')
    .values({ occasion: standard.occasion, version, body: JSON.stringify(standard), ...by })
    .execute()
