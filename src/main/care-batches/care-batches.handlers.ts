import { batchTotals, mayEnter, mayFinish, mayKeepBatch } from '../../shared/care-batches/batch.rules'
import { type Batch, BatchId, type PlannedVisit } from '../../shared/care-batches/care-batches'
import { type CareRecordFacts, CareRecordId } from '../../shared/care-records/care-records'
import { mayRecord } from '../../shared/care-records/care-records.rules'
import { offeredFor } from '../../shared/care-records/occasions'
import { standardOn, yuan } from '../../shared/care-standards/care-standards.rules'
import { AppError, insist } from '../../shared/result'
import * as records from '../care-records/care-records.repo'
import { everyStandard } from '../care-standards/care-standards.repo'
import { keptOf } from '../duplicates/merges.repo'
import { dayNow } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import * as batches from './care-batches.repo'
import { printSheet, saveSheet } from './sheets.job'

const byOf = ({ caller, now }: CommandContext) => ({ byId: caller.id, at: new Date(now()).toISOString() })

/** The batch in the state that a step needs, as it was looked at. @throws AppError conflict, refused */
async function opened(
  { db, record }: CommandContext,
  { id, revision, reason }: { id: BatchId; revision: number; reason?: string },
  state: Batch['state'],
): Promise<Batch> {
  record({ subject: `careBatches:${id}`, ...(reason !== undefined && { reason }) })
  const batch = await batches.get(db, id)
  if (batch.revision !== revision) throw new AppError('conflict', '这次走访慰问刚被改过，请看过再改')
  if (batch.state !== state)
    throw new AppError('refused', state === '进行中' ? '已经办结，先重新打开再改' : '还没有办结')
  return batch
}
async function moved({ db }: CommandContext, { id, revision }: Batch, set: Parameters<typeof batches.change>[2]) {
  await batches.change(db, id, { ...set, revision: revision + 1 })
  return batches.get(db, id)
}

async function putPlan(context: CommandContext, batch: Batch, planned: readonly PlannedVisit[]): Promise<void> {
  const { db, caller } = context
  const keys = await batches.keysOf(
    db,
    caller,
    planned.map(({ cadreId }) => cadreId),
  )
  const present = new Map((await batches.visitsOf(db, caller, batch.id)).map(visit => [visit.key, visit]))
  const gone = [...present.values()].filter(({ cadreId }) => !keys.has(cadreId))
  if (gone.some(({ result }) => result !== '待走访')) throw new AppError('refused', '已经登记结果的人不能从名单里去掉')
  await batches.dropVisits(
    db,
    batch.id,
    gone.map(({ key }) => key),
  )
  for (const [position, { cadreId, ...plan }] of planned.entries()) {
    const cadreKey = keys.get(cadreId)
    if (cadreKey === undefined) continue
    const known = present.get(cadreKey)
    await batches.putVisit(db, {
      batchId: batch.id,
      cadreKey,
      position,
      ...plan,
      result: known?.result ?? '待走访',
      visitedOn: known?.visitedOn ?? null,
      visitedBy: known?.visitedBy ?? '',
      givenFen: known?.givenFen ?? 0,
      givenGoods: known?.givenGoods ?? '',
      voucher: known?.voucher ?? '',
      remark: known?.remark ?? '',
      recordId: known?.recordId ?? null,
      revision: (known?.revision ?? 0) + 1,
    })
  }
}

export const careBatchesHandlers: CoreHandlers['careBatches'] = {
  list: ({ db }) => batches.list(db),

  async get({ db, caller }, { id }) {
    const visits = await batches.visitsOf(db, caller, id)
    return {
      batch: await batches.get(db, id),
      visits: visits.map(({ key: _key, recordId: _record, ...visit }) => visit),
      corrected: (await batches.correctedOf(db, id)).size,
    }
  },

  async add(context, { from, to, ...facts }) {
    insist(mayKeepBatch({ from, to, ...facts }))
    const id = BatchId.parse(context.newId())
    context.record({ subject: `careBatches:${id}` })
    await batches.putBatch(context.db, {
      id,
      ...facts,
      fromDay: from,
      toDay: to,
      state: '进行中',
      ...byOf(context),
      revision: 1,
    })
    return batches.get(context.db, id)
  },

  async change(context, { facts: { from, to, ...facts }, ...one }) {
    const batch = await opened(context, one, '进行中')
    insist(mayKeepBatch({ from, to, ...facts }))
    return moved(context, batch, { ...facts, fromDay: from, toDay: to })
  },

  async plan(context, { visits, ...one }) {
    const batch = await opened(context, one, '进行中')
    await putPlan(context, batch, visits)
    context.record({ details: `名单 ${visits.length} 人` })
    return moved(context, batch, {})
  },

  async enter(context, { id, cadreId, revision, outcome }) {
    const { db, caller, record } = context
    record({ subject: `careBatches:${id}` })
    const batch = await batches.get(db, id)
    if (batch.state !== '进行中') throw new AppError('refused', '已经办结，先重新打开再改')
    const visit = (await batches.visitsOf(db, caller, id)).find(each => each.cadreId === cadreId)
    if (!visit) throw new AppError('not-found', '名单里没有这个人')
    if (visit.revision !== revision) throw new AppError('conflict', '这一行刚被改过，请看过再改')
    if (visit.recordId !== null)
      throw new AppError('refused', '这个人的关爱记录办结后单独更正过，这里不再改，请在“记录”里更正')
    insist(mayEnter(outcome, dayNow(context)))
    await batches.changeVisit(db, id, visit.key, { ...outcome, revision: revision + 1 })
    return { revision: revision + 1 }
  },

  /** One record a visit and one line for all of it: whoever looks at a person finds the visit there. */
  async finish(context, one) {
    const { db, caller, newId } = context
    const batch = await opened(context, one, '进行中')
    const visits = await batches.visitsOf(db, caller, batch.id)
    if (visits.length < batch.people)
      throw new AppError('refused', '名单里有您查看范围以外的人，请由能看到全部名单的人办结')
    insist(mayFinish(visits, batch))
    const standard = standardOn(await everyStandard(db), batch.occasion, batch.from)
    const { byId, at } = byOf(context)
    const { dimension, measure } = offeredFor[batch.occasion]
    for (const visit of visits) {
      // Whose record was corrected after an earlier ending keeps that one.
      if (visit.result !== '已走访' || visit.visitedOn === null || visit.recordId !== null) continue
      const facts: CareRecordFacts = {
        // Of two files that both stood in the list one is gone: what was given is told of the person who is left.
        cadreId: await keptOf(db, visit.cadreId),
        on: visit.visitedOn,
        occasion: batch.occasion,
        form: '走访',
        dimension,
        measure,
        dueKey: null,
        eventId: null,
        visitors: visit.visitedBy === '' ? visit.visitor : visit.visitedBy,
        what: [batch.title, visit.remark].filter(text => text !== '').join('，'),
        moneyFen: visit.givenFen,
        goods: visit.givenGoods,
        standard: standard !== undefined && standard.ceilingFen !== null ? standard.source : '',
        source: visit.givenFen > 0 ? batch.source : null,
        voucher: visit.voucher,
        approvedBy: batch.approvedBy,
        promise: '',
        nextStep: '',
        nextOn: null,
        attachments: [],
      }
      insist(mayRecord(facts, dayNow(context)))
      const { id: recordId } = await records.add(db, caller, newId(), facts, { id: byId, at, batchId: batch.id })
      await batches.changeVisit(db, batch.id, visit.key, { recordId })
    }
    const { visited, givenFen } = batchTotals(visits, batch.budgetFen, standard)
    context.record({ details: `走访 ${visited} 人，实发 ${yuan(givenFen)} 元` })
    return moved(context, batch, { state: '已办结' })
  },

  async reopen(context, { reason, ...one }) {
    const { db, caller } = context
    const batch = await opened(context, { ...one, reason }, '已办结')
    const visits = await batches.visitsOf(db, caller, batch.id)
    if (visits.length < batch.people)
      throw new AppError('refused', '名单里有您查看范围以外的人，请由能看到全部名单的人重新打开')
    const corrected = await batches.correctedOf(db, batch.id)
    for (const { key, recordId } of visits) {
      if (recordId === null || corrected.has(recordId)) continue
      const record = await records.get(db, caller, CareRecordId.parse(recordId))
      if (record.withdrawnFor === null) await records.withdraw(db, record, `走访慰问重新打开：${reason}`.slice(0, 200))
      await batches.changeVisit(db, batch.id, key, { recordId: null })
    }
    return moved(context, batch, { state: '进行中' })
  },

  async remove(context, { reason, ...one }) {
    const batch = await opened(context, { ...one, reason }, '进行中')
    if (batch.visited > 0) throw new AppError('refused', '已经有人走访，不能删除；办结以后留作记录')
    await batches.remove(context.db, batch.id)
    return {}
  },

  saveSheet,
  printSheet,
}
