import type { Cadre, PunishmentRow } from '../../shared/cadres/cadres'
import { type Measure, type MeasureFacts, MeasureId } from '../../shared/measures/measures'
import { mayDecide, mayHappenOn, punishmentOf } from '../../shared/measures/measures.rules'
import { AppError, insist } from '../../shared/result'
import * as cadres from '../cadres/cadres.repo'
import { keep } from '../cadres/history'
import { dayNow } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import * as measures from './measures.repo'
import type { MeasuresTable } from './measures.table'
import { restrictionOf } from './restrictions'

/** The most punishments that a file holds. */
const MOST_ROWS = 60

const isSame = (a: PunishmentRow, b: PunishmentRow): boolean =>
  a.kind === b.kind && a.on === b.on && a.documentNumber === b.documentNumber

/**
 * Writes a 诫勉 into the person's file as a step of its history. Restrictions, facts and the timeline are reckoned from the
 * file alone.
 * @param before the row that it had; null for a new one
 */
async function intoFile(
  context: CommandContext,
  cadreId: Cadre['id'],
  before: PunishmentRow | null,
  after: PunishmentRow,
  reason: string,
): Promise<void> {
  const { db, caller } = context
  const { cadre, revision, trashedAt } = await cadres.get(db, caller.scope, cadreId)
  if (trashedAt !== null) throw new AppError('refused', '档案在回收站里，先恢复再登记')
  const place = cadre.punishments.findIndex(row => isSame(row, before ?? after))
  if (place < 0 && cadre.punishments.length >= MOST_ROWS)
    throw new AppError('refused', `一份档案最多 ${MOST_ROWS} 条处分处理`)
  const punishments = place < 0 ? [...cadre.punishments, after] : cadre.punishments.with(place, after)
  await keep(context, cadre, { ...cadre, punishments }, revision + 1, { kind: 'change', reason })
}

/** One change of one measure; the revision must be the one that was read. */
async function move(
  context: CommandContext,
  { id, revision }: { id: MeasureId; revision: number },
  change: (measure: Measure) => Partial<MeasuresTable>,
  reason = '',
): Promise<Measure> {
  const { db, caller, record } = context
  record({ subject: `measures:${id}`, ...(reason !== '' && { reason }) })
  const before = await measures.get(db, caller, id)
  if (before.revision !== revision) throw new AppError('conflict', '这件事刚被改过，请看过再改')
  await db
    .updateTable('measures')
    .set({ ...change(before), revision: revision + 1 })
    .where('id', '=', id)
    .execute()
  const after = await measures.get(db, caller, id)
  if (after.kind === '诫勉' && JSON.stringify(punishmentOf(before)) !== JSON.stringify(punishmentOf(after)))
    await intoFile(context, after.cadreId, punishmentOf(before), punishmentOf(after), reason)
  return after
}

const ofKind = (measure: Measure, kind: Measure['kind']): void => {
  if (measure.kind !== kind) throw new AppError('refused', `这件是${measure.kind}，不是${kind}`)
}

const columnsOf = ({ on, ...facts }: Omit<MeasureFacts, 'kind' | 'cadreId'>) => ({ ...facts, onDay: on })

export const measuresHandlers: CoreHandlers['measures'] = {
  list: ({ db, caller }, asked) => measures.list(db, caller, asked),

  async get({ db, caller }, { id }) {
    return { measure: await measures.get(db, caller, id), talks: await measures.talksOf(db, caller, id) }
  },

  async add(context, { kind, cadreId, ...facts }) {
    const { db, caller, now, newId, record } = context
    const id = MeasureId.parse(newId())
    record({ subject: `measures:${id}`, details: kind })
    insist(mayDecide({ kind, cadreId, ...facts }, dayNow(context)))
    const { trashedAt } = await cadres.get(db, caller.scope, cadreId)
    if (trashedAt !== null) throw new AppError('refused', '档案在回收站里，先恢复再登记')
    const { key } = await db.selectFrom('cadres').select('key').where('id', '=', cadreId).executeTakeFirstOrThrow()
    await db
      .insertInto('measures')
      .values({
        id,
        cadreKey: key,
        kind,
        ...columnsOf(facts),
        copiedTo: '',
        copiedOn: null,
        repliedOn: null,
        reply: '',
        verdict: null,
        verdictNote: '',
        followedOn: null,
        correction: null,
        correctionNote: '',
        revokedOn: null,
        revokedFor: '',
        byId: caller.id,
        at: new Date(now()).toISOString(),
        revision: 1,
      })
      .execute()
    const made = await measures.get(db, caller, id)
    if (kind === '诫勉') await intoFile(context, cadreId, null, punishmentOf(made), '')
    record({ subject: `measures:${id}` })
    return made
  },

  change: (context, { facts, reason, ...one }) =>
    move(
      context,
      one,
      ({ kind, cadreId, revokedOn }) => {
        if (revokedOn !== null) throw new AppError('refused', '已经撤销，不能再改')
        insist(mayDecide({ ...facts, kind, cadreId }, dayNow(context)))
        return columnsOf(facts)
      },
      reason,
    ),

  copy: (context, { to, on, ...one }) =>
    move(context, one, measure => {
      insist(mayHappenOn(measure, on, dayNow(context)))
      return { copiedTo: to, copiedOn: on }
    }),

  reply: (context, { on, text, ...one }) =>
    move(context, one, measure => {
      ofKind(measure, '函询')
      insist(mayHappenOn(measure, on, dayNow(context)))
      return { repliedOn: on, reply: text }
    }),

  judge: (context, { verdict, note, ...one }) =>
    move(context, one, measure => {
      ofKind(measure, '函询')
      if (measure.repliedOn === null) throw new AppError('refused', '还没有登记答复')
      return { verdict, verdictNote: note }
    }),

  follow: (context, { on, correction, note, ...one }) =>
    move(context, one, measure => {
      ofKind(measure, '诫勉')
      insist(mayHappenOn(measure, on, dayNow(context)))
      return { followedOn: on, correction, correctionNote: note }
    }),

  restriction: (context, { cadreId, on, action }) => restrictionOf(context, cadreId, on, action),

  revoke: (context, { on, reason, ...one }) =>
    move(
      context,
      one,
      measure => {
        insist(mayHappenOn(measure, on, dayNow(context)))
        return { revokedOn: on, revokedFor: reason }
      },
      reason,
    ),
}
