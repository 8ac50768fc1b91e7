import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { ExportEntry } from '../exports/exports'
import { command, job, query } from '../ipc/define'
import { leaving, printing, TableFormat, target } from '../papers/papers.contract'
import { text } from '../text'
import { UnitId } from '../units/units'
import { Burden, BurdenCap, BurdenFacts, BurdenId, BurdenKind, BurdenYear, UnitBurdens, VersionedCap } from './burdens'
import { BoardUnit, Facility, FacilityFacts, FacilityKind, FacilityKindKey } from './facilities'
import { PayFacts, PayFigure, PayYear, UnitVacancy } from './pay'

const look = { needs: 'care.oversee' } as const
const edit = { needs: 'care.edit' } as const
const configure = { needs: 'care.configure' } as const
const revision = z.int().min(0)

/** Which of the tables leaves. */
export const GrassrootsTable = z.discriminatedUnion('of', [
  z.object({ of: z.literal('facilities') }),
  z.object({ of: z.literal('burdens'), year: BurdenYear }),
  z.object({ of: z.literal('pay'), year: PayYear }),
  z.object({ of: z.literal('vacancies') }),
])
export type GrassrootsTable = z.infer<typeof GrassrootsTable>

export const grassrootsContract = {
  /** Units within the scope, in the order of the tree, without mere groups. */
  units: query(z.object({}), z.array(BoardUnit), { title: '查看基层单位', ...look }),
  facilities: query(
    z.object({}),
    z.object({ kinds: z.array(FacilityKind), version: z.int().min(0), rows: z.array(Facility) }),
    { title: '查看生活设施', ...look },
  ),
  /** How a facility stood before, the newest first. */
  facilityHistory: query(z.object({ unitId: UnitId, kind: FacilityKindKey }), z.array(Facility), {
    title: '查看设施的历次状态',
    ...look,
  }),
  setFacility: command(FacilityFacts.extend({ revision }), Facility, { title: '登记生活设施', ...edit }),
  setFacilityKinds: command(
    z.object({ kinds: z.array(FacilityKind).min(1).max(40), version: z.int().min(0), reason: Reason }),
    z.object({}),
    { title: '修改设施种类', ...configure },
  ),
  /** What was sent to units within the scope in a year; months count each paper or meeting once. */
  burdenBoard: query(
    z.object({ year: BurdenYear }),
    z.object({
      units: z.array(UnitBurdens),
      months: z.array(z.object({ kind: BurdenKind, counts: z.array(z.int()).length(12) })),
      caps: z.array(VersionedCap),
    }),
    { title: '查看基层负担', ...look },
  ),
  /** The newest first. */
  burdens: query(
    z.object({
      year: BurdenYear,
      kinds: z.array(BurdenKind).max(5),
      unitId: UnitId.nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.object({ rows: z.array(Burden), total: z.int() }),
    { title: '查看基层负担台账', ...look },
  ),
  /** All of them or none. What is known already, by kind, day, title and sender, is left out and counted; units that it lacks are added to it. */
  addBurdens: command(
    z.object({ rows: z.array(BurdenFacts).min(1).max(2000) }),
    z.object({ added: z.int(), known: z.int() }),
    { title: '登记基层负担', ...edit },
  ),
  changeBurden: command(z.object({ id: BurdenId, revision, facts: BurdenFacts, reason: Reason }), Burden, {
    title: '更正基层负担',
    ...edit,
  }),
  removeBurden: command(z.object({ id: BurdenId, revision, reason: Reason }), z.object({}), {
    title: '去掉基层负担',
    ...edit,
  }),
  setCap: command(BurdenCap.extend({ version: z.int().min(0), reason: Reason }), VersionedCap, {
    title: '设定负担限额',
    ...configure,
  }),
  pay: query(z.object({}), z.array(PayFigure), { title: '查看收入对比', ...look }),
  /** All of them or none. A figure that is there already is put in place of, with a reason. */
  putPay: command(
    z.object({
      rows: z.array(PayFacts.extend({ revision })).min(1).max(2000),
      reason: text(200),
    }),
    z.object({ added: z.int(), changed: z.int() }),
    { title: '登记人均收入', ...edit },
  ),
  removePay: command(z.object({ id: z.uuid(), revision, reason: Reason }), z.object({}), {
    title: '去掉人均收入',
    ...edit,
  }),
  /** Approved and actual numbers of streets and towns. */
  vacancies: query(z.object({}), z.array(UnitVacancy), { title: '查看街镇空编空岗', ...look }),
  /** The first sheet of a workbook as texts, to be looked at before anything is taken over. Nothing is written. */
  readSheet: job(
    z.object({ token: z.string().max(64) }),
    z.object({ sheet: z.string(), rows: z.array(z.array(z.string())) }),
    { title: '读取基层台账的表格', ...edit },
  ),
  /** A table at the place that the person chose. Registers itself. */
  saveTable: job(
    z.object({ table: GrassrootsTable, ...leaving, as: TableFormat, target }),
    z.object({ entry: ExportEntry }),
    { title: '保存基层台账', leaves: 'plain', needs: 'cadres.export' },
  ),
  /** A table on a printer. Registers itself. */
  printTable: job(z.object({ table: GrassrootsTable, ...leaving, ...printing }), z.object({ entry: ExportEntry }), {
    title: '打印基层台账',
    needs: 'cadres.export',
  }),
}
