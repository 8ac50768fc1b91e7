import { addDays, type Day } from '../dates/add-months'
import { type HonourFilter, wholeRegister } from './honours'

/** The end of a title's time is announced so many days before it. */
export const ENDING_DAYS = 30
/** What ended is looked at again within so many days; nobody is reminded of it for ever. */
export const ENDED_DAYS = 60

/** Titles whose time has ended or soon will. */
export const endingRegister = (on: Day): HonourFilter => ({ ...wholeRegister, endsBy: addDays(on, ENDING_DAYS) })
