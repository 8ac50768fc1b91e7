import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { PartialDate } from '../dates/partial-date'
import { ExportEntry } from '../exports/exports'
import { command, job, query } from '../ipc/define'
import { leaving, printing, TableFormat, target } from '../papers/papers.contract'
import { line } from '../text'
import { FIRST_MEDAL_YEAR } from './medal-year.rules'
import {
  Award,
  AwardId,
  Handing,
  Lot,
  LotFacts,
  LotId,
  MedalColumn,
  MedalDecision,
  MedalFacts,
  MedalStep,
  MemberFacts,
  MemberId,
  MOST_PASTED,
  Namesake,
  Ref,
  SettledStep,
  TakingBack,
  Visit,
  VisitFacts,
  VisitId,
} from './medals'

const read = { needs: 'honours.read' } as const
const edit = { needs: 'honours.edit' } as const
const year = z.int().min(FIRST_MEDAL_YEAR).max(2199)
const unitId = z.uuid().nullable()
const one = { id: MemberId, revision: z.int().min(1) }
const award = { id: AwardId, revision: z.int().min(1) }

/** One person of an award year. */
export const MedalRow = z.object({
  ref: Ref,
  name: z.string(),
  unitName: z.string(),
  post: z.string(),
  birth: PartialDate.nullable(),
  partyJoined: PartialDate.nullable(),
  partyFull: PartialDate.nullable(),
  status: z.string(),
  column: MedalColumn,
  start: PartialDate.nullable(),
  years: z.object({ earliest: z.int(), latest: z.int() }).nullable(),
  soonest: z.int().nullable(),
  asks: z.array(z.string()),
  reasons: z.array(z.object({ words: z.string(), source: z.string(), status: z.string() })),
  /** What was decided of this year, last. */
  decision: z
    .object({
      id: z.string(),
      certificateNo: z.string(),
      decision: MedalDecision,
      reason: z.string(),
      byName: z.string(),
      at: z.string(),
    })
    .nullable(),
  award: Award.nullable(),
  facts: MedalFacts,
  /** Of the facts; 0 where nothing was entered of a file. */
  revision: z.int().min(0),
  /** The last visit of that calendar year in the records of care; null also where the caller does not read care. */
  visitedOn: Day.nullable(),
})
export type MedalRow = z.infer<typeof MedalRow>

const Counts = z.record(MedalColumn, z.int())

/** 名册 of an award year, or the ledger of its medals. */
export const MedalTable = z.object({ of: z.enum(['roster', 'ledger']), year, unitId })
export type MedalTable = z.infer<typeof MedalTable>

export const medalsContract = {
  /** Everybody of an award year within the scope who comes into question, and the years after it. */
  year: query(
    z.object({ year, unitId }),
    z.object({ rows: z.array(MedalRow), counts: Counts, steps: z.array(SettledStep) }),
    { title: '查看在党50年名单', ...read },
  ),
  /** An old member without a file, as entered. */
  member: query(z.object({ id: MemberId }), z.object({ facts: MemberFacts, revision: z.int() }), {
    title: '查看没有档案的老党员',
    ...read,
  }),
  /** Files and old members within the scope that bear the same name, and a birth that does not speak against it. */
  namesakes: query(
    z.object({ people: z.array(MemberFacts.pick({ name: true, birth: true })).max(MOST_PASTED) }),
    z.array(Namesake),
    { title: '查找同名同出生年月的人', ...read },
  ),
  /** Visits to an old member without a file, the latest first, with those that were struck. */
  visits: query(z.object({ id: MemberId }), z.array(Visit), { title: '查看老党员走访', ...read }),
  addVisits: command(
    z.object({ people: z.array(MemberId).min(1).max(500), facts: VisitFacts }),
    z.object({ visited: z.int() }),
    { title: '登记老党员走访', ...edit },
  ),
  /** It stays to be read and counts no more. */
  strikeVisit: command(z.object({ id: VisitId, reason: Reason }), z.object({}), {
    title: '划去老党员走访',
    ...edit,
  }),
  addMembers: command(z.object({ rows: z.array(MemberFacts).min(1).max(MOST_PASTED) }), z.object({ added: z.int() }), {
    title: '登记没有档案的老党员',
    ...edit,
  }),
  changeMember: command(z.object({ ...one, facts: MemberFacts, reason: Reason }), z.object({}), {
    title: '修改没有档案的老党员',
    ...edit,
  }),
  /** Takes out somebody who was entered by mistake. */
  removeMember: command(z.object({ ...one, reason: Reason }), z.object({}), {
    title: '去掉误登的老党员',
    ...edit,
  }),
  /** What a file has no room for: broken membership, the day of death, what a person has to look at. */
  putFacts: command(
    z.object({ cadreId: CadreId, revision: z.int().min(0), facts: MedalFacts, reason: Reason }),
    z.object({ revision: z.int() }),
    { title: '补充党龄有关情况', ...edit },
  ),
  decide: command(
    z.object({
      year,
      people: z.array(Ref).min(1).max(500),
      /** null takes the decision back. */
      decision: MedalDecision.nullable(),
      reason: line(200),
    }),
    z.object({ decided: z.int() }),
    { title: '决定在党50年纪念章', ...edit },
  ),
  settleStep: command(z.object({ year, step: MedalStep, done: z.boolean(), on: Day, note: line(120) }), z.object({}), {
    title: '登记在党50年工作步骤',
    ...edit,
  }),
  /** The medals: what came and went, who was handed one, whom they wait for. */
  ledger: query(
    z.object({}),
    z.object({
      lots: z.array(Lot),
      awards: z.array(Award),
      /** Whether the caller sees all units, and so what came and went as a whole. */
      whole: z.boolean(),
    }),
    {
      title: '查看纪念章台账',
      ...read,
    },
  ),
  addLot: command(LotFacts, z.object({}), { title: '登记纪念章收存', ...edit }),
  /** It stays to be read and counts no more. */
  strikeLot: command(z.object({ id: LotId, reason: Reason }), z.object({}), { title: '划去纪念章收存', ...edit }),
  /** Each gets an honour in the register, in the same transaction. */
  hand: command(
    z.object({
      year,
      people: z
        .array(Handing.extend({ ref: Ref }))
        .min(1)
        .max(500),
    }),
    z.object({ handed: z.int() }),
    { title: '登记颁发纪念章', ...edit },
  ),
  /** Revokes the honour, or takes it out where it had been entered by mistake. */
  takeBack: command(z.object({ ...award, ...TakingBack.shape, reason: Reason }), z.object({}), {
    title: '登记收回纪念章',
    ...edit,
  }),
  /** A table of names at the place that the person chose. Registers itself. */
  saveTable: job(
    z.object({ table: MedalTable, ...leaving, as: TableFormat, target }),
    z.object({ entry: ExportEntry }),
    { title: '保存在党50年名册', leaves: 'plain', needs: 'cadres.export' },
  ),
  printTable: job(z.object({ table: MedalTable, ...leaving, ...printing }), z.object({ entry: ExportEntry }), {
    title: '打印在党50年名册',
    needs: 'cadres.export',
  }),
}
