import { builtInHolidayYears } from '../../shared/dates/holiday-years'
import { calendarOf, HolidayYear, type WorkCalendar } from '../../shared/dates/work-days'
import { remembered } from '../store/remembered'
import type { Reads, Writes } from '../store/schema'
import type { HolidayYearsTable } from './holidays.table'

const tableOf = (body: string | null): HolidayYear | null =>
  body === null ? null : HolidayYear.parse(JSON.parse(body))

/** What is known of the years, the first one first: the built-in tables, over which lies what the unit has put in. */
async function yearsIn(db: Reads): Promise<HolidayYear[]> {
  const years = new Map(builtInHolidayYears.map(table => [table.year, table]))
  const rows = await db.selectFrom('holidayYears').select(['year', 'body']).orderBy('year').orderBy('version').execute()
  // The newest version of a year comes last and counts; a year that was taken out falls back to the built-in table.
  for (const { year, body } of rows) {
    const table = tableOf(body) ?? builtInHolidayYears.find(each => each.year === year)
    if (table) years.set(year, table)
    else years.delete(year)
  }
  return [...years.values()].toSorted((a, b) => a.year - b.year)
}

/** The working-day calendar of this store. Whoever counts working days in the core takes it from here. */
export const calendarIn = (db: Reads): Promise<WorkCalendar> =>
  remembered(db, 'work calendar', async () => calendarOf(await yearsIn(db)))

/** The newest first, those of the store alone. */
export async function versions(db: Reads, year: number) {
  const rows = await db
    .selectFrom('holidayYears')
    .selectAll()
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ body, year: _year, ...row }) => ({ ...row, table: tableOf(body) }))
}

/** The version in force, 0 where the store has none of its own. */
export async function versionOf(db: Reads, year: number): Promise<number> {
  const newest = await db
    .selectFrom('holidayYears')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('year', '=', year)
    .executeTakeFirst()
  return newest?.version ?? 0
}

export const put = (db: Writes, row: HolidayYearsTable) => db.insertInto('holidayYears').values(row).execute()
