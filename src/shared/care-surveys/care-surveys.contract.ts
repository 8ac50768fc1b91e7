import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { ExportEntry } from '../exports/exports'
import { command, job, query } from '../ipc/define'
import { leaving, printing, TableFormat, target } from '../papers/papers.contract'
import { UnitId } from '../units/units'
import { SurveyBoard, SurveyForm, SurveyTotals, SurveyYear } from './care-surveys'

const oversee = { needs: 'care.oversee' } as const
const edit = { needs: 'care.edit' } as const
const one = { year: SurveyYear, unitId: UnitId }
const revision = z.int().min(0)

/** How care is felt, asked once a year without names: sums of units, and shares where enough have answered. */
export const careSurveysContract = {
  board: query(z.object({ year: SurveyYear }), SurveyBoard, { title: '查看关爱满意度', ...oversee }),
  /** Revision 0 where nothing was entered. The sums come back only where enough have answered to show them. */
  entry: query(z.object(one), z.object({ totals: SurveyTotals.nullable(), revision }), {
    title: '查看满意度录入',
    ...edit,
  }),
  /** The sums of one unit; those that stood before are replaced. */
  put: command(z.object({ ...one, totals: SurveyTotals, revision, reason: z.string().trim().max(200) }), z.object({}), {
    title: '录入关爱满意度',
    ...edit,
  }),
  remove: command(z.object({ ...one, revision: z.int().min(1), reason: Reason }), z.object({}), {
    title: '去掉关爱满意度录入',
    ...edit,
  }),
  setForm: command(z.object({ form: SurveyForm, version: z.int().min(0), reason: Reason }), z.object({}), {
    title: '设定满意度题目',
    needs: 'care.configure',
  }),
  /** The year's table at the place that the person chose. Registers itself. */
  saveBoard: job(
    z.object({ year: SurveyYear, ...leaving, as: TableFormat, target }),
    z.object({ entry: ExportEntry }),
    {
      title: '保存关爱满意度表',
      leaves: 'plain',
      needs: 'cadres.export',
    },
  ),
  /** The year's table on a printer. Registers itself. */
  printBoard: job(z.object({ year: SurveyYear, ...leaving, ...printing }), z.object({ entry: ExportEntry }), {
    title: '打印关爱满意度表',
    needs: 'cadres.export',
  }),
}
