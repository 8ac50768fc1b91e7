import { type ExpressionBuilder, sql } from 'kysely'
import type { AccountId } from '../../shared/accounts/accounts'
import { Day } from '../../shared/dates/add-months'
import type { InterviewId } from '../../shared/interviews/interviews'
import type { PromiseId, PromiseStep, StepKind, TrackedPromise } from '../../shared/promises/promises'
import type { PromiseFilter } from '../../shared/promises/promises.contract'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import { seenUnits } from '../cadres/cadres.repo'
import { isGivenTo } from '../interviews/interviews.repo'
import { plansTalks } from '../interviews/plans-talks'
import type { Caller } from '../ipc/contexts'
import type { Reads, Tables, Writes } from '../store/schema'
import { listWithin } from '../units/units.repo'
import type { PromisesTable } from './promises.table'

type Where = ExpressionBuilder<Tables, 'promises' | 'cadres'>

/** Promises of talks that an account holds, records or may read. */
const ofOwnTalks = (where: Where, id: AccountId) =>
  where(
    'promises.interviewId',
    'in',
    where
      .selectFrom('interviews')
      .select('interviews.id')
      .where(talk =>
        talk.or([
          talk('interviews.recorderId', '=', id),
          talk(
            'interviews.key',
            'in',
            talk.selectFrom('interviewTalkers').select('interviewKey').where('accountId', '=', id),
          ),
          isGivenTo(id),
        ]),
      ),
  )

/** @param oversees whether the caller sees what is open of everyone in the scope */
async function visible(db: Reads, caller: Caller, oversees: boolean) {
  const from = db.selectFrom('promises').innerJoin('cadres', 'cadres.key', 'promises.cadreKey')
  const own = (where: Where) => where.or([where('promises.ownerId', '=', caller.id), ofOwnTalks(where, caller.id)])
  if (!oversees) return from.where(own)
  const units = await seenUnits(db, caller.scope)
  if (units === null) return from
  return from.where(where => where.or([own(where), where('cadres.unitId', 'in', units.length > 0 ? units : [''])]))
}

export async function list(
  db: Reads,
  caller: Caller,
  oversees: boolean,
  { filter, offset, limit, on }: { filter: PromiseFilter; offset: number; limit: number; on: string },
): Promise<{ rows: TrackedPromise[]; total: number }> {
  let found = await visible(db, caller, oversees)
  if (filter.states.length > 0) found = found.where('promises.state', 'in', filter.states)
  if (filter.kinds.length > 0) found = found.where('promises.kind', 'in', filter.kinds)
  if (filter.ownerId !== null) found = found.where('promises.ownerId', '=', filter.ownerId)
  if (filter.cadreId !== null) found = found.where('cadres.id', '=', filter.cadreId)
  if (filter.interviewId !== null) found = found.where('promises.interviewId', '=', filter.interviewId)
  if (filter.late) found = found.where('promises.state', '=', 'open').where('promises.dueOn', '<', on)
  if (filter.unitId !== null) {
    const units = (await listWithin(db, [filter.unitId])).map(({ id }) => id)
    found = found.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
  }
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('promises')
    .select(['cadres.id as cadreId', 'cadres.name as cadreName', 'cadres.currentPost as cadrePost'])
    .orderBy(sql`promises.state <> 'open'`)
    .orderBy('promises.dueOn')
    .orderBy('promises.id')
    .offset(offset)
    .limit(limit)
    .execute()
  return { rows: await withSteps(db, caller, rows), total }
}

type Joined = PromisesTable & Pick<TrackedPromise, 'cadreId' | 'cadreName' | 'cadrePost'>

/** Which of these talks an account holds or records. */
async function heldBy(db: Reads, id: AccountId, talks: readonly InterviewId[]): Promise<Set<InterviewId>> {
  const rows = await db
    .selectFrom('interviews')
    .select('id')
    .where('id', 'in', talks)
    .where(talk =>
      talk.or([
        talk('recorderId', '=', id),
        talk('key', 'in', talk.selectFrom('interviewTalkers').select('interviewKey').where('accountId', '=', id)),
      ]),
    )
    .execute()
  return new Set(rows.map(row => row.id))
}

async function withSteps(db: Reads, caller: Caller, rows: readonly Joined[]): Promise<TrackedPromise[]> {
  const names = await accounts.names(db)
  const ids = rows.map(({ id }) => id)
  const steps = await db
    .selectFrom('promiseSteps')
    .selectAll()
    .where('promiseId', 'in', ids.length > 0 ? ids : ['' as PromiseId])
    .orderBy('seq')
    .execute()
  const stepsOf = new Map<PromiseId, PromiseStep[]>(ids.map(id => [id, []]))
  for (const { promiseId, at, byId, kind, text } of steps)
    stepsOf.get(promiseId)?.push({ at, byName: names.get(byId) ?? '', kind, text })
  const talks = [...new Set(rows.flatMap(({ interviewId }) => interviewId ?? []))]
  const held = talks.length === 0 ? new Set() : await heldBy(db, caller.id, talks)
  const movesAll = plansTalks(caller)
  return rows.map(({ cadreKey: _key, ...row }) => ({
    ...row,
    movable: movesAll || row.ownerId === caller.id || (row.interviewId !== null && held.has(row.interviewId)),
    madeOn: Day.parse(row.madeOn),
    dueOn: Day.parse(row.dueOn),
    endedOn: row.endedOn === null ? null : Day.parse(row.endedOn),
    ownerName: names.get(row.ownerId) ?? '',
    steps: stepsOf.get(row.id) ?? [],
  }))
}

/** @throws AppError not-found also for one that the caller may not know of */
export async function get(db: Reads, caller: Caller, oversees: boolean, id: PromiseId): Promise<TrackedPromise> {
  const rows = await (await visible(db, caller, oversees))
    .selectAll('promises')
    .select(['cadres.id as cadreId', 'cadres.name as cadreName', 'cadres.currentPost as cadrePost'])
    .where('promises.id', '=', id)
    .execute()
  const [promise] = await withSteps(db, caller, rows)
  if (!promise) throw new AppError('not-found', '没有这件事，或不在您的查看范围内')
  return promise
}

export async function addStep(
  db: Writes,
  promiseId: PromiseId,
  by: { readonly id: AccountId; readonly at: string },
  kind: StepKind,
  text: string,
): Promise<void> {
  await db.insertInto('promiseSteps').values({ promiseId, at: by.at, byId: by.id, kind, text }).execute()
}

/** What one account still answers for, as far as the caller sees it. */
export async function openOf(
  db: Reads,
  caller: Caller,
  oversees: boolean,
  ownerId: AccountId,
): Promise<{ id: PromiseId; dueOn: string }[]> {
  return (await visible(db, caller, oversees))
    .select(['promises.id', 'promises.dueOn'])
    .where('promises.ownerId', '=', ownerId)
    .where('promises.state', '=', 'open')
    .execute()
}

/** Another account answers for it from now on. */
export async function giveTo(
  db: Writes,
  id: PromiseId,
  ownerId: AccountId,
  by: { readonly id: AccountId; readonly at: string },
  reason: string,
): Promise<void> {
  await db
    .updateTable('promises')
    .set(({ eb }) => ({ ownerId, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await addStep(db, id, by, '转办', reason)
}

/** How many are tracked from a talk. */
export async function countOf(db: Reads, interviewId: NonNullable<PromisesTable['interviewId']>): Promise<number> {
  const { total } = await db
    .selectFrom('promises')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('interviewId', '=', interviewId)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirstOrThrow()
  return total
}
