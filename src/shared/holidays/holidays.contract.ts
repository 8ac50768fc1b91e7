import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { HolidayYear } from '../dates/work-days'
import { command, job, query } from '../ipc/define'
import { target } from '../papers/papers.contract'

const year = HolidayYear.shape.year
const configure = { needs: 'care.configure' } as const

export const holidaysContract = {
  /** Every year that is known, the first one first: built in, imported or edited. */
  calendar: query(z.object({}), z.array(HolidayYear), { title: '查看放假安排', needs: 'signed-in' }),
  /** How a year came to be as it is, the newest first; version 0 came with the application. A table of null was taken out. */
  versions: query(
    z.object({ year }),
    z.array(
      z.object({
        version: z.int(),
        table: HolidayYear.nullable(),
        changedAt: z.string(),
        byName: z.string(),
        reason: z.string(),
      }),
    ),
    { title: '查看放假安排的历次修改', ...configure },
  ),
  /** Takes a year in or changes it; `version` is the one that was looked at, 0 where there was none or the built-in one. */
  put: command(
    z.object({ table: HolidayYear, version: z.int().min(0), reason: Reason }),
    z.object({ version: z.int() }),
    {
      title: '导入或者修改放假安排',
      ...configure,
    },
  ),
  /** The year as a table at the place that the person chose, to be read on another computer: there is nobody's data in it. */
  saveYear: job(z.object({ year, target }), z.object({}), { title: '存出放假安排', ...configure }),
  /** Back to the built-in table, or to none. */
  withdraw: command(z.object({ year, version: z.int().min(1), reason: Reason }), z.object({ version: z.int() }), {
    title: '撤回放假安排',
    ...configure,
  }),
}
