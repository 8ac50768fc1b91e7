import * as z from 'zod'
import type { AccountId } from '../../shared/accounts/accounts'
import type { Day } from '../../shared/dates/add-months'
import {
  type Facility,
  type FacilityFacts,
  FacilityKind,
  shippedFacilityKinds,
} from '../../shared/grassroots/facilities'
import type { UnitId } from '../../shared/units/units'
import type { Caller } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'
import { listWithin } from '../units/units.repo'

type Seeing = Pick<Caller, 'scope'>

const columns = [
  'unitId',
  'kind',
  'facilities.state',
  'onDay as on',
  'note',
  'planWhat',
  'planDueOn',
  'planFen',
  'planOwner',
  'facilities.revision',
  'at',
  'accounts.name as byName',
] as const

async function visible(db: Reads, { scope }: Seeing) {
  const from = db.selectFrom('facilities').innerJoin('accounts', 'accounts.id', 'facilities.byId')
  if (scope === null) return from
  return from.where(
    'unitId',
    'in',
    (await listWithin(db, scope)).map(({ id }) => id),
  )
}

/** How every facility of units within the scope stands. */
export const current = async (db: Reads, caller: Seeing): Promise<Facility[]> =>
  (await visible(db, caller))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('facilities as later')
            .select('later.revision')
            .whereRef('later.unitId', '=', 'facilities.unitId')
            .whereRef('later.kind', '=', 'facilities.kind')
            .whereRef('later.revision', '>', 'facilities.revision'),
        ),
      ),
    )
    .select(columns)
    .execute()

/** How one stood, the newest first. */
export const history = async (db: Reads, caller: Seeing, unitId: UnitId, kind: string): Promise<Facility[]> =>
  (await visible(db, caller))
    .where('unitId', '=', unitId)
    .where('kind', '=', kind)
    .orderBy('facilities.revision', 'desc')
    .select(columns)
    .execute()

export async function put(
  db: Writes,
  { on, ...facts }: FacilityFacts,
  revision: number,
  by: { readonly id: AccountId; readonly at: string },
): Promise<void> {
  await db
    .insertInto('facilities')
    .values({ ...facts, onDay: on, revision, byId: by.id, at: by.at })
    .execute()
}

/** The unit's own list in its newest version; version 0 is as it ships. */
export async function kinds(db: Reads): Promise<{ version: number; kinds: FacilityKind[] }> {
  const row = await db
    .selectFrom('facilityKinds')
    .select(['version', 'body'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return { version: 0, kinds: [...shippedFacilityKinds] }
  return { version: row.version, kinds: z.array(FacilityKind).parse(JSON.parse(row.body)) }
}

/** Facilities that came to be in good order between two days, both in; what was good when it was first recorded is not counted. */
export async function mended(db: Reads, caller: Seeing, from: Day, to: Day): Promise<number> {
  const { total } = await (await visible(db, caller))
    .innerJoin('facilities as before', join =>
      join
        .onRef('before.unitId', '=', 'facilities.unitId')
        .onRef('before.kind', '=', 'facilities.kind')
        .on(({ eb }) => eb('before.revision', '=', eb('facilities.revision', '-', 1))),
    )
    .where('facilities.state', '=', '完好')
    .where('before.state', '<>', '完好')
    .where('facilities.onDay', '>=', from)
    .where('facilities.onDay', '<=', to)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}
