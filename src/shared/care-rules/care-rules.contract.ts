import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { basisStatuses } from '../basis/basis'
import { CadreId } from '../cadres/cadres'
import { CareReport } from '../care-escalations/care-escalations'
import { CareDimension } from '../care-measures/measures.data'
import { LifeEventId } from '../care-records/care-records'
import { Occasion } from '../care-records/occasions'
import { Day } from '../dates/add-months'
import { command, query } from '../ipc/define'
import { listJobs } from '../papers/papers.contract'
import { CareRule, CareState } from './care-rules'

const VersionedRule = CareRule.extend({ version: z.int().min(0) })
const DueKey = z.string().max(160)
const read = { needs: 'care.read' } as const
const edit = { needs: 'care.edit' } as const
const configure = { needs: 'care.configure' } as const

/** One matter as lists show it. */
export const CareDueRow = z.object({
  key: DueKey,
  ruleId: z.string(),
  title: z.string(),
  occasion: Occasion,
  dimension: CareDimension,
  owner: z.string(),
  cadreId: CadreId,
  name: z.string(),
  post: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string(),
  dueOn: Day,
  actOn: Day,
  state: CareState,
  escalated: z.boolean(),
  why: z.string(),
  basis: z.object({ source: z.string(), status: z.enum(basisStatuses) }),
  eventId: LifeEventId.nullable(),
  /** The case of need where it is settled. */
  hardshipId: z.string().nullable(),
  unknownYear: z.int().nullable(),
  /** Who is paired with the person in the register; empty where nobody is. */
  visitor: z.string(),
  waivedFor: z.string().nullable(),
  /** To whom it was reported as late, and what came back. */
  report: CareReport.nullable(),
})
export type CareDueRow = z.infer<typeof CareDueRow>

/**
 * Which matters are asked for. With `until`, also those that fall due up to that day and are not announced yet; with `from`,
 * nothing that was due before that day.
 */
export const CareDueFilter = z.object({
  states: z.array(CareState).max(5),
  unitId: z.uuid().nullable(),
  cadreId: CadreId.nullable(),
  ruleId: CareRule.shape.id.nullable(),
  dimension: CareDimension.nullable(),
  from: Day.nullable(),
  until: Day.nullable(),
})
export type CareDueFilter = z.infer<typeof CareDueFilter>

export const CareWeek = z.object({ from: Day, unitId: z.uuid().nullable() })
export type CareWeek = z.infer<typeof CareWeek>
const weekJobs = listJobs(CareWeek, '一周关爱清单')
const dueJobs = listJobs(CareDueFilter, '关爱应办清单')

export const careRulesContract = {
  list: query(z.object({}), z.array(VersionedRule), { title: '查看关爱规则', ...read }),
  versions: query(
    z.object({ id: CareRule.shape.id }),
    z.array(z.object({ rule: VersionedRule, changedAt: z.string(), byName: z.string(), reason: z.string() })),
    { title: '查看关爱规则的历次修改', ...configure },
  ),
  change: command(z.object({ rule: CareRule, version: z.int().min(0), reason: Reason }), VersionedRule, {
    title: '修改关爱规则',
    ...configure,
  }),
  /** Since when what falls due is asked for. */
  start: query(z.object({}), z.object({ since: Day, reason: z.string() }), { title: '查看关爱启用日', ...read }),
  setStart: command(z.object({ since: Day, reason: Reason }), z.object({}), { title: '设定关爱启用日', ...configure }),
  /** Who needs care, the most urgent first. */
  due: query(
    CareDueFilter.extend({ offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.object({
      rows: z.array(CareDueRow),
      total: z.int(),
      counts: z.record(CareState, z.int()),
      /** Those late, due today, and due within the six days after. */
      near: z.object({ late: z.int(), today: z.int(), week: z.int() }),
      /** Years whose holidays are not known. */
      unknownYears: z.array(z.int()),
    }),
    { title: '查看关爱应办', ...read },
  ),
  /** How many matters fall due on each day of a month, by state. */
  month: query(
    z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), unitId: z.uuid().nullable() }),
    z.array(z.object({ on: Day, open: z.int(), late: z.int(), done: z.int(), titles: z.array(z.string()).max(4) })),
    { title: '查看关爱日历', ...read },
  ),
  saveWeek: weekJobs.save,
  printWeek: weekJobs.print,
  saveDue: dueJobs.save,
  printDue: dueJobs.print,
  waive: command(
    z.object({
      keys: z
        .array(z.object({ key: DueKey, cadreId: CadreId }))
        .min(1)
        .max(500),
      reason: Reason,
    }),
    z.object({}),
    {
      title: '免办关爱事项',
      ...edit,
    },
  ),
  unwaive: command(z.object({ key: DueKey, cadreId: CadreId, reason: Reason }), z.object({}), {
    title: '撤销免办',
    ...edit,
  }),
}
