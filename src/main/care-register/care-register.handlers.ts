import { EntryId } from '../../shared/care-register/care-register'
import { addMonths } from '../../shared/dates/add-months'
import { stampOf } from '../../shared/dates/stamps'
import { AppError } from '../../shared/result'
import { keyOf } from '../cadres/cadres.repo'
import { dayNow } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import * as repo from './care-register.repo'
import { registerJobs } from './register.job'
import { unlistedElders } from './unlisted.repo'

/** Source: rule book 8B, care.elder (80+). */
const AGE = 80

/** One that nobody has changed since the caller read it. */
async function unchanged({ db, caller }: CommandContext, { id, revision }: { id: EntryId; revision: number }) {
  const entry = await repo.get(db, caller, id)
  if (entry.revision !== revision) throw new AppError('conflict', '这条刚被别人改过，请重新打开再改')
  return entry
}

export const careRegisterHandlers: CoreHandlers['careRegister'] = {
  list: ({ db, caller, now }, asked) => repo.list(db, caller, { ...asked, on: stampOf(dayNow({ now })) }),
  unlisted({ db, caller, now }, asked) {
    const bornBy = stampOf(addMonths(dayNow({ now }), -12 * AGE))
    return unlistedElders(db, caller, bornBy, asked)
  },

  async add({ db, caller, now, newId, record }, { cadreId, from, until, situations, ...facts }) {
    record({ subject: `cadres:${cadreId}` })
    if (until !== null && until < from) throw new AppError('refused', '结束日期早于开始日期')
    const cadreKey = await keyOf(db, caller, cadreId)
    const twice = await db
      .selectFrom('careEntries')
      .select('id')
      .where('cadreKey', '=', cadreKey)
      .where('kind', '=', facts.kind)
      .where('endedFor', 'is', null)
      .where(where => where.or([where('untilDay', 'is', null), where('untilDay', '>=', stampOf(dayNow({ now })))]))
      .executeTakeFirst()
    if (twice) throw new AppError('refused', `这个人已经在${facts.kind}名册里，请改那一条`)
    const id = EntryId.parse(newId())
    await db
      .insertInto('careEntries')
      .values({
        ...facts,
        id,
        cadreKey,
        fromDay: stampOf(from),
        untilDay: until === null ? null : stampOf(until),
        situations: JSON.stringify(situations),
        endedFor: null,
        byId: caller.id,
        at: new Date(now()).toISOString(),
        revision: 1,
      })
      .execute()
    return repo.get(db, caller, id)
  },
  async change(context, { id, revision, facts, reason }) {
    const { db, caller, record } = context
    const entry = await unchanged(context, { id, revision })
    record({ subject: `cadres:${entry.cadreId}`, reason })
    const { from, until, situations, contactPhone, ...rest } = facts
    if (until !== null && until < from) throw new AppError('refused', '结束日期早于开始日期')
    await db
      .updateTable('careEntries')
      .set({
        ...rest,
        ...(contactPhone === null ? {} : { contactPhone }),
        fromDay: stampOf(from),
        untilDay: until === null ? null : stampOf(until),
        situations: JSON.stringify(situations),
        revision: revision + 1,
      })
      .where('id', '=', id)
      .execute()
    return repo.get(db, caller, id)
  },
  async end(context, { id, revision, until, reason }) {
    const { db, caller, record } = context
    const entry = await unchanged(context, { id, revision })
    record({ subject: `cadres:${entry.cadreId}`, reason })
    if (entry.endedFor !== null) throw new AppError('refused', '这一条已经移出')
    if (until < entry.from) throw new AppError('refused', '移出日期早于列入日期')
    await db
      .updateTable('careEntries')
      .set({ untilDay: stampOf(until), endedFor: reason, revision: revision + 1 })
      .where('id', '=', id)
      .execute()
    return repo.get(db, caller, id)
  },
  async revealPhone({ db, caller, record }, { id, reason }) {
    const entry = await repo.get(db, caller, id)
    record({ subject: `cadres:${entry.cadreId}`, reason })
    return { phone: await repo.phoneOf(db, id) }
  },
  saveList: registerJobs.save,
  printList: registerJobs.print,
}
