import { type BurdenFacts, BurdenId } from '../../shared/grassroots/burdens'
import { mayEnterBurden } from '../../shared/grassroots/burdens.rules'
import { AppError, insist } from '../../shared/result'
import { dayNow, instantOf } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import { listWithin } from '../units/units.repo'
import * as burdens from './burdens.repo'

type Acts = Pick<
  CoreHandlers['grassroots'],
  'burdenBoard' | 'burdens' | 'addBurdens' | 'changeBurden' | 'removeBurden' | 'setCap'
>

/** What happened, and units that one sees. */
async function insistBurdens(context: CommandContext, rows: readonly BurdenFacts[]): Promise<void> {
  const { db, caller } = context
  const seen = new Set<string>((await listWithin(db, caller.scope)).map(({ id }) => id))
  for (const { on, unitIds } of rows) {
    insist(mayEnterBurden({ on }, dayNow(context)))
    if (unitIds.some(id => !seen.has(id))) throw new AppError('not-found', '有的单位已经没有了，或不在您的查看范围内')
  }
}

/** One that may be changed as it was read: nobody changed it, and all its units are in sight. */
async function own(context: CommandContext, id: BurdenId, revision: number) {
  const before = await burdens.get(context.db, context.caller, id)
  if (before.revision !== revision) throw new AppError('conflict', '这一件刚被改过，请看过再改')
  if (before.unseen > 0)
    throw new AppError('refused', `这一件还发给了 ${before.unseen} 个不在您查看范围内的单位，不能改`)
  return before
}

export const burdenActs: Acts = {
  async burdenBoard({ db, caller }, { year }) {
    return { ...(await burdens.board(db, caller, year)), caps: await burdens.caps(db) }
  },

  burdens: ({ db, caller }, asked) => burdens.list(db, caller, asked),

  async addBurdens(context, { rows }) {
    const { db, caller, newId, record } = context
    record({ subject: 'grassroots', details: `${rows.length} 件` })
    await insistBurdens(context, rows)
    let added = 0
    for (const row of rows) {
      const { on, unitIds, ...facts } = row
      const present = await burdens.findSame(db, row)
      if (present) {
        // Entered for other units by whoever looks after those: one paper, now with these units too.
        if (unitIds.every(unitId => present.unitIds.includes(unitId))) continue
        await burdens.sendTo(db, present.id, [...present.unitIds, ...unitIds])
        await db
          .updateTable('burdens')
          .set({ revision: present.revision + 1 })
          .where('id', '=', present.id)
          .execute()
        added += 1
        continue
      }
      const id = BurdenId.parse(newId())
      await db
        .insertInto('burdens')
        .values({ id, ...facts, onDay: on, byId: caller.id, at: instantOf(context), revision: 1 })
        .execute()
      await burdens.sendTo(db, id, unitIds)
      added += 1
    }
    return { added, known: rows.length - added }
  },

  async changeBurden(context, { id, revision, facts, reason }) {
    const { db, caller, record } = context
    record({ subject: 'grassroots', reason })
    await own(context, id, revision)
    await insistBurdens(context, [facts])
    const { on, unitIds, ...rest } = facts
    await db
      .updateTable('burdens')
      .set({ ...rest, onDay: on, revision: revision + 1 })
      .where('id', '=', id)
      .execute()
    await burdens.sendTo(db, id, unitIds)
    return burdens.get(db, caller, id)
  },

  async removeBurden(context, { id, revision, reason }) {
    context.record({ subject: 'grassroots', reason })
    await own(context, id, revision)
    await context.db.deleteFrom('burdens').where('id', '=', id).execute()
    return {}
  },

  async setCap(context, { version, reason, ...cap }) {
    const { db, caller, record } = context
    record({ subject: 'grassroots', details: `${cap.kind} ${cap.fromYear} 年起`, reason })
    const present = (await burdens.caps(db)).find(each => each.kind === cap.kind && each.fromYear === cap.fromYear)
    if (version !== (present?.version ?? 0)) throw new AppError('conflict', '这个限额刚被改过，请重新打开再改')
    const next = { ...cap, version: version + 1 }
    await db
      .insertInto('burdenCaps')
      .values({ ...next, changedAt: instantOf(context), changedBy: caller.id, reason })
      .execute()
    return next
  },
}
