import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { Day } from '../dates/add-months'
import { ExportEntry } from '../exports/exports'
import { command, job, query } from '../ipc/define'
import { leaving, printing, TableFormat, target } from '../papers/papers.contract'
import { line } from '../text'
import { honourScansContract } from './honour-scans.contract'
import { Honour, HonourFacts, HonourFilter, HonourId, Revocation } from './honours'
import { Holder, HonourKind, HonourLevel } from './honours.data'
import { honoursFileContract } from './honours-file.contract'

const read = { needs: 'honours.read' } as const
const edit = { needs: 'honours.edit' } as const
const one = { id: HonourId, revision: z.int().min(1) }
const page = { offset: z.int().min(0), limit: z.int().min(1).max(500) }

const BoardCell = z.object({
  year: z.int(),
  level: HonourLevel,
  kind: HonourKind,
  holder: Holder,
  count: z.int(),
})
const BoardUnit = z.object({ unitId: z.string().nullable(), name: z.string(), count: z.int() })
export type BoardUnit = z.infer<typeof BoardUnit>

/** What leaves as a table: the rows of a filter, or its numbers. */
export const HonourTable = z.object({ of: z.enum(['register', 'board']), filter: HonourFilter })
export type HonourTable = z.infer<typeof HonourTable>

export const honoursContract = {
  ...honoursFileContract,
  ...honourScansContract,
  /** The latest first. */
  list: query(HonourFilter.extend(page), z.object({ rows: z.array(Honour), total: z.int() }), {
    title: '查看荣誉',
    ...read,
  }),
  /** How many share year, level, kind and sort of holder, and how many each unit has; `apart` medals are not among them. */
  board: query(HonourFilter, z.object({ cells: z.array(BoardCell), units: z.array(BoardUnit), apart: z.int() }), {
    title: '查看荣誉统计',
    ...read,
  }),
  /** The years that bear an honour, the latest first. */
  years: query(z.object({}), z.array(z.int()), { title: '查看荣誉年份', ...read }),
  /** The filtered register or its board at the place that the person chose. Registers itself. */
  saveTable: job(
    z.object({ table: HonourTable, ...leaving, as: TableFormat, target }),
    z.object({ entry: ExportEntry }),
    { title: '保存荣誉册表格', leaves: 'plain', needs: 'cadres.export' },
  ),
  /** The same on a printer. Registers itself. */
  printTable: job(z.object({ table: HonourTable, ...leaving, ...printing }), z.object({ entry: ExportEntry }), {
    title: '打印荣誉册表格',
    needs: 'cadres.export',
  }),
  get: query(z.object({ id: HonourId }), Honour, { title: '查看一项荣誉', ...read }),
  add: command(HonourFacts, Honour, { title: '登记荣誉', ...edit }),
  change: command(z.object({ ...one, facts: HonourFacts, reason: Reason }), Honour, { title: '修改荣誉', ...edit }),
  /** Says which original the row was compared with. */
  verify: command(z.object({ ...one, on: Day, original: line(200).min(1) }), Honour, { title: '核验荣誉', ...edit }),
  revoke: command(z.object({ ...one, revocation: Revocation, reason: Reason }), Honour, {
    title: '撤销荣誉',
    ...edit,
  }),
  /** Takes out a row that was entered by mistake; an honour that was withdrawn is revoked instead. */
  remove: command(z.object({ ...one, reason: Reason }), z.object({}), { title: '删除误登的荣誉', ...edit }),
}
