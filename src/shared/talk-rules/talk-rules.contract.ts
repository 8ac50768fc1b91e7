import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { basisStatuses } from '../basis/basis'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { command, query } from '../ipc/define'
import { DueState, OccasionKind, TalkRule } from './talk-rules'

const VersionedRule = TalkRule.extend({ version: z.int().min(0) })
const DueKey = z.string().max(120)

/** One talk that a rule asks for, as the list shows it. */
export const DueRow = z.object({
  key: DueKey,
  ruleId: z.string(),
  ruleTitle: z.string(),
  talker: z.string(),
  kind: z.string(),
  cadreId: CadreId,
  name: z.string(),
  post: z.string(),
  unitId: z.string().nullable(),
  dueOn: Day,
  state: DueState,
  escalated: z.boolean(),
  why: z.string(),
  basis: z.object({ source: z.string(), status: z.enum(basisStatuses) }),
  /** A talk that was planned for it, with its day. */
  plannedFor: z.string().nullable(),
  waivedFor: z.string().nullable(),
})
export type DueRow = z.infer<typeof DueRow>

/** Something that makes a talk due and stands in no file. It never says who reported something. */
const Occasion = z.object({
  id: z.uuid(),
  cadreId: CadreId,
  kind: OccasionKind,
  on: Day,
  note: z.string().max(200),
})

const Band = z.object({
  /** The unit, level, kind or leader that the row is about. */
  key: z.string(),
  title: z.string(),
  /** Of so many people. */
  people: z.int(),
  /** Talked to in the whole period. */
  reached: z.int(),
  /** People talked to, month by month of the period. */
  months: z.array(z.int()),
})

const CoverageBy = z.enum(['unit', 'level', 'kind', 'leader'])
const CoveredPerson = z.object({
  cadreId: CadreId,
  name: z.string(),
  post: z.string(),
  unitId: z.string().nullable(),
  lastOn: z.string().nullable(),
})

const plan = { needs: 'interviews.plan' } as const
const oversee = { needs: 'interviews.oversee' } as const

export const talkRulesContract = {
  list: query(z.object({}), z.array(VersionedRule), { title: '查看谈话规则', needs: 'interviews.hold' }),
  versions: query(
    z.object({ id: TalkRule.shape.id }),
    z.array(z.object({ rule: VersionedRule, changedAt: z.string(), byName: z.string(), reason: z.string() })),
    { title: '查看谈话规则的历次修改', needs: 'interviews.configure' },
  ),
  change: command(z.object({ rule: TalkRule, version: z.int().min(0), reason: Reason }), VersionedRule, {
    title: '修改谈话规则',
    needs: 'interviews.configure',
  }),
  /** Who should be talked to, the most urgent first. */
  due: query(
    z.object({
      states: z.array(DueState).max(5),
      unitId: z.uuid().nullable(),
      cadreId: CadreId.nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.object({
      rows: z.array(DueRow),
      total: z.int(),
      counts: z.record(DueState, z.int()),
    }),
    { title: '查看应谈名单', ...plan },
  ),
  waive: command(z.object({ key: DueKey, cadreId: CadreId, reason: Reason }), z.object({}), {
    title: '免谈',
    ...plan,
  }),
  unwaive: command(z.object({ key: DueKey, cadreId: CadreId }), z.object({}), { title: '撤销免谈', ...plan }),
  occasions: query(z.object({ cadreId: CadreId }), z.array(Occasion), { title: '查看谈话事由', ...plan }),
  addOccasion: command(Occasion.omit({ id: true }), Occasion, { title: '登记谈话事由', ...plan }),
  removeOccasion: command(z.object({ id: z.uuid(), reason: Reason }), z.object({}), {
    title: '去掉谈话事由',
    ...plan,
  }),
  /** Who was reached in the last months, by unit, level, kind or leader. */
  coverage: query(
    z.object({
      by: CoverageBy,
      until: Day,
      months: z.int().min(1).max(24),
      unitId: z.uuid().nullable(),
    }),
    z.object({ months: z.array(z.string()), bands: z.array(Band), people: z.int(), reached: z.int() }),
    { title: '查看谈话覆盖', ...oversee },
  ),
  /** The people behind one number of the board: those reached, or those not reached, of a band in a month or in all of it. */
  covered: query(
    z.object({
      by: CoverageBy,
      key: z.string().max(60),
      until: Day,
      months: z.int().min(1).max(24),
      /** YYYYMM; null for the whole period. */
      month: z
        .string()
        .regex(/^\d{6}$/)
        .nullable(),
      unitId: z.uuid().nullable(),
      reached: z.boolean(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.object({ rows: z.array(CoveredPerson), total: z.int() }),
    { title: '查看谈话覆盖名单', ...oversee },
  ),
  /** Those with whom nobody has talked for so many months, the longest first; never at all before them. */
  quiet: query(
    z.object({
      months: z.int().min(1).max(120),
      unitId: z.uuid().nullable(),
      level: z.string().max(40).nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.object({
      rows: z.array(CoveredPerson),
      total: z.int(),
    }),
    { title: '查看久未谈话的干部', ...oversee },
  ),
}
