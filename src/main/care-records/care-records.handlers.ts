import { AttachmentId } from '../../shared/attachments/attachments'
import type { CareRecord, CareRecordFacts } from '../../shared/care-records/care-records'
import { mayNote, mayRecord } from '../../shared/care-records/care-records.rules'
import { AppError, insist } from '../../shared/result'
import { dayNow } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import * as repo from './care-records.repo'
import { recordJobs } from './records.job'

const byOf = ({ caller, now }: CommandContext) => ({ id: caller.id, at: new Date(now()).toISOString() })
const conflict = (): never => {
  throw new AppError('conflict', '这条刚被别人改过，请重新打开再改')
}

/** Aid is kept with its case of need, and nowhere else. */
function insistOwnPlace({ hardshipId }: Pick<CareRecord, 'hardshipId'>): void {
  if (hardshipId !== null) throw new AppError('refused', '这是困难帮扶登记的救助，请在那一户里撤销或者重新登记')
}

/** Photographs, receipts and the event are the person's own. */
async function insistOwn(
  { db, caller }: CommandContext,
  { cadreId, attachments, eventId }: CareRecordFacts,
): Promise<void> {
  if (eventId !== null && (await repo.getEvent(db, caller, eventId)).cadreId !== cadreId)
    throw new AppError('refused', '这条生活事件不是这个人的')
  if (attachments.length === 0) return
  const own = await db
    .selectFrom('attachments')
    .select('id')
    .where('cadreId', '=', cadreId)
    .where(
      'id',
      'in',
      attachments.map(id => AttachmentId.parse(id)),
    )
    .execute()
  if (own.length < new Set(attachments).size) throw new AppError('refused', '有一份照片或凭证不是这个人的附件')
}

export const careRecordsHandlers: CoreHandlers['careRecords'] = {
  events: ({ db, caller }, { cadreId }) => repo.eventsOf(db, caller, cadreId),
  async addEvent(context, facts) {
    context.record({ subject: `cadres:${facts.cadreId}` })
    insist(mayNote(facts, dayNow(context)))
    return repo.addEvent(context.db, context.caller, context.newId(), facts, byOf(context))
  },
  async changeEvent(context, { id, revision, facts, reason }) {
    const event = await repo.getEvent(context.db, context.caller, id)
    context.record({ subject: `cadres:${event.cadreId}`, reason })
    if (event.revision !== revision) conflict()
    if (facts.cadreId !== event.cadreId) throw new AppError('refused', '不能把事件改到别人名下，请去掉以后重新登记')
    insist(mayNote(facts, dayNow(context)))
    return repo.updateEvent(context.db, event, facts)
  },
  async removeEvent(context, { id, revision, reason }) {
    const event = await repo.getEvent(context.db, context.caller, id)
    context.record({ subject: `cadres:${event.cadreId}`, reason })
    if (event.revision !== revision) conflict()
    await repo.removeEvent(context.db, id)
    return {}
  },

  list: ({ db, caller }, asked) => repo.list(db, caller, asked),
  async add(context, facts) {
    context.record({ subject: `cadres:${facts.cadreId}` })
    insist(mayRecord(facts, dayNow(context)))
    await insistOwn(context, facts)
    return repo.add(context.db, context.caller, context.newId(), facts, { ...byOf(context), batchId: null })
  },
  async change(context, { id, revision, facts, reason }) {
    const record = await repo.get(context.db, context.caller, id)
    context.record({ subject: `cadres:${record.cadreId}`, reason })
    if (record.revision !== revision) conflict()
    insistOwnPlace(record)
    if (record.withdrawnFor !== null) throw new AppError('refused', '已撤回的记录不能再改')
    if (facts.cadreId !== record.cadreId) throw new AppError('refused', '不能把记录改到别人名下，请撤回以后重新记录')
    insist(mayRecord(facts, dayNow(context)))
    await insistOwn(context, facts)
    return repo.update(context.db, record, facts)
  },
  async withdraw(context, { id, revision, reason }) {
    const record = await repo.get(context.db, context.caller, id)
    context.record({ subject: `cadres:${record.cadreId}`, reason })
    if (record.revision !== revision) conflict()
    insistOwnPlace(record)
    if (record.withdrawnFor !== null) throw new AppError('refused', '这条记录已经撤回')
    return repo.withdraw(context.db, record, reason)
  },
  saveList: recordJobs.save,
  printList: recordJobs.print,
}
