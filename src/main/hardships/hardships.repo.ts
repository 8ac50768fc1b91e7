import * as z from 'zod'
import type { Day } from '../../shared/dates/add-months'
import { dayOf } from '../../shared/dates/stamps'
import {
  AidKind,
  type Hardship,
  type HardshipId,
  type HardshipLine,
  type HardshipSettings,
  type Household,
  Proof,
  shippedHardshipSettings,
} from '../../shared/hardships/hardships'
import type { HardshipFilter } from '../../shared/hardships/hardships.contract'
import { noteOf } from '../../shared/hardships/hardships.rules'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import { seenUnits } from '../cadres/cadres.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'

type Asking = Pick<Caller, 'scope'>
const Proofs = z.array(Proof)
const Levels = z.array(z.string())

async function visible(db: Reads, caller: Asking) {
  const units = await seenUnits(db, caller.scope)
  const from = db.selectFrom('hardships').innerJoin('cadres', 'cadres.key', 'hardships.cadreKey')
  return units === null ? from : from.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
}
const ofPerson = ['cadres.id as cadreId', 'cadres.name as cadreName', 'cadres.currentPost as cadrePost'] as const
const ofLine = [
  'hardships.id',
  'cause',
  'openedOn',
  'hardships.level as level',
  'nextReviewOn',
  'closedOn',
  'closedFor',
] as const

/** Those that are open by the day of their review, then those that are closed. Nothing of a household, no sums. */
export async function list(
  db: Reads,
  caller: Asking,
  { filter, offset, limit, on }: { filter: HardshipFilter; offset: number; limit: number; on: Day },
): Promise<{ rows: HardshipLine[]; total: number }> {
  let found = await visible(db, caller)
  if (filter.view === 'open' || filter.due) found = found.where('closedOn', 'is', null)
  if (filter.view === 'closed') found = found.where('closedOn', 'is not', null)
  if (filter.due) found = found.where('nextReviewOn', '<=', on)
  if (filter.cadreId !== null) found = found.where('cadres.id', '=', filter.cadreId)
  if (filter.unitId !== null) {
    const units = (await listWithin(db, [filter.unitId])).map(({ id }) => id)
    found = found.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
  }
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select(ofLine)
    .select(ofPerson)
    .orderBy('closedOn', 'desc')
    .orderBy('nextReviewOn')
    .orderBy('hardships.id')
    .offset(offset)
    .limit(limit)
    .execute()
  return { rows, total }
}

/** @throws AppError not-found also for one outside of the scope */
export async function get(
  db: Reads,
  caller: Asking,
  id: HardshipId,
): Promise<{ hardship: Hardship; household: Household }> {
  const row = await (await visible(db, caller))
    .selectAll('hardships')
    .select(ofPerson)
    .where('hardships.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这份困难帮扶，或不在您的查看范围内')
  const names = await accounts.names(db)
  const nameOf = (by: string): string => names.get(by) ?? ''
  const aids = await db
    .selectFrom('careRecords')
    .select(['id', 'source', 'moneyFen', 'onDay', 'voucher', 'approvedBy', 'what', 'withdrawnFor', 'byId'])
    .where('hardshipId', '=', id)
    .orderBy('onDay')
    .orderBy('at')
    .execute()
  const reviews = await db
    .selectFrom('hardshipReviews')
    .selectAll()
    .where('hardshipId', '=', id)
    .orderBy('seq')
    .execute()
  const { cadreKey: _key, at: _at, byId, proofs, members, who, costFen, incomeFen, ...facts } = row
  return {
    household: { members, who, costFen, incomeFen },
    hardship: {
      ...facts,
      proofs: Proofs.parse(JSON.parse(proofs)),
      byName: nameOf(byId),
      aids: aids.map(({ source, moneyFen, onDay, what, withdrawnFor, byId: by, ...aid }) => ({
        ...aid,
        kind: AidKind.parse(source),
        fen: moneyFen,
        on: dayOf(onDay),
        note: noteOf(what),
        withdrawnFor: withdrawnFor ?? '',
        byName: nameOf(by),
      })),
      reviews: reviews.map(({ onDay, outcome, level, reason, nextOn, byId: by }) => ({
        on: onDay,
        outcome,
        level,
        reason,
        nextOn,
        byName: nameOf(by),
      })),
    },
  }
}

/** What ships, then what the unit has set, in the order in which it was set. */
export async function settings(db: Reads): Promise<HardshipSettings[]> {
  const own = await db
    .selectFrom('hardshipSettings')
    .select(['levels', 'standardFen', 'validFrom', 'source', 'status'])
    .orderBy('seq')
    .execute()
  return [shippedHardshipSettings, ...own.map(each => ({ ...each, levels: Levels.parse(JSON.parse(each.levels)) }))]
}
