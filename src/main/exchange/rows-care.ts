import * as z from 'zod'
import { CareRecordFacts, CareRecordId, LifeEventFacts, LifeEventId } from '../../shared/care-records/care-records'
import { daysOf } from '../../shared/dates/add-months'
import { dayOf, stampOf } from '../../shared/dates/stamps'
import { instantOf } from '../ipc/clock'
import { insistOwner } from './row-owner'
import type { RowKind } from './rows'

const SentEvent = LifeEventFacts.omit({ cadreId: true })
/** What was done, without what it hangs on here: matters that were due, events, batches and attachments. */
const SentRecord = CareRecordFacts.omit({ cadreId: true, dueKey: true, eventId: true, attachments: true }).extend({
  withdrawnFor: z.string().max(400).nullable(),
})

export const lifeEventRows: RowKind = {
  name: 'lifeEvents',
  module: 'care',
  value: SentEvent,
  of: (db, keys) =>
    db
      .selectFrom('lifeEvents')
      .select(['id', 'cadreKey'])
      .where('cadreKey', 'in', [...keys])
      .execute(),

  async find(db, id) {
    const row = await db.selectFrom('lifeEvents').selectAll().where('id', '=', LifeEventId.parse(id)).executeTakeFirst()
    if (!row) return undefined
    const { cadreKey, kind, whom, onDate, untilDay, need } = row
    const value: z.infer<typeof SentEvent> = {
      kind,
      whom,
      on: onDate,
      until: untilDay === null ? null : dayOf(untilDay),
      need,
    }
    return { cadreKey, value }
  },

  async put(context, cadreKey, id, came) {
    const { db, caller } = context
    const eventId = LifeEventId.parse(id)
    const known = await db.selectFrom('lifeEvents').selectAll().where('id', '=', eventId).executeTakeFirst()
    if (known) await insistOwner(db, known.cadreKey, cadreKey)
    if (came === null) {
      await db.deleteFrom('lifeEvents').where('id', '=', eventId).execute()
      return
    }
    const { kind, whom, on, until, need } = SentEvent.parse(came)
    const { earliest, latest } = daysOf(on)
    const days = { onDate: on, first: stampOf(earliest), last: stampOf(latest) }
    const columns = { cadreKey, kind, whom, ...days, untilDay: until === null ? null : stampOf(until), need }
    if (known)
      await db
        .updateTable('lifeEvents')
        .set({ ...columns, revision: known.revision + 1 })
        .where('id', '=', eventId)
        .execute()
    else
      await db
        .insertInto('lifeEvents')
        .values({ id: eventId, ...columns, byId: caller.id, at: instantOf(context), revision: 1 })
        .execute()
  },

  words(came) {
    const { kind, whom, on, until, need } = SentEvent.parse(came)
    return {
      title: `生活事件：${kind}（${whom}）`,
      lines: [
        ['事件', kind],
        ['何人', whom],
        ['时间', on],
        ['到', until ?? ''],
        ['需要', need],
      ],
    }
  },
}

export const careRecordRows: RowKind = {
  name: 'careRecords',
  module: 'care',
  value: SentRecord,
  // Aid of a case of need is kept with its case, which stays where it is.
  of: (db, keys) =>
    db
      .selectFrom('careRecords')
      .select(['id', 'cadreKey'])
      .where('hardshipId', 'is', null)
      .where('cadreKey', 'in', [...keys])
      .execute(),

  async find(db, id) {
    const row = await db
      .selectFrom('careRecords')
      .selectAll()
      .where('id', '=', CareRecordId.parse(id))
      .executeTakeFirst()
    if (!row) return undefined
    const value: z.infer<typeof SentRecord> = {
      on: dayOf(row.onDay),
      occasion: row.occasion,
      form: row.form,
      dimension: row.dimension,
      measure: row.measure,
      visitors: row.visitors,
      what: row.what,
      moneyFen: row.moneyFen,
      goods: row.goods,
      standard: row.standard,
      source: row.source,
      voucher: row.voucher,
      approvedBy: row.approvedBy,
      promise: row.promise,
      nextStep: row.nextStep,
      nextOn: row.nextOn === null ? null : dayOf(row.nextOn),
      withdrawnFor: row.withdrawnFor,
    }
    return { cadreKey: row.cadreKey, value }
  },

  async put(context, cadreKey, id, came) {
    const { db, caller } = context
    const recordId = CareRecordId.parse(id)
    const known = await db.selectFrom('careRecords').selectAll().where('id', '=', recordId).executeTakeFirst()
    if (known) await insistOwner(db, known.cadreKey, cadreKey)
    if (came === null) {
      await db.deleteFrom('careRecords').where('id', '=', recordId).execute()
      return
    }
    const { on, nextOn, ...facts } = SentRecord.parse(came)
    const columns = { ...facts, cadreKey, onDay: stampOf(on), nextOn: nextOn === null ? null : stampOf(nextOn) }
    if (known)
      await db
        .updateTable('careRecords')
        .set({ ...columns, revision: known.revision + 1 })
        .where('id', '=', recordId)
        .execute()
    else
      await db
        .insertInto('careRecords')
        .values({
          id: recordId,
          ...columns,
          dueKey: null,
          eventId: null,
          attachments: '[]',
          batchId: null,
          hardshipId: null,
          byId: caller.id,
          at: instantOf(context),
          revision: 1,
        })
        .execute()
  },

  words(came) {
    const record = SentRecord.parse(came)
    return {
      title: `关爱记录：${record.on} ${record.form}`,
      lines: [
        ['日期', record.on],
        ['方式', record.form],
        ['走访人', record.visitors],
        ['内容', record.what],
        ['金额', record.moneyFen === 0 ? '' : `${record.moneyFen / 100} 元`],
        ['物品', record.goods],
        ['承诺', record.promise],
        ['下一步', record.nextStep],
        ['作废', record.withdrawnFor ?? ''],
      ],
    }
  },
}
