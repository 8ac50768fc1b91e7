import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { basisStatuses } from '../basis/basis'
import { CadreId, PunishmentRow } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { command, query } from '../ipc/define'
import { actions } from '../restrictions/restrictions.rules'
import { text } from '../text'
import { Correction, Measure, MeasureFacts, MeasureId, MeasureKind, MeasureTalk, Verdict } from './measures'

const span = z.object({ earliest: Day, latest: Day })
const Restriction = z.object({
  action: z.enum(actions),
  state: z.enum(['open', 'unclear', 'none']),
  until: span.nullable(),
  by: z
    .array(
      z.object({
        measure: PunishmentRow.pick({ kind: true, name: true, on: true }),
        until: span,
        basis: z.object({ source: z.string(), status: z.enum(basisStatuses) }),
      }),
    )
    .readonly(),
})
const read = { needs: 'measures.read' } as const
const edit = { needs: 'measures.edit' } as const
const one = { id: MeasureId, revision: z.int().min(1) }
const note = text(1000)

export const measuresContract = {
  /** Those of people within the scope, the newest first. */
  list: query(
    z.object({
      kinds: z.array(MeasureKind).max(3),
      cadreId: CadreId.nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.object({ rows: z.array(Measure), total: z.int() }),
    { title: '查看提醒函询诫勉', ...read },
  ),
  /** One with the talks that were planned from it. */
  get: query(z.object({ id: MeasureId }), z.object({ measure: Measure, talks: z.array(MeasureTalk) }), {
    title: '查看提醒函询诫勉',
    ...read,
  }),
  /** A 诫勉 enters the person's file as a punishment row, from which its restriction is reckoned. */
  add: command(MeasureFacts, Measure, { title: '登记提醒函询诫勉', ...edit }),
  change: command(
    z.object({ ...one, facts: MeasureFacts.omit({ kind: true, cadreId: true }), reason: Reason }),
    Measure,
    { title: '更正提醒函询诫勉', ...edit },
  ),
  /** 抄送. */
  copy: command(z.object({ ...one, to: text(60).min(1), on: Day }), Measure, {
    title: '登记诫勉抄送',
    ...edit,
  }),
  reply: command(z.object({ ...one, on: Day, text: text(4000).min(1) }), Measure, {
    title: '登记函询答复',
    ...edit,
  }),
  judge: command(z.object({ ...one, verdict: Verdict, note }), Measure, { title: '登记函询处理意见', ...edit }),
  follow: command(z.object({ ...one, on: Day, correction: Correction, note }), Measure, {
    title: '登记诫勉改正情况',
    ...edit,
  }),
  /** Whether measures in the file bear on an action on a day, and which. */
  restriction: query(z.object({ cadreId: CadreId, on: Day, action: z.enum(actions) }), Restriction, {
    title: '查看影响期限制',
    needs: 'cadres.read',
  }),
  revoke: command(z.object({ ...one, on: Day, reason: Reason }), Measure, { title: '撤销提醒函询诫勉', ...edit }),
}
