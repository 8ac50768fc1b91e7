import { useState } from 'react'
import type { CareDueRow } from '../../shared/care-rules/care-rules.contract'
import { addDays, addMonths, Day, weekdayOf } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { useCall } from '../api/query'
import { RecordDialog } from '../care-records/RecordDialog'
import { UnitFilter } from '../interviews/UnitFilter'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { StateMark } from '../ui/marks'
import { ErrorNote } from '../ui/states'
import './care-rules.css'
import { startOf } from '../care-records/start'
import { DueLine } from './DueLine'

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const
const monday = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))
const firstOf = (day: Day): Day => Day.parse(`${day.slice(0, 7)}-01`)

/** 日历: what falls due on each day of a month; a day is opened by a click or Enter. */
export function MonthTab() {
  const now = todayDay()
  const [month, setMonth] = useState(firstOf(now))
  const [unitId, setUnitId] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Day>(now)
  const found = useCall('careRules', 'month', { month: month.slice(0, 7), unitId })
  const byDay = new Map(found.data?.map(day => [day.on, day]))
  const first = monday(month)
  const last = addDays(addMonths(month, 1), -1)
  const weeks: Day[][] = []
  for (let day = first; day <= last; day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, place) => addDays(day, place)))
  const show = (next: Day): void => {
    setMonth(firstOf(next))
    setChosen(firstOf(next) === firstOf(now) ? now : firstOf(next))
  }
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <Button size="small" onClick={() => show(addMonths(month, -1))} icon={<Icon name="left" size={16} />}>
          上个月
        </Button>
        <b className="crl-title">
          {month.slice(0, 4)}年{Number(month.slice(5, 7))}月
        </b>
        <Button size="small" onClick={() => show(addMonths(month, 1))} icon={<Icon name="right" size={16} />}>
          下个月
        </Button>
        <Button size="small" kind="link" onClick={() => show(now)}>
          回到今天
        </Button>
        <UnitFilter value={unitId} onChange={setUnitId} />
        <span className="dd-aside">按到期那一天列出；放假提前办的以应办名单为准。</span>
      </div>
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      <Card>
        <table className="crl-month" aria-label="关爱日历">
          <thead>
            <tr>
              {weekdays.map(day => (
                <th key={day} scope="col">
                  周{day}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(days => (
              <tr key={days[0]}>
                {days.map(day => {
                  const here = byDay.get(day)
                  const other = firstOf(day) !== month
                  return (
                    <td
                      key={day}
                      data-other={other || undefined}
                      aria-current={day === now ? 'date' : undefined}
                      data-chosen={day === chosen || undefined}
                    >
                      <button
                        type="button"
                        className="crl-day"
                        disabled={other}
                        aria-pressed={day === chosen}
                        onClick={() => setChosen(day)}
                      >
                        <b data-rest={weekdayOf(day) % 6 === 0 || undefined}>{Number(day.slice(8))}</b>
                        {!other && here && <DayWords day={here} />}
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      <DayCard day={chosen} unitId={unitId} />
    </div>
  )
}

interface DayWordsProps {
  readonly day: {
    readonly open: number
    readonly late: number
    readonly done: number
    readonly titles: readonly string[]
  }
}
const DayWords = ({ day: { open, late, done, titles } }: DayWordsProps) => (
  <>
    {late > 0 && <StateMark state="late">逾期 {late}</StateMark>}
    {open > 0 && <StateMark state="soon">待办 {open}</StateMark>}
    {done > 0 && <StateMark state="done">已办 {done}</StateMark>}
    <small>{titles.join('、')}</small>
  </>
)

/** What falls due on one day. */
function DayCard({ day, unitId }: { readonly day: Day; readonly unitId: string | null }) {
  const [recording, setRecording] = useState<CareDueRow>()
  const due = useCall('careRules', 'due', {
    states: [],
    unitId,
    cadreId: null,
    ruleId: null,
    dimension: null,
    from: day,
    until: day,
    offset: 0,
    limit: 200,
  })
  const rows = (due.data?.rows ?? []).filter(({ dueOn }) => dueOn === day)
  return (
    <Card title={showDate(day)} note={due.data ? `${rows.length} 项` : undefined}>
      {due.isError && <ErrorNote error={due.error} onRetry={() => void due.refetch()} />}
      {due.data && rows.length === 0 && <p className="crr-none">这一天没有到期的事。</p>}
      <ul>
        {rows.map(row => (
          <DueLine key={row.key} row={row} picked={false} onPick={undefined} onRecord={() => setRecording(row)} />
        ))}
      </ul>
      {recording && <RecordDialog start={startOf(recording)} onClose={() => setRecording(undefined)} />}
    </Card>
  )
}
