import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { ExportEntry } from '../exports/exports'
import { command, job, query } from '../ipc/define'
import { leaving, printing, TableFormat, target } from '../papers/papers.contract'
import { text } from '../text'
import {
  BoardRow,
  CareMeasure,
  CarePlan,
  CareYear,
  Evidence,
  EvidenceFacts,
  EvidenceId,
  PlanFacts,
  VersionedCareMeasure,
} from './care-measures'
import { CareMeasureKey } from './measures.data'

const look = { needs: 'care.oversee' } as const
const configure = { needs: 'care.configure' } as const
const edit = { needs: 'care.edit' } as const
const of = { key: CareMeasureKey, year: CareYear }
const revision = z.int().min(0)

export const careMeasuresContract = {
  /** Every measure with the year's plan and what was done, as far as the account sees units. */
  board: query(z.object({ year: CareYear }), z.array(BoardRow), { title: '查看关爱措施', ...look }),
  /** How a measure came to be as it is, the newest first. */
  versions: query(
    z.object({ key: CareMeasureKey }),
    z.array(z.object({ measure: VersionedCareMeasure, changedAt: z.string(), byName: z.string(), reason: z.string() })),
    { title: '查看关爱措施的历次修改', ...configure },
  ),
  change: command(z.object({ measure: CareMeasure, version: z.int().min(0), reason: Reason }), VersionedCareMeasure, {
    title: '修改关爱措施',
    ...configure,
  }),
  /** Writes the year's plan of a measure; revision 0 for a first one, which needs no reason. */
  plan: command(z.object({ ...of, plan: PlanFacts, revision, reason: text(200) }), CarePlan, {
    title: '制定措施年度计划',
    ...configure,
  }),
  unplan: command(z.object({ ...of, revision, reason: Reason }), z.object({}), {
    title: '去掉措施年度计划',
    ...configure,
  }),
  /** Takes over what was planned for the year before where the year has no plan yet. */
  takeOver: command(z.object({ year: CareYear }), z.object({ plans: z.int() }), {
    title: '沿用上年措施计划',
    ...configure,
  }),
  evidence: query(
    z.object({ ...of, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.object({ rows: z.array(Evidence), total: z.int() }),
    { title: '查看措施落实情况', ...look },
  ),
  addEvidence: command(EvidenceFacts.extend({ key: CareMeasureKey }), Evidence, {
    title: '登记措施落实情况',
    ...edit,
  }),
  changeEvidence: command(z.object({ id: EvidenceId, revision, facts: EvidenceFacts, reason: Reason }), Evidence, {
    title: '更正措施落实情况',
    ...edit,
  }),
  removeEvidence: command(z.object({ id: EvidenceId, revision, reason: Reason }), z.object({}), {
    title: '去掉措施落实情况',
    ...edit,
  }),
  /** The board at the place that the person chose. Registers itself. */
  saveBoard: job(z.object({ year: CareYear, ...leaving, as: TableFormat, target }), z.object({ entry: ExportEntry }), {
    title: '保存关爱措施台账',
    leaves: 'plain',
    needs: 'cadres.export',
  }),
  /** The board on a printer. Registers itself. */
  printBoard: job(z.object({ year: CareYear, ...leaving, ...printing }), z.object({ entry: ExportEntry }), {
    title: '打印关爱措施台账',
    needs: 'cadres.export',
  }),
}
