import { Day } from './add-months'
import { PartialDate } from './partial-date'

/** The day of an instant by this computer's clock and place. */
export function today(now = new Date()): PartialDate {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  return PartialDate.parse(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** The same as a day, from which deadlines start. */
export const todayDay = (now = new Date()): Day => Day.parse(today(now))
