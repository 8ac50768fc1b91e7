import { type Hardship, type HardshipFacts, HardshipId } from '../../shared/hardships/hardships'
import { aidRecord, hardshipSettingsOn, mayPay, mayRecordCase, mayReview } from '../../shared/hardships/hardships.rules'
import { AppError, insist } from '../../shared/result'
import * as cadres from '../cadres/cadres.repo'
import * as records from '../care-records/care-records.repo'
import { dayNow, instantOf } from '../ipc/clock'
import type { CommandContext, CoreHandlers, QueryContext } from '../ipc/contexts'
import * as hardships from './hardships.repo'
import type { HardshipsTable } from './hardships.table'

const settingsNow = async (context: QueryContext) =>
  hardshipSettingsOn(await hardships.settings(context.db), dayNow(context))
const columnsOf = ({ proofs, ...facts }: HardshipFacts) => ({ ...facts, proofs: JSON.stringify(proofs) })

/** One change of one case; the revision must be the one that was read. */
async function move(
  context: CommandContext,
  { id, revision, reason }: { id: HardshipId; revision: number; reason?: string },
  change: (hardship: Hardship) => Promise<Partial<HardshipsTable>>,
): Promise<Hardship> {
  const { db, caller, record } = context
  record({ subject: `hardships:${id}`, ...(reason !== undefined && { reason }) })
  const { hardship } = await hardships.get(db, caller, id)
  if (hardship.revision !== revision) throw new AppError('conflict', '这一户刚被改过，请看过再改')
  await db
    .updateTable('hardships')
    .set({ ...(await change(hardship)), revision: revision + 1 })
    .where('id', '=', id)
    .execute()
  return (await hardships.get(db, caller, id)).hardship
}

export const hardshipsHandlers: CoreHandlers['hardships'] = {
  list: (context, page) => hardships.list(context.db, context.caller, { ...page, on: dayNow(context) }),
  get: async ({ db, caller }, { id }) => (await hardships.get(db, caller, id)).hardship,

  async reveal({ db, caller, record }, { id, reason }) {
    record({ subject: `hardships:${id}`, reason, details: '家庭和收支' })
    return (await hardships.get(db, caller, id)).household
  },

  async add(context, { cadreId, facts, household }) {
    const { db, caller, newId, record } = context
    const id = HardshipId.parse(newId())
    record({ subject: `hardships:${id}` })
    insist(mayRecordCase(facts, await settingsNow(context), dayNow(context)))
    const { trashedAt } = await cadres.get(db, caller.scope, cadreId)
    if (trashedAt !== null) throw new AppError('refused', '档案在回收站里，先恢复再登记')
    const { key } = await db.selectFrom('cadres').select('key').where('id', '=', cadreId).executeTakeFirstOrThrow()
    const open = await db
      .selectFrom('hardships')
      .select('id')
      .where('cadreKey', '=', key)
      .where('closedOn', 'is', null)
      .executeTakeFirst()
    if (open) throw new AppError('refused', '这个人已经登记在帮，请在那一份里写')
    await db
      .insertInto('hardships')
      .values({
        id,
        cadreKey: key,
        ...columnsOf(facts),
        ...household,
        closedOn: null,
        closedFor: '',
        byId: caller.id,
        at: instantOf(context),
        revision: 1,
      })
      .execute()
    return (await hardships.get(db, caller, id)).hardship
  },

  change: (context, { facts, household, ...one }) =>
    move(context, one, async hardship => {
      if (hardship.closedOn !== null) throw new AppError('refused', '这一户已经退出，先重开再更正')
      insist(mayRecordCase(facts, await settingsNow(context), dayNow(context)))
      return { ...columnsOf(facts), ...household }
    }),

  pay: (context, { aid: { on, ...aid }, ...one }) =>
    move(context, one, async hardship => {
      insist(mayPay({ ...aid, on }, hardship, dayNow(context)))
      const { db, caller, newId } = context
      const by = { id: caller.id, at: instantOf(context), batchId: null, hardshipId: one.id }
      await records.add(db, caller, newId(), aidRecord(hardship.cadreId, { ...aid, on }), by)
      return {}
    }),

  withdrawAid: (context, { aidId, ...one }) =>
    move(context, one, async hardship => {
      const aid = hardship.aids.find(({ id }) => id === aidId)
      if (!aid) throw new AppError('not-found', '没有这笔救助')
      if (aid.withdrawnFor !== '') throw new AppError('refused', '这笔救助已经撤销')
      const { db, caller } = context
      await records.withdraw(db, await records.get(db, caller, aidId), one.reason)
      return {}
    }),

  review: (context, { on, outcome, level, nextOn, ...one }) =>
    move(context, one, async hardship => {
      insist(mayReview(hardship, { on, outcome, level, nextOn }, await settingsNow(context), dayNow(context)))
      const { db, caller } = context
      const kept = outcome === '退出' ? hardship.level : level
      await db
        .insertInto('hardshipReviews')
        .values({
          hardshipId: one.id,
          onDay: on,
          outcome,
          level: kept,
          reason: one.reason,
          nextOn,
          byId: caller.id,
          at: instantOf(context),
        })
        .execute()
      return nextOn === null ? { closedOn: on, closedFor: one.reason } : { level: kept, nextReviewOn: nextOn }
    }),

  reopen: (context, { nextReviewOn, ...one }) =>
    move(context, one, async hardship => {
      if (hardship.closedOn === null) throw new AppError('refused', '这一户还在帮，不用重开')
      if (nextReviewOn < dayNow(context)) throw new AppError('refused', '下次复核的日期已经过了')
      return { closedOn: null, closedFor: '', nextReviewOn }
    }),

  settings: ({ db }) => hardships.settings(db),

  async setSettings(context, { settings, reason }) {
    const { db, caller, record } = context
    record({ subject: 'hardships:settings', reason, details: `等级 ${settings.levels.join('、')}` })
    if (new Set(settings.levels).size < settings.levels.length) throw new AppError('refused', '等级的名称重复了')
    await db
      .insertInto('hardshipSettings')
      .values({ ...settings, levels: JSON.stringify(settings.levels), byId: caller.id, at: instantOf(context) })
      .execute()
    return hardships.settings(db)
  },
}
