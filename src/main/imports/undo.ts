import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { CadreId } from '../../shared/cadres/cadres'
import type { BatchId, UndoCheck } from '../../shared/imports/imports'
import { mayUndo } from '../../shared/imports/imports.rules'
import { AppError, insist } from '../../shared/result'
import { UnitId } from '../../shared/units/units'
import * as cadres from '../cadres/cadres.repo'
import { keep, recordStep, stepsOf, undoStep } from '../cadres/history'
import type { CommandContext, JobContext, QueryContext } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import type { Reads } from '../store/schema'
import * as units from '../units/units.repo'
import * as batches from './batches.repo'

interface Affected {
  readonly cadreId: CadreId
  readonly stepId: string
  readonly name: string
  readonly unitId: string | null
  /** Whether the batch has made the file. */
  readonly isNew: boolean
  /** ours: nothing came after; undone: taken back already, or put in the trash since it was made; since: changed since. */
  readonly after: 'ours' | 'undone' | 'since'
}

/** Every file that a batch has touched, and what came after. */
async function affectedBy(db: Reads, batchId: BatchId): Promise<Affected[]> {
  const rows = await db
    .selectFrom('cadreChanges as own')
    .innerJoin('cadres', 'cadres.id', 'own.cadreId')
    .leftJoin('cadreChanges as later', join =>
      join.onRef('later.cadreId', '=', 'own.cadreId').onRef('later.seq', '>', 'own.seq'),
    )
    .where('own.batchId', '=', batchId)
    .where('own.kind', '=', 'import')
    .select(['own.cadreId', 'own.id as stepId', 'own.seq', 'cadres.name', 'cadres.unitId'])
    .select(['later.kind as laterKind', 'later.undoes as laterUndoes'])
    .select(({ selectFrom, fn, lit }) =>
      selectFrom('cadreChanges as first')
        .whereRef('first.cadreId', '=', 'own.cadreId')
        .whereRef('first.seq', '<', 'own.seq')
        .select(fn.countAll<number>().as('before'))
        .limit(lit(1))
        .as('before'),
    )
    .orderBy('own.seq')
    .execute()
  const found = new Map<CadreId, Affected>()
  for (const { cadreId, stepId, name, unitId, before, laterKind, laterUndoes } of rows) {
    const isNew = before === 0
    const after =
      laterKind === null ? 'ours' : laterUndoes === stepId || (isNew && laterKind === 'trash') ? 'undone' : 'since'
    const known = found.get(cadreId)
    // Several later steps give several rows: one that changed the file decides.
    if (!known || after === 'since') found.set(cadreId, { cadreId, stepId, name, unitId, isNew, after })
  }
  return [...found.values()]
}

async function unseenOf({ db, caller }: Pick<QueryContext, 'db' | 'caller'>, affected: readonly Affected[]) {
  if (caller.scope === null) return 0
  const seen = new Set<string>((await units.listWithin(db, caller.scope)).map(({ id }) => id))
  return affected.filter(({ unitId }) => unitId === null || !seen.has(unitId)).length
}

/** What stands in the way of undoing a batch. */
export async function undoCheck(context: Pick<QueryContext, 'db' | 'caller'>, batchId: BatchId): Promise<UndoCheck> {
  const { state } = await batches.confirmed(context.db, batchId)
  const affected = await affectedBy(context.db, batchId)
  const changed = affected.filter(({ after }) => after === 'since')
  const verdict = mayUndo(
    state === 'undone' ? 'undone' : 'confirmed',
    changed.length,
    await unseenOf(context, affected),
  )
  const isShown = context.caller.scope === null
  return {
    people: affected.filter(({ after }) => after === 'ours').length,
    changedSince: isShown ? changed.slice(0, 200).map(({ cadreId, name }) => ({ id: cadreId, name })) : [],
    blocked: verdict.allowed ? null : verdict.reason,
  }
}

/** Takes a batch back as one step: new people go into the trash, others are as before, units that it made go. */
export async function undo(context: JobContext, batchId: BatchId, reason: string): Promise<{ people: number }> {
  if (requireStore(context).readOnly)
    throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前只能查看')
  return context.commit(async inner => {
    const { db, record, now, caller } = inner
    record({ subject: `imports:${batchId}`, reason })
    const { state } = await batches.confirmed(db, batchId)
    const affected = await affectedBy(db, batchId)
    const since = affected.filter(({ after }) => after === 'since').length
    insist(mayUndo(state === 'undone' ? 'undone' : 'confirmed', since, await unseenOf(inner, affected)))
    const made = await madeUnits(db, batchId)
    const own = affected.filter(({ after }) => after === 'ours')
    for (const [done, each] of own.entries()) {
      await takeBack(inner, each, reason, made)
      if (done % 20 !== 0) continue
      context.progress({ done, total: own.length, note: `已撤销 ${done} / ${own.length} 人` })
      await yieldToOthers()
      if (context.signal.aborted) throw new AppError('cancelled', '已取消，没有撤销任何内容')
    }
    await removeUnits(inner, made)
    const undoneAt = new Date(now()).toISOString()
    await batches.update(db, batchId, { state: 'undone', undoneAt, undoneById: caller.id })
    record({ details: `撤销 ${own.length} 人` })
    return { people: own.length }
  })
}

async function takeBack(
  context: CommandContext,
  { cadreId, stepId, isNew }: Affected,
  reason: string,
  made: ReadonlySet<string>,
): Promise<void> {
  const { db, now } = context
  const stored = await cadres.get(db, null, cadreId)
  if (!isNew) {
    const step = (await stepsOf(db, cadreId)).find(({ id }) => id === stepId)
    if (!step) throw new AppError('conflict', '导入的记录不完整，没有撤销任何内容')
    return undoStep(context, stored, step)
  }
  const fact = { kind: 'undo', reason, undoes: stepId } as const
  const { unitId } = stored.cadre
  // A unit that goes with the batch must hold nobody, in the trash either.
  if (unitId !== null && made.has(unitId))
    await keep(context, stored.cadre, { ...stored.cadre, unitId: null }, stored.revision + 1, fact)
  else await recordStep(context, cadreId, [], fact)
  await cadres.setTrashed(db, [cadreId], new Date(now()).toISOString())
}

/** The units that a batch has made. */
async function madeUnits(db: Reads, batchId: BatchId): Promise<Set<string>> {
  const rows = await db
    .selectFrom('importUnits')
    .innerJoin('units', 'units.id', 'importUnits.unitId')
    .select('units.id')
    .where('importUnits.batchId', '=', batchId)
    .where('choice', '=', 'create')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Lowest first. One that has got people, sub-units or posts of its own since then stays. */
async function removeUnits({ db }: CommandContext, made: ReadonlySet<string>): Promise<void> {
  const all = await units.listWithin(db, null)
  for (const { id } of all.toReversed()) {
    if (!made.has(id) || (await cadres.countIn(db, id)) > 0) continue
    const now = await units.listWithin(db, null)
    if (now.some(({ parentId }) => parentId === id) || (await hasPosts(db, id))) continue
    await units.remove(db, UnitId.parse(id))
  }
}

async function hasPosts(db: Reads, unitId: UnitId): Promise<boolean> {
  const row = await db.selectFrom('unitPosts').select('id').where('unitId', '=', unitId).executeTakeFirst()
  return row !== undefined
}
