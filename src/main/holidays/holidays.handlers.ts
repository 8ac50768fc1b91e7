import { builtInHolidayYears } from '../../shared/dates/holiday-years'
import { type HolidayYear, mayAdoptHolidayYear } from '../../shared/dates/work-days'
import { holidayCsv } from '../../shared/holidays/holiday-file.rules'
import { AppError, insist } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import * as holidays from './holidays.repo'

/** Puts the next version of a year. @throws AppError conflict when somebody has changed it meanwhile */
async function next(
  { db, caller, now, record }: CommandContext,
  year: number,
  seen: number,
  table: HolidayYear | null,
  reason: string,
): Promise<{ version: number }> {
  record({ subject: `holidays:${year}`, reason })
  if (seen !== (await holidays.versionOf(db, year)))
    throw new AppError('conflict', '这一年的放假安排刚被改过，请重新打开再改')
  const version = seen + 1
  const changedAt = new Date(now()).toISOString()
  const body = table === null ? null : JSON.stringify(table)
  await holidays.put(db, { year, version, body, changedAt, changedBy: caller.id, reason })
  return { version }
}

export const holidaysHandlers: CoreHandlers['holidays'] = {
  calendar: async ({ db }) => [...(await holidays.calendarIn(db)).values()],

  async versions({ db }, { year }) {
    const names = await accounts.names(db)
    const changed = (await holidays.versions(db, year)).map(({ changedBy, ...each }) => ({
      ...each,
      byName: names.get(changedBy) ?? '',
    }))
    const builtIn = builtInHolidayYears.find(table => table.year === year)
    if (!builtIn) return changed
    return [...changed, { version: 0, table: builtIn, changedAt: '', byName: '', reason: '随应用提供' }]
  },

  async put(context, { table, version, reason }) {
    context.record({ subject: `holidays:${table.year}`, reason })
    insist(mayAdoptHolidayYear(table))
    return next(context, table.year, version, table, reason)
  },

  async saveYear({ db, gatehouse }, { year, target }) {
    const table = (await holidays.calendarIn(db)).get(year)
    if (!table) throw new AppError('not-found', '这一年还没有放假安排')
    const file = gatehouse.options.files.take(target)
    try {
      // Excel reads Chinese only with the mark at the beginning.
      file.write(`\uFEFF${holidayCsv(table)}`)
      file.finish()
    } finally {
      file.abandon()
    }
    return {}
  },

  withdraw: (context, { year, version, reason }) => next(context, year, version, null, reason),
}
