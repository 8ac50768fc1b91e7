import { Day } from '../../../shared/dates/add-months'
import { builtInHolidayYears } from '../../../shared/dates/holiday-years'
import { today } from '../../../shared/dates/today'
import { calendarOf } from '../../../shared/dates/work-days'
import type { Measure } from '../../../shared/measures/measures'
import { type Clock, type ClockState, clockOf } from '../../../shared/measures/measures.rules'
import type { MarkState } from '../../ui/marks'

export const clockMarks: Record<ClockState, MarkState> = {
  late: 'late',
  today: 'today',
  soon: 'soon',
  running: 'soon',
  done: 'done',
}

export const todayDay = (): Day => Day.parse(today())
/** Where a measure stands today. */
export const clockNow = (measure: Measure): Clock => clockOf(measure, todayDay(), calendarOf(builtInHolidayYears))

/** 2026.11.03. */
export const dayDots = (day: Day): string => day.replaceAll('-', '.')
