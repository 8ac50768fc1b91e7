import { useLocation } from 'wouter'
import { addDays, Day, weekdayOf } from '../../shared/dates/add-months'
import { today } from '../../shared/dates/today'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { ErrorNote } from '../ui/states'
import { useInterviewsStore } from './interviews.store'
import { clockOf, dayOf, namesOf, subjectsWords } from './interviews.words'

const monday = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))
const WEEKS = 2

/** Two weeks of talks, from Monday on. */
export function CalendarTab() {
  const { week, showWeek } = useInterviewsStore()
  const [, go] = useLocation()
  const now = Day.parse(today())
  const first = monday(week === null ? now : Day.parse(week))
  const last = addDays(first, WEEKS * 7 - 1)
  const talks = useCall('interviews', 'list', {
    filter: {
      mine: false,
      from: first,
      to: last,
      states: ['planned', 'open', 'closed', 'final'],
      kinds: [],
      cadreId: null,
      roundId: null,
    },
    offset: 0,
    limit: 500,
  })
  const days = Array.from({ length: WEEKS * 7 }, (_, at) => addDays(first, at))
  return (
    <div className="itv-tab">
      <div className="itv-filter">
        <Button size="small" icon={<Icon name="left" size={14} />} onClick={() => showWeek(addDays(first, -7))}>
          前一周
        </Button>
        <Button size="small" onClick={() => showWeek(null)}>
          本周
        </Button>
        <Button size="small" icon={<Icon name="right" size={14} />} onClick={() => showWeek(addDays(first, 7))}>
          后一周
        </Button>
        <span className="itv-hint">
          {first} 至 {last}
        </span>
      </div>
      {talks.isError && <ErrorNote error={talks.error} onRetry={() => void talks.refetch()} />}
      <Card className="itv-calendar">
        <ol>
          {days.map(day => {
            const here = (talks.data?.rows ?? []).filter(({ startsAt }) => dayOf(startsAt) === day).toReversed()
            return (
              <li
                key={day}
                aria-current={day === now ? 'date' : undefined}
                data-rest={weekdayOf(day) % 6 === 0 || undefined}
              >
                <p>
                  <b>{Number(day.slice(8))}</b>
                  {day.endsWith('-01') && `${Number(day.slice(5, 7))}月`}
                  <small>周{'日一二三四五六'.charAt(weekdayOf(day))}</small>
                </p>
                {here.map(talk => (
                  <button
                    key={talk.id}
                    type="button"
                    data-state={talk.state}
                    onClick={() => go(`/interviews/${talk.id}`)}
                  >
                    <b>{clockOf(talk.startsAt)}</b> {subjectsWords(talk.subjects)}
                    <small>
                      {talk.kindTitle}，{namesOf(talk.talkers)}
                    </small>
                  </button>
                ))}
              </li>
            )
          })}
        </ol>
      </Card>
    </div>
  )
}
