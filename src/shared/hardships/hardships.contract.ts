import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { command, query } from '../ipc/define'
import { text } from '../text'
import { UnitId } from '../units/units'
import {
  AidId,
  Hardship,
  HardshipFacts,
  HardshipId,
  HardshipLine,
  HardshipSettings,
  Household,
  NewAid,
  ReviewOutcome,
} from './hardships'

const read = { needs: 'care.read' } as const
const edit = { needs: 'care.edit' } as const
const one = { id: HardshipId, revision: z.int().min(1) }

const HardshipFilter = z.object({
  view: z.enum(['open', 'closed', 'all']),
  cadreId: CadreId.nullable(),
  /** With everything below it. */
  unitId: UnitId.nullable(),
  /** Only those whose review is due. */
  due: z.boolean(),
})
export type HardshipFilter = z.infer<typeof HardshipFilter>

export const hardshipsContract = {
  /** Of people within the scope, whoever is to be reviewed first. */
  list: query(
    z.object({ filter: HardshipFilter, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.object({ rows: z.array(HardshipLine), total: z.int() }),
    { title: '查看困难帮扶', ...read },
  ),
  get: query(z.object({ id: HardshipId }), Hardship, { title: '查看困难帮扶', ...read }),
  /** Household, cost and income. */
  reveal: query(z.object({ id: HardshipId, reason: Reason }), Household, {
    title: '查看困难家庭收支',
    reveals: true,
    ...read,
  }),
  add: command(z.object({ cadreId: CadreId, facts: HardshipFacts, household: Household }), Hardship, {
    title: '登记困难帮扶',
    ...edit,
  }),
  /** `household` is null where it stays as it is: whoever has not seen it does not write it. */
  change: command(
    z.object({ ...one, facts: HardshipFacts, household: Household.nullable(), reason: Reason }),
    Hardship,
    { title: '更正困难帮扶', ...edit },
  ),
  pay: command(z.object({ ...one, aid: NewAid }), Hardship, { title: '登记救助', ...edit }),
  withdrawAid: command(z.object({ ...one, aidId: AidId, reason: Reason }), Hardship, {
    title: '撤销救助登记',
    ...edit,
  }),
  /** 退出 ends the case. */
  review: command(
    z.object({
      ...one,
      on: Day,
      outcome: ReviewOutcome,
      level: text(20),
      nextOn: Day.nullable(),
      reason: Reason,
    }),
    Hardship,
    { title: '复核困难帮扶', ...edit },
  ),
  reopen: command(z.object({ ...one, nextReviewOn: Day, reason: Reason }), Hardship, {
    title: '重开困难帮扶',
    ...edit,
  }),
  /** What the unit has set, the first one as it ships. */
  settings: query(z.object({}), z.array(HardshipSettings), { title: '查看困难等级和标准', ...read }),
  setSettings: command(z.object({ settings: HardshipSettings, reason: Reason }), z.array(HardshipSettings), {
    title: '设定困难等级和标准',
    needs: 'care.configure',
  }),
}
