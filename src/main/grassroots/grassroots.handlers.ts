import { mayKeepKinds, mayRecordFacility } from '../../shared/grassroots/facilities.rules'
import { AppError, insist } from '../../shared/result'
import { dayNow, instantOf } from '../ipc/clock'
import type { CoreHandlers } from '../ipc/contexts'
import { seenUnit } from '../posts/posts.repo'
import { boardUnits } from './board-units.repo'
import { burdenActs } from './burden-acts'
import * as facilities from './facilities.repo'
import * as pay from './pay.repo'
import { readSheet } from './read-sheet.job'
import { printGrassroots, saveGrassroots } from './tables.job'

export const grassrootsHandlers: CoreHandlers['grassroots'] = {
  units: ({ db, caller }) => boardUnits(db, caller.scope),

  async facilities({ db, caller }) {
    return { ...(await facilities.kinds(db)), rows: await facilities.current(db, caller) }
  },

  facilityHistory: ({ db, caller }, { unitId, kind }) => facilities.history(db, caller, unitId, kind),

  async setFacility(context, { revision, ...facts }) {
    const { db, caller, record } = context
    record({ subject: `units:${facts.unitId}` })
    await seenUnit(db, caller.scope, facts.unitId)
    insist(mayRecordFacility(facts, dayNow(context)))
    const { kinds } = await facilities.kinds(db)
    if (!kinds.some(({ key, on }) => key === facts.kind && on))
      throw new AppError('refused', '没有这种设施，或者已经停用')
    const [present] = await facilities.history(db, caller, facts.unitId, facts.kind)
    if (revision !== (present?.revision ?? 0)) throw new AppError('conflict', '这一项刚被改过，请看过再改')
    await facilities.put(db, facts, revision + 1, { id: caller.id, at: instantOf(context) })
    const [kept] = await facilities.history(db, caller, facts.unitId, facts.kind)
    if (!kept) throw new AppError('internal', '没有写入')
    return kept
  },

  async setFacilityKinds(context, { kinds, version, reason }) {
    const { db, caller, record } = context
    record({ subject: 'grassroots', reason })
    const present = await facilities.kinds(db)
    if (version !== present.version) throw new AppError('conflict', '设施种类刚被改过，请重新打开再改')
    insist(mayKeepKinds(kinds, present.kinds))
    await db
      .insertInto('facilityKinds')
      .values({
        version: version + 1,
        body: JSON.stringify(kinds),
        changedAt: instantOf(context),
        changedBy: caller.id,
        reason,
      })
      .execute()
    return {}
  },

  ...burdenActs,

  pay: ({ db, caller }) => pay.list(db, caller),

  async putPay(context, { rows, reason }) {
    const { db, caller, newId, record } = context
    record({ subject: 'grassroots', details: `${rows.length} 个数`, ...(reason !== '' && { reason }) })
    const units = new Map((await boardUnits(db, caller.scope)).map(unit => [unit.id, unit]))
    const known = new Map(
      (await pay.list(db, caller)).map(figure => [`${figure.year} ${pay.subjectOf(figure)} ${figure.level}`, figure]),
    )
    let changed = 0
    for (const { revision, ...facts } of rows) {
      if (facts.unitId === null && caller.scope !== null)
        throw new AppError('refused', '全部街镇或者全部机关的数，由能看全部单位的人登记')
      if (facts.unitId !== null && units.get(facts.unitId)?.side !== facts.side)
        throw new AppError('refused', '有的单位性质不是镇街也不是机关，或不在您的查看范围内')
      const subject = pay.subjectOf(facts)
      const place = `${facts.year} ${subject} ${facts.level}`
      const present = known.get(place)
      if (revision !== (present?.revision ?? 0)) throw new AppError('conflict', '有的数刚被改过，请重新打开再登记')
      if (present && reason === '') throw new AppError('refused', '改已有的数要写明理由')
      const values = { ...facts, subject, byId: caller.id, at: instantOf(context), revision: revision + 1 }
      if (present) await db.updateTable('payFigures').set(values).where('id', '=', present.id).execute()
      else
        await db
          .insertInto('payFigures')
          .values({ id: newId(), ...values })
          .execute()
      known.set(place, { ...facts, id: present?.id ?? '', revision: revision + 1 })
      if (present) changed += 1
    }
    return { added: rows.length - changed, changed }
  },

  async removePay(context, { id, revision, reason }) {
    const { db, caller, record } = context
    record({ subject: 'grassroots', reason })
    const before = await pay.get(db, caller, id)
    if (before.revision !== revision) throw new AppError('conflict', '这个数刚被改过，请看过再去掉')
    if (before.unitId === null && caller.scope !== null)
      throw new AppError('refused', '全部街镇或者全部机关的数，由能看全部单位的人去掉')
    await db.deleteFrom('payFigures').where('id', '=', id).execute()
    return {}
  },

  vacancies: ({ db, caller }) => pay.vacancies(db, caller),

  readSheet,
  saveTable: saveGrassroots,
  printTable: printGrassroots,
}
