import { useMemo } from 'react'
import { builtInHolidayYears } from '../../shared/dates/holiday-years'
import { calendarOf, type WorkCalendar } from '../../shared/dates/work-days'
import { useCall } from './query'

/** The working-day calendar of the store; until it has come, the years that are built in. */
export function useCalendar(): WorkCalendar {
  const { data } = useCall('holidays', 'calendar', {})
  return useMemo(() => calendarOf(data ?? builtInHolidayYears), [data])
}
