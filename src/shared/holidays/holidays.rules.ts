import type { Day } from '../dates/add-months'
import type { WorkCalendar } from '../dates/work-days'

/** The notice for the next year is published about now. */
const FROM_MONTH = 11

/** The years without a table that are needed on a day: its own, and from November on the next one. */
export function missingYears(on: Day, calendar: WorkCalendar): number[] {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))]
  return [year, ...(month >= FROM_MONTH ? [year + 1] : [])].filter(each => !calendar.has(each))
}
