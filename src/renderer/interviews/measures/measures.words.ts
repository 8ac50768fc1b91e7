import { Day } from '../../../shared/dates/add-months'
import { todayDay } from '../../../shared/dates/today'
import type { WorkCalendar } from '../../../shared/dates/work-days'
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

/** Where a measure stands today. */
export const clockNow = (measure: Measure, calendar: WorkCalendar): Clock => clockOf(measure, todayDay(), calendar)

/** 2026.11.03. */
export const dayDots = (day: Day): string => day.replaceAll('-', '.')
