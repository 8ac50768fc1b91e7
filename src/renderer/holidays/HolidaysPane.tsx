import { useState } from 'react'
import { Day } from '../../shared/dates/add-months'
import { today } from '../../shared/dates/today'
import type { HolidayYear } from '../../shared/dates/work-days'
import { missingYears } from '../../shared/holidays/holidays.rules'
import { useCall } from '../api/query'
import { ErrorNote, Loading } from '../ui/states'
import './holidays.css'
import { NoticeCard } from './NoticeCard'
import { YearPane } from './YearPane'

/** 放假安排: the working-day calendar, one year at a time. A year without a table is said to be unknown. */
export function HolidaysPane() {
  const calendar = useCall('holidays', 'calendar', {})
  const thisYear = Number(today().slice(0, 4))
  const [chosen, setChosen] = useState<number>()
  /** What was read of a notice and waits to be looked at. */
  const [read, setRead] = useState<HolidayYear>()
  if (calendar.isPending) return <Loading />
  if (calendar.isError) return <ErrorNote error={calendar.error} onRetry={() => void calendar.refetch()} />
  const known = new Map(calendar.data.map(table => [table.year, table]))
  const years = [...new Set([...known.keys(), thisYear, thisYear + 1])].toSorted((a, b) => a - b)
  const year = read?.year ?? chosen ?? missingYears(Day.parse(today()), known)[0] ?? thisYear
  const shown = years.includes(year) ? years : [...years, year].toSorted((a, b) => a - b)
  return (
    <>
      <div className="dd-filter">
        <span className="dd-chips">
          {shown.map(each => (
            <button
              key={each}
              type="button"
              aria-pressed={each === year}
              onClick={() => {
                setRead(undefined)
                setChosen(each)
              }}
            >
              {each}
              {known.has(each) ? '' : '（没有导入）'}
            </button>
          ))}
        </span>
        <span className="dd-aside">工作日、期限和各类提醒都按这里推算；没有导入的年份不推算。</span>
      </div>
      <NoticeCard
        year={year}
        open={!known.has(year)}
        onRead={table => {
          setChosen(table.year)
          setRead(table)
        }}
      />
      <YearPane
        // Another year, or something read anew, is another piece of work.
        key={`${year} ${JSON.stringify(read ?? known.get(year) ?? null)}`}
        year={year}
        stored={known.get(year)}
        read={read}
        onDone={() => setRead(undefined)}
      />
    </>
  )
}
