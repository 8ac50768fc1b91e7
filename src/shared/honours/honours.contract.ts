import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { Day } from '../dates/add-months'
import { command, query } from '../ipc/define'
import { line } from '../text'
import { Honour, HonourFacts, HonourFilter, HonourId, Revocation } from './honours'

const read = { needs: 'honours.read' } as const
const edit = { needs: 'honours.edit' } as const
const one = { id: HonourId, revision: z.int().min(1) }
const page = { offset: z.int().min(0), limit: z.int().min(1).max(500) }

export const honoursContract = {
  /** The latest first. */
  list: query(HonourFilter.extend(page), z.object({ rows: z.array(Honour), total: z.int() }), {
    title: '查看荣誉',
    ...read,
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
