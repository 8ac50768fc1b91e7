import { sql } from 'kysely'
import type { PartialDate } from '../../shared/dates/partial-date'
import { dayOf, stampOf } from '../../shared/dates/stamps'
import { type Namesake, VisitId } from '../../shared/medals/medals'
import { mayBeSame } from '../../shared/medals/namesakes.rules'
import { AppError } from '../../shared/result'
import { seenUnits } from '../cadres/cadres.repo'
import { dayNow, instantOf } from '../ipc/clock'
import type { CoreHandlers } from '../ipc/contexts'
import * as medals from './medals.repo'

type Acts = Pick<CoreHandlers['medals'], 'visits' | 'addVisits' | 'strikeVisit' | 'namesakes'>

export const visitActs: Acts = {
  async namesakes({ db, caller }, { people }) {
    const units = await seenUnits(db, caller.scope)
    const names = sql<string>`(SELECT value FROM json_each(${JSON.stringify([...new Set(people.map(({ name }) => name))])}))`
    let files = db
      .selectFrom('cadres')
      .leftJoin('units', 'units.id', 'cadres.unitId')
      .select(['cadres.name', 'cadres.birth', 'units.name as unitName'])
      .where('cadres.trashedAt', 'is', null)
      .where('cadres.name', 'in', names)
    let members = db
      .selectFrom('medalMembers')
      .leftJoin('units', 'units.id', 'medalMembers.unitId')
      .select(['medalMembers.name', 'medalMembers.birth', 'units.name as unitName'])
      .where('removedFor', 'is', null)
      .where('medalMembers.name', 'in', names)
    if (units !== null) {
      const seen = units.length > 0 ? units : ['']
      files = files.where('cadres.unitId', 'in', seen)
      members = members.where('medalMembers.unitId', 'in', seen)
    }
    const known = [
      ...(await files.execute()).map(row => ({ of: 'cadre' as const, ...row, birth: row.birth as PartialDate | null })),
      ...(await members.execute()).map(row => ({ of: 'member' as const, ...row })),
    ]
    return people.flatMap((person, place) =>
      known
        .filter(each => mayBeSame(person, each))
        .map(({ unitName, ...each }): Namesake => ({ place, ...each, unitName: unitName ?? '' })),
    )
  },

  async visits({ db, caller }, { id }) {
    await medals.memberOf(db, caller, id)
    const rows = await db
      .selectFrom('medalVisits')
      .innerJoin('accounts', 'accounts.id', 'medalVisits.byId')
      .select(['medalVisits.id', 'onDay', 'visitors', 'moneyFen', 'goods', 'note', 'struckFor'])
      .select('accounts.name as byName')
      .where('memberId', '=', id)
      .orderBy('onDay', 'desc')
      .orderBy('at', 'desc')
      .execute()
    return rows.map(({ onDay, ...row }) => ({ ...row, on: dayOf(onDay) }))
  },

  async addVisits(context, { people, facts: { on, ...facts } }) {
    const { db, caller, newId, record } = context
    record({ subject: 'medals', details: `走访 ${people.length} 人` })
    if (on > dayNow(context)) throw new AppError('refused', '走访日期还没有到')
    if (new Set(people).size < people.length) throw new AppError('refused', '有人选了两次')
    for (const memberId of people) {
      await medals.memberOf(db, caller, memberId)
      await db
        .insertInto('medalVisits')
        .values({
          id: VisitId.parse(newId()),
          memberId,
          onDay: stampOf(on),
          ...facts,
          struckFor: '',
          byId: caller.id,
          at: instantOf(context),
        })
        .execute()
    }
    return { visited: people.length }
  },

  async strikeVisit({ db, caller, record }, { id, reason }) {
    record({ subject: 'medals', reason })
    const row = await db
      .selectFrom('medalVisits')
      .select(['memberId', 'struckFor'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw new AppError('not-found', '没有这次走访')
    await medals.memberOf(db, caller, row.memberId)
    if (row.struckFor !== '') throw new AppError('conflict', '这次走访已经划去')
    await db.updateTable('medalVisits').set({ struckFor: reason }).where('id', '=', id).execute()
    return {}
  },
}
