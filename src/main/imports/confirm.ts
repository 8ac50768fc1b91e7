import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { CadreId, emptyCadre } from '../../shared/cadres/cadres'
import { applyChanges } from '../../shared/cadres/diff.rules'
import type { BatchId } from '../../shared/imports/imports'
import { mayConfirm } from '../../shared/imports/imports.rules'
import { PhotoId } from '../../shared/photos/photos'
import { AppError, insist } from '../../shared/result'
import { UnitId } from '../../shared/units/units'
import { mayAdd } from '../../shared/units/units.rules'
import { keep } from '../cadres/history'
import type { CommandContext, JobContext } from '../ipc/contexts'
import * as photos from '../photos/photos.repo'
import { requireStore } from '../session/session.handlers'
import type { Reads } from '../store/schema'
import { transact } from '../store/transact'
import * as units from '../units/units.repo'
import * as batches from './batches.repo'
import { compare } from './compare'
import { refresh } from './decide'
import { hindrances } from './hindrances'
import * as items from './items.repo'
import { type Choices, choicesOf, unitFor } from './unit-choices'

/** Between so many people a progress is told and a cancel is heard. */
const step = 20

/** Takes a staged batch into the files: everything in one transaction, or nothing. */
export async function confirm(
  context: JobContext,
  batchId: BatchId,
): Promise<{ added: number; changed: number; units: number }> {
  const store = requireStore(context)
  if (store.readOnly) throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前不能导入')
  await batches.staged(context.db, context.caller.id, batchId)
  await insistUnchanged(context, batchId)
  await context.gatehouse.backups.beforeImport({
    signal: context.signal,
    step: (_step, done, total) => context.progress({ done, total, note: '导入前备份' }),
  })
  return context.commit(async inner => {
    const { db, caller, record, now } = inner
    record({ subject: `imports:${batchId}` })
    // Asked again inside the transaction: two confirmations of one batch come one after the other.
    await batches.staged(db, caller.id, batchId)
    const found = await hindrances(db, caller.scope, batchId)
    insist(mayConfirm(found))
    const choices = await choicesOf(db, batchId)
    const created = await createUnits(inner, batchId, choices)
    const taking: Taking = { ...inner, batchId, choices, orders: new Map() }
    const total = found.willAdd + found.willChange
    let [added, changed, done] = [0, 0, 0]
    for await (const some of items.slices(db, batchId, { fates: ['add', 'merge'] })) {
      for (const item of some) {
        if (item.fate === 'add') {
          await add(taking, item)
          added += 1
        } else if (await merge(taking, item)) changed += 1
        done = added + changed
        if (done % step !== 0) continue
        context.progress({ done, total, note: `已导入 ${done} / ${total} 人` })
        await yieldToOthers()
        if (context.signal.aborted) throw new AppError('cancelled', '已取消，没有导入任何人')
      }
    }
    await batches.clearStaging(db, batchId)
    await batches.update(db, batchId, {
      state: 'confirmed',
      confirmedAt: new Date(now()).toISOString(),
      added,
      changed,
    })
    record({ details: `新增 ${added} 人，修改 ${changed} 人，新建单位 ${created} 个` })
    return { added, changed, units: created }
  })
}

interface Taking extends CommandContext {
  readonly batchId: BatchId
  readonly choices: Choices
  /** The next free place in each unit's order. */
  readonly orders: Map<string, number>
}

/** A file that was changed after it was compared is compared anew, and the officer looks again. */
async function insistUnchanged(context: JobContext, batchId: BatchId): Promise<void> {
  const { raw, root, caller } = requireStore(context)
  const stale = await context.db
    .selectFrom('importItems')
    .leftJoin('cadres', 'cadres.id', 'importItems.cadreId')
    .where('importItems.batchId', '=', batchId)
    .where('importItems.fate', '=', 'merge')
    .where(({ eb, or, ref }) =>
      or([
        eb('cadres.revision', 'is', null),
        eb('cadres.revision', '!=', ref('importItems.cadreRevision')),
        eb('cadres.trashedAt', 'is not', null),
      ]),
    )
    .select(['importItems.place', 'cadres.trashedAt'])
    .execute()
  if (stale.length === 0) return
  await transact(root, raw, async db => {
    const choices = await choicesOf(db, batchId)
    for (const { place, trashedAt } of stale) {
      const item = await items.get(db, batchId, place)
      if (trashedAt !== null || item.cadreId === null)
        await items.update(db, item, { state: 'undecided', fate: null, cadreId: null, keys: null })
      else await refresh({ db, scope: caller.scope, choices }, { ...item, keys: null })
    }
  })
  throw new AppError('conflict', `有 ${stale.length} 人的档案在读入之后又改过，已重新比对。请核对后再确认`, {
    places: stale.map(({ place }) => place).slice(0, 200),
  })
}

async function createUnits({ db, caller }: CommandContext, batchId: BatchId, choices: Choices): Promise<number> {
  let created = 0
  for (const { choice, name, unitId, parentId, newName } of choices.values()) {
    if (choice !== 'create' || unitId === null || parentId === null || !(await isUsed(db, batchId, name))) continue
    const seen = await units.listWithin(db, caller.scope)
    // Two names of the files may be one new unit: it is created with the first.
    if (seen.some(unit => unit.id === unitId)) continue
    insist(mayAdd(seen, UnitId.parse(parentId), newName))
    const position = seen.filter(unit => unit.parentId === parentId).length
    await units.insert(db, {
      id: UnitId.parse(unitId),
      parentId: UnitId.parse(parentId),
      name: newName,
      position,
    })
    created += 1
  }
  return created
}

async function isUsed(db: Reads, batchId: BatchId, unitName: string): Promise<boolean> {
  const row = await db
    .selectFrom('importItems')
    .select('place')
    .where('batchId', '=', batchId)
    .where('unitName', '=', unitName)
    .where('fate', 'in', ['add', 'merge'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function nextOrder({ db, orders }: Taking, unitId: string | null): Promise<number> {
  if (unitId === null) return 0
  let next = orders.get(unitId)
  if (next === undefined) {
    const row = await db
      .selectFrom('cadres')
      .select(({ fn }) => fn.max('unitOrder').as('last'))
      .where('unitId', '=', unitId)
      .executeTakeFirst()
    next = row?.last === null || row?.last === undefined ? 0 : row.last + 1
  }
  orders.set(unitId, next + 1)
  return next
}

async function add(taking: Taking, item: items.StagedItem): Promise<void> {
  const { db, batchId, newId } = taking
  const id = CadreId.parse(newId())
  const unitId = unitFor(taking.choices, item, null) ?? null
  const cadre = {
    ...emptyCadre(id, item.name),
    ...item.fields,
    ...item.details,
    unitId,
    unitOrder: await nextOrder(taking, unitId),
  }
  await keep(taking, undefined, cadre, 1, { kind: 'import', reason: '', batchId })
  const picture = await items.pictureOf(db, item)
  if (picture) await photos.begin(db, id, picture, PhotoId.parse(newId()))
}

/** @returns whether anything of the person was taken */
async function merge(taking: Taking, item: items.StagedItem): Promise<boolean> {
  const { db, caller, batchId, newId } = taking
  if (item.cadreId === null || item.taken === 0) return false
  const { changes, taken, stored, photoTaken, revision } = await compare(
    db,
    caller.scope,
    item,
    item.cadreId,
    taking.choices,
  )
  const chosen = taken.flatMap(key => changes[key] ?? [])
  const picture = photoTaken ? await items.pictureOf(db, item) : undefined
  const shown = picture ? await photos.take(db, item.cadreId, picture, PhotoId.parse(newId())) : undefined
  if (chosen.length === 0 && !shown) return false
  const after = applyChanges(stored, chosen)
  await keep(taking, stored, after, (revision ?? 0) + 1, { kind: 'import', reason: '', batchId }, shown ? [shown] : [])
  return true
}
