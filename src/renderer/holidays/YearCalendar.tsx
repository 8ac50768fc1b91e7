import { type Day, weekdayOf } from '../../shared/dates/add-months'
import { calendarOf, type HolidayYear, kindOfDay } from '../../shared/dates/work-days'
import { weeksOf } from './holidays.words'

const months = Array.from({ length: 12 }, (_, at) => at + 1)

interface YearCalendarProps {
  readonly table: HolidayYear
  readonly today: string
  /** Turns a weekend into a working day and back. */
  readonly onTurn: (day: Day) => void
}

/** A year drawn month by month: 休 is a day off by the notice, 班 a weekend that is worked. */
export const YearCalendar = ({ table, today, onTurn }: YearCalendarProps) => (
  <div className="hol-year">
    {months.map(month => (
      <table key={month} className="hol-month">
        <caption>{month}月</caption>
        <thead>
          <tr>
            {Array.from('一二三四五六日').map(weekday => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(table.year, month).map(week => (
            <tr key={week[0]}>
              {week.map(day =>
                Number(day.slice(5, 7)) === month ? (
                  <DayCell key={day} day={day} table={table} isToday={day === today} onTurn={onTurn} />
                ) : (
                  <td key={day} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    ))}
  </div>
)

interface DayCellProps {
  readonly day: Day
  readonly table: HolidayYear
  readonly isToday: boolean
  readonly onTurn: (day: Day) => void
}
function DayCell({ day, table, isToday, onTurn }: DayCellProps) {
  const kind = kindOfDay(day, calendarOf([table]))
  const holiday = kind.kind === 'rest' && kind.name !== '周末' ? kind.name : undefined
  const weekend = weekdayOf(day) % 6 === 0
  const worked = weekend && kind.kind === 'work'
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))]
  const words = `${month}月${date}日 ${holiday ? `${holiday}放假` : worked ? '调休上班' : weekend ? '周末' : '工作日'}`
  const state = holiday ? 'off' : worked ? 'worked' : weekend ? 'weekend' : 'work'
  return (
    <td data-day={state} data-today={isToday || undefined} title={words}>
      {weekend && !holiday ? (
        // The field of weekends worked is the way by keyboard: a hundred stops here would be in its way.
        <button
          type="button"
          tabIndex={-1}
          aria-label={`${words}，改为${worked ? '休息' : '上班'}`}
          onClick={() => onTurn(day)}
        >
          {date}
          {worked && <i aria-hidden="true">班</i>}
        </button>
      ) : (
        <span>
          {date}
          {holiday && <i aria-hidden="true">休</i>}
        </span>
      )}
    </td>
  )
}
