import * as z from 'zod'
import { AccountId, Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { command, query } from '../ipc/define'
import { text } from '../text'
import { UnitId } from '../units/units'
import { Desk, DeskFacts, DeskItem, DeskItemId, DeskSatisfaction, DeskTerm, NewDeskItem } from './desks'

const read = { needs: 'care.read' } as const
const edit = { needs: 'care.edit' } as const
const one = { id: DeskItemId, revision: z.int().min(1) }
const words = text(2000).min(1)

const DeskFilter = z.object({
  desks: z.array(Desk).max(3),
  /** 'open' is what is not closed: also what was answered and waits for the person's word. */
  view: z.enum(['open', 'closed', 'all']),
  ownerId: AccountId.nullable(),
  cadreId: CadreId.nullable(),
  /** With everything below it. */
  unitId: UnitId.nullable(),
  late: z.boolean(),
})
export type DeskFilter = z.infer<typeof DeskFilter>

export const desksContract = {
  /** Of people and units within the scope, general ones, and what one answers for. The most urgent first. */
  list: query(
    z.object({ filter: DeskFilter, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.object({ rows: z.array(DeskItem), total: z.int() }),
    { title: '查看惑困老登记', ...read },
  ),
  /** Numbers alone, for the workbench; of what lies within the scope. */
  figures: query(
    z.object({}),
    z.array(z.object({ desk: Desk, open: z.int(), late: z.int(), today: z.int(), answered: z.int() })),
    { title: '查看惑困老件数', needs: 'care.oversee' },
  ),
  /** Accounts that may answer for an item. */
  owners: query(z.object({}), z.array(z.object({ id: AccountId, name: z.string(), department: z.string() })), {
    title: '查看惑困老承办人',
    ...read,
  }),
  add: command(NewDeskItem, DeskItem, { title: '登记惑困老事项', ...edit }),
  change: command(z.object({ ...one, facts: DeskFacts, reason: Reason }), DeskItem, {
    title: '更正惑困老事项',
    ...edit,
  }),
  report: command(z.object({ ...one, text: words }), DeskItem, { title: '登记惑困老进展', ...edit }),
  postpone: command(z.object({ ...one, dueOn: Day, reason: Reason }), DeskItem, { title: '惑困老事项改期', ...edit }),
  handOver: command(z.object({ ...one, ownerId: AccountId, reason: Reason }), DeskItem, {
    title: '惑困老事项转办',
    ...edit,
  }),
  answer: command(z.object({ ...one, on: Day, text: words }), DeskItem, { title: '登记惑困老答复', ...edit }),
  /** The person's word. Not satisfied: it is open again, with a new term. */
  ask: command(
    z.object({
      ...one,
      satisfaction: DeskSatisfaction,
      on: Day,
      text: text(1000),
      dueOn: Day.nullable(),
    }),
    DeskItem,
    { title: '登记惑困老回访', ...edit },
  ),
  reopen: command(z.object({ ...one, dueOn: Day, reason: Reason }), DeskItem, { title: '重开惑困老事项', ...edit }),
  /** Every term that was ever set, the shipped ones first. */
  terms: query(z.object({}), z.array(DeskTerm), { title: '查看惑困老办理期限', ...read }),
  setTerm: command(
    z.object({
      desk: Desk,
      days: DeskTerm.shape.days,
      validFrom: Day,
      source: text(120),
      reason: Reason,
    }),
    z.array(DeskTerm),
    { title: '设定惑困老办理期限', needs: 'care.configure' },
  ),
}
