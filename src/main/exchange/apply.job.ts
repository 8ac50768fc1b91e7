import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { Outcome } from '../../shared/exchange/exchange'
import { BatchId } from '../../shared/imports/imports'
import { AppError } from '../../shared/result'
import * as batches from '../imports/batches.repo'
import { instantOf } from '../ipc/clock'
import type { CommandContext, CoreHandlers, JobContext } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import { transact } from '../store/transact'
import { listWithin } from '../units/units.repo'
import { type Applying, applyItem } from './applying'
import * as arrivals from './arrivals.repo'
import { release } from './beside'
import { refresh } from './deciding'
import * as identities from './identity.repo'
import * as partners from './partners.repo'
import { insistNext } from './refusals'

/** Between so many people a progress is told and a cancel is heard. */
const STEP = 20

/** What was changed since it was looked at is judged anew, and whoever decides looks again. */
async function insistUnchanged(context: JobContext, arrival: arrivals.ArrivalRow): Promise<void> {
  const { root, raw } = requireStore(context)
  const writer = identities.writerOf(await identities.get(context.db))
  const changed = await transact(root, raw, async db => {
    let count = 0
    for await (const some of arrivals.slices(db, arrival.id))
      for (const item of some)
        if (item.fate === 'add' || item.fate === 'merge') count += (await refresh(db, arrival, item, writer)) ? 1 : 0
    return count
  })
  if (changed > 0) throw new AppError('conflict', `有 ${changed} 人的档案在打开之后又改过，已重新比对。请核对后再并入`)
}

/** The unit that has the name of the person's unit, or else the one that was given for everybody. */
async function placing({ db, caller }: CommandContext, unitId: string | null): Promise<Applying['placeFor']> {
  const units = await listWithin(db, caller.scope)
  if (unitId !== null && !units.some(({ id }) => id === unitId))
    throw new AppError('refused', '所选单位不在您的管辖范围内')
  const orders = new Map<string, number>()
  return async unitName => {
    const named = units.filter(({ name }) => name === unitName)
    const into = named.length === 1 ? (named[0]?.id ?? null) : unitId
    if (into === null) {
      if (caller.scope !== null)
        throw new AppError('refused', `“${unitName || '没有写单位'}”的新增人员没有对应的单位，请选定放到哪个单位`)
      return { unitId: null, unitOrder: 0 }
    }
    let next = orders.get(into)
    if (next === undefined) {
      const row = await db
        .selectFrom('cadres')
        .select(({ fn }) => fn.max('unitOrder').as('last'))
        .where('unitId', '=', into)
        .executeTakeFirst()
      next = row?.last === null || row?.last === undefined ? 0 : row.last + 1
    }
    orders.set(into, next + 1)
    return { unitId: into, unitOrder: next }
  }
}

/** Takes a package in: everything in one transaction, as a batch that is undone like an import, or nothing. */
export const apply: CoreHandlers['exchange']['apply'] = async (context, { id, unitId }) => {
  if (requireStore(context).readOnly)
    throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前不能并入')
  const staged = await arrivals.staged(context.db, context.caller.id, id)
  await insistUnchanged(context, staged)
  return context.commit(async inner => {
    const { db, caller, record } = inner
    record({ subject: `exchange:${id}` })
    const arrival = await arrivals.staged(db, caller.id, id)
    const partner = await partners.get(db, arrival.partnerId)
    partners.insistOpen(partner)
    await insistNext(db, arrival)
    const counts = await arrivals.countsOf(db, id)
    const hindrance = arrivals.hindranceOf(counts)
    if (hindrance !== null) throw new AppError('refused', hindrance)
    const writer = identities.writerOf(await identities.get(db))
    const applying: Applying = { ...inner, arrival, writer, placeFor: await placing(inner, unitId) }
    const counted = { added: 0, changed: 0, same: 0, skipped: 0, decidedTaken: 0, decidedKept: 0 }
    const batchId = BatchId.parse(id)
    const source = `${partner.unit}的数据包第 ${arrival.number} 号`
    await batches.begin(db, { id: batchId, byId: caller.id, stagedAt: instantOf(inner), source })
    let done = 0
    for await (const some of arrivals.slices(db, id)) {
      for (const item of some) await applyItem(applying, item, counted)
      done += some.length
      if (done % STEP !== 0) continue
      context.progress({ done, total: arrival.people, note: `已并入 ${done} / ${arrival.people} 人` })
      await yieldToOthers()
      if (context.signal.aborted) throw new AppError('cancelled', '已取消，没有并入任何内容')
    }
    await writer.keep(db)
    await settleBatch(inner, arrival, counted)
    record({ details: `${source}：新增 ${counted.added} 人，更新 ${counted.changed} 人，未并入 ${counted.skipped} 人` })
    return counted
  })
}

async function settleBatch(inner: CommandContext, arrival: arrivals.ArrivalRow, outcome: Outcome): Promise<void> {
  const { db } = inner
  await db.deleteFrom('exchangeItems').where('arrivalId', '=', arrival.id).execute()
  await release(db, arrival.id)
  await db
    .updateTable('exchangeArrivals')
    .set({ state: 'applied', outcome: JSON.stringify(outcome) })
    .where('id', '=', arrival.id)
    .execute()
  await batches.update(db, BatchId.parse(arrival.id), {
    state: 'confirmed',
    confirmedAt: instantOf(inner),
    files: 1,
    people: arrival.people,
    added: outcome.added,
    changed: outcome.changed,
  })
}
