import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { ExportEntry } from '../exports/exports'
import { command, job, query } from '../ipc/define'
import { leaving, printing, TableFormat, target } from '../papers/papers.contract'
import {
  EntitlementRow,
  EntitlementYear,
  MOST_AT_ONCE,
  NewCheck,
  NewTake,
  Places,
  Take,
  TakeId,
  TakeKind,
  UnitFigures,
  YearFacts,
} from './entitlements'

const read = { needs: 'care.read' } as const
const edit = { needs: 'care.edit' } as const
const year = EntitlementYear
const unitId = z.uuid().nullable()
/** Why something is kept although a confirmed standard of the unit speaks against it. Without it such an entry is refused. */
const override = z.string().trim().max(200).default('')
/** What was kept and is beyond a standard, with its source. */
const warnings = z.array(z.string())
export const BoardShow = z.enum(['all', 'nothing', 'frontline', 'unchecked', 'resting'])

export const entitlementsContract = {
  /** People of a unit with everything below it: 在职 and 挂职. `nothing` has taken no leave, `resting` has been on 疗休养. */
  board: query(
    z.object({ year, unitId, show: BoardShow, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.object({ rows: z.array(EntitlementRow), total: z.int(), counts: z.record(BoardShow, z.int()), places: Places }),
    { title: '查看休假、体检和疗休养', ...read },
  ),
  /** The same as figures alone, unit by unit. */
  figures: query(z.object({ year, unitId }), z.array(UnitFigures), {
    title: '查看休假、体检和疗休养的统计',
    needs: 'care.oversee',
  }),
  /** The figures at the place that the person chose. Registers itself. */
  saveFigures: job(z.object({ year, unitId, ...leaving, as: TableFormat, target }), z.object({ entry: ExportEntry }), {
    title: '保存休假、体检和疗休养的统计',
    leaves: 'plain',
    needs: 'cadres.export',
  }),
  printFigures: job(z.object({ year, unitId, ...leaving, ...printing }), z.object({ entry: ExportEntry }), {
    title: '打印休假、体检和疗休养的统计',
    needs: 'cadres.export',
  }),
  person: query(
    z.object({ cadreId: CadreId, year }),
    z.object({ row: EntitlementRow, facts: YearFacts, revision: z.int(), takes: z.array(Take) }),
    { title: '查看本人的休假、体检和疗休养', ...read },
  ),
  /** `revision` 0 where nothing was noted yet. Who has what by hand needs its reason; so does the change. */
  note: command(
    z.object({ cadreId: CadreId, year, revision: z.int().min(0), facts: YearFacts, reason: Reason }),
    z.object({ revision: z.int(), warnings }),
    { title: '登记休假和体检情况', ...edit },
  ),
  /** The day of a health check of many at once: all or none, and never over a day that is noted already. */
  check: command(
    z.object({
      cadreIds: z.array(CadreId).min(1).max(MOST_AT_ONCE),
      on: Day,
      place: YearFacts.shape.checkPlace,
      costFen: YearFacts.shape.checkFen,
      override,
    }),
    z.object({ noted: z.int(), warnings }),
    { title: '登记体检', ...edit },
  ),
  /** Days away, and health checks that stood on the same sheet: all or none. */
  add: command(
    z.object({
      takes: z.array(NewTake).max(MOST_AT_ONCE),
      checks: z.array(NewCheck).max(MOST_AT_ONCE).default([]),
      override,
    }),
    z.object({ added: z.int(), warnings }),
    { title: '登记休假', ...edit },
  ),
  remove: command(z.object({ id: TakeId, reason: Reason }), z.object({}), { title: '去掉休假登记', ...edit }),
  /** Whom pasted lines are about: one person of that name within the unit, or why not. Nothing is written. */
  match: query(
    z.object({
      unitId,
      rows: z
        .array(
          z.object({
            line: z.int(),
            name: z.string().max(40),
            kind: z.union([TakeKind, z.literal('体检')]),
            from: Day,
            to: Day,
          }),
        )
        .max(MOST_AT_ONCE),
    }),
    z.array(
      z.object({
        line: z.int(),
        cadreId: CadreId.nullable(),
        about: z.string(),
        days: z.int().nullable(),
        why: z.string(),
      }),
    ),
    { title: '核对粘贴的休假登记', ...edit },
  ),
}
