import { Day } from './add-months'

/** The first and the last day of a year. */
export const daysOfYear = (year: number): readonly [first: Day, last: Day] => [
  Day.parse(`${year}-01-01`),
  Day.parse(`${year}-12-31`),
]
