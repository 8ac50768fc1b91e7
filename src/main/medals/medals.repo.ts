import { dayOf, stampOf } from '../../shared/dates/stamps'
import type { Award, AwardId, Lot, MedalDecision, MemberFacts, MemberId, SettledStep } from '../../shared/medals/medals'
import { AppError } from '../../shared/result'
import { seenUnits } from '../cadres/cadres.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'
import { keyOfCadre } from './candidates.repo'
import type { MedalsTables } from './medals.table'

type Seer = Pick<Caller, 'scope'>
interface Whose {
  readonly cadreKey: number | null
  readonly memberId: MemberId | null
}
const keyOfWhose = ({ cadreKey, memberId }: Whose): string =>
  cadreKey === null ? `member:${memberId}` : keyOfCadre(cadreKey)

export interface Decided {
  readonly id: string
  readonly certificateNo: string
  readonly key: string
  readonly year: number
  readonly decision: MedalDecision
  readonly reason: string
  readonly byName: string
  readonly at: string
}
/** The last decision of each person and year; what was taken back is not among them. */
export async function decisionsInForce(db: Reads): Promise<Decided[]> {
  const rows = await db
    .selectFrom('medalDecisions')
    .innerJoin('accounts', 'accounts.id', 'medalDecisions.byId')
    .select([
      'medalDecisions.id',
      'cadreKey',
      'memberId',
      'year',
      'decision',
      'reason',
      'certificateNo',
      'at',
      'accounts.name as byName',
    ])
    .orderBy('seq')
    .execute()
  const last = new Map<string, Decided | undefined>()
  for (const { cadreKey, memberId, decision, ...row } of rows) {
    const key = keyOfWhose({ cadreKey, memberId })
    last.set(`${key} ${row.year}`, decision === null ? undefined : { ...row, key, decision })
  }
  return [...last.values()].filter(each => each !== undefined)
}

/** The number of the certificate that a decision brings with it; the register gets it when the medal is handed over. */
export async function setCertificateNo(db: Writes, id: string, words: string): Promise<void> {
  await db.updateTable('medalDecisions').set({ certificateNo: words }).where('id', '=', id).execute()
}

export interface KeyedAward extends Award {
  readonly key: string
  readonly honourId: MedalsTables['medalAwards']['honourId']
}
const awards = (db: Reads) =>
  db
    .selectFrom('medalAwards')
    .innerJoin('honours', 'honours.id', 'medalAwards.honourId')
    .leftJoin('cadres', 'cadres.key', 'medalAwards.cadreKey')
    .leftJoin('units as cadreUnits', 'cadreUnits.id', 'cadres.unitId')
    .leftJoin('medalMembers', 'medalMembers.id', 'medalAwards.memberId')
    .leftJoin('units as memberUnits', 'memberUnits.id', 'medalMembers.unitId')
    .selectAll('medalAwards')
    .select([
      'cadres.id as cadreId',
      'cadres.name as cadreName',
      'cadres.unitId as cadreUnit',
      'cadreUnits.name as cadreUnitName',
      'medalMembers.name as memberName',
      'medalMembers.unitId as memberUnit',
      'memberUnits.name as memberUnitName',
      'honours.revokedOn',
      'honours.removedFor',
    ])
    .orderBy('medalAwards.handedOn')
    .orderBy('medalAwards.id')

/** Every medal that was handed, in order; with a scope those of people within it. */
export async function allAwards(db: Reads, { scope }: Seer): Promise<KeyedAward[]> {
  const seen = await seenUnits(db, scope)
  const units = seen === null ? null : new Set(seen)
  const rows = await awards(db).execute()
  return rows.flatMap(row => {
    const unit = row.cadreKey === null ? row.memberUnit : row.cadreUnit
    if (units !== null && (unit === null || !units.has(unit))) return []
    const ref = row.cadreId
      ? { of: 'cadre' as const, id: row.cadreId }
      : row.memberId && { of: 'member' as const, id: row.memberId }
    if (!ref) return []
    return [
      {
        id: row.id,
        key: keyOfWhose(row),
        ref,
        year: row.year,
        name: row.cadreName ?? row.memberName ?? '',
        unitName: row.cadreUnitName ?? row.memberUnitName ?? '',
        medalNo: row.medalNo,
        on: dayOf(row.handedOn),
        by: row.handedBy,
        to: row.handedTo,
        receiver: row.receiver,
        honourId: row.honourId,
        back:
          row.backOn === null || row.backHow === null
            ? null
            : { on: dayOf(row.backOn), how: row.backHow, reason: row.backFor },
        unsettled: row.backOn === null && (row.revokedOn !== null || row.removedFor !== null),
        revision: row.revision,
      },
    ]
  })
}
export async function awardOf(db: Reads, caller: Seer, id: AwardId): Promise<KeyedAward> {
  const found = (await allAwards(db, caller)).find(award => award.id === id)
  if (!found) throw new AppError('not-found', '没有这枚纪念章，或不在您的查看范围内')
  return found
}

/** In the order of their days, then as entered. */
export async function allLots(db: Reads): Promise<Lot[]> {
  const rows = await db
    .selectFrom('medalLots')
    .innerJoin('accounts', 'accounts.id', 'medalLots.byId')
    .selectAll('medalLots')
    .select('accounts.name as byName')
    .orderBy('onDay')
    .orderBy('at')
    .execute()
  return rows.map(({ onDay, byId: _by, ...row }) => ({ ...row, on: dayOf(onDay) }))
}

/** What is done of a year. */
export async function settledSteps(db: Reads, year: number): Promise<SettledStep[]> {
  const rows = await db
    .selectFrom('medalSteps')
    .innerJoin('accounts', 'accounts.id', 'medalSteps.byId')
    .select(['step', 'done', 'onDay', 'note', 'accounts.name as byName'])
    .where('year', '=', year)
    .orderBy('seq')
    .execute()
  const last = new Map(rows.map(row => [row.step, row]))
  return [...last.values()].flatMap(({ done, onDay, ...row }) => (done === 1 ? [{ ...row, on: dayOf(onDay) }] : []))
}

/** @throws AppError not-found also for one outside of the scope, or taken out */
export async function memberOf(db: Reads, caller: Seer, id: MemberId) {
  const units = await seenUnits(db, caller.scope)
  let found = db.selectFrom('medalMembers').selectAll().where('id', '=', id).where('removedFor', 'is', null)
  if (units !== null) found = found.where('unitId', 'in', units.length > 0 ? units : [''])
  const row = await found.executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这位老党员，或不在您的查看范围内')
  return row
}
/** Whether old members are kept under a unit, which then cannot be deleted; also those that were taken out still name it. */
export const hasMembers = async (db: Reads, unitId: string): Promise<boolean> =>
  (await db.selectFrom('medalMembers').select('id').where('unitId', '=', unitId).executeTakeFirst()) !== undefined
export const insertMember = (
  db: Writes,
  id: MemberId,
  facts: MemberFacts,
  by: Pick<MedalsTables['medalMembers'], 'byId' | 'at'>,
) =>
  db
    .insertInto('medalMembers')
    .values({ id, ...facts, removedFor: null, ...by, revision: 1 })
    .execute()

/** A medal that is handed, as its row. */
export const awardRow = (
  whose: Whose,
  { on, by, to, ...handing }: Pick<Award, 'medalNo' | 'on' | 'by' | 'to' | 'receiver'>,
) => ({
  ...whose,
  ...handing,
  handedOn: stampOf(on),
  handedBy: by,
  handedTo: to,
  backOn: null,
  backHow: null,
  backFor: '',
  revision: 1,
})
