import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { addDays, addMonths, Day, weekdayOf } from '../../../shared/dates/add-months'
import { showDate } from '../../../shared/dates/partial-date'
import { today } from '../../../shared/dates/today'
import type { InterviewHeader } from '../../../shared/interviews/interviews'
import { useCall } from '../../api/query'
import { useMay } from '../../api/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/icons'
import { ErrorNote } from '../../ui/states'
import { useInterviewsStore } from '../interviews.store'
import { dayOf } from '../interviews.words'
import { UnitFilter } from '../UnitFilter'
import './calendar.css'
import { DayCell } from './DayCell'
import { MovedNote } from './MovedNote'
import { useMoving } from './useMoving'

const monday = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))
const MONTH_WEEKS = 6
type View = 'week' | 'month'

/** 日程: a week or a month of talks, moved by dragging or by keys with every check of a plan. */
export function CalendarTab() {
  const { week, showWeek } = useInterviewsStore()
  const [view, setView] = useState<View>('week')
  const [unitId, setUnitId] = useState<string | null>(null)
  const [talkerId, setTalkerId] = useState<string | null>(null)
  const plans = useMay()('interviews.plan')
  const talkers = useCall('interviews', 'talkers', {})
  const moving = useMoving()
  const [, go] = useLocation()
  const now = Day.parse(today())
  const at = week === null ? now : Day.parse(week)
  const first = monday(view === 'week' ? at : Day.parse(`${at.slice(0, 7)}-01`))
  const days = Array.from({ length: view === 'week' ? 7 : MONTH_WEEKS * 7 }, (_, place) => addDays(first, place))
  const talks = useCall('interviews', 'list', {
    filter: {
      mine: false,
      from: first,
      to: days.at(-1) ?? first,
      states: ['planned', 'open', 'closed', 'final'],
      kinds: [],
      cadreId: null,
      roundId: null,
      unitId,
      talkerId,
    },
    offset: 0,
    limit: 500,
  })
  const step = (by: -1 | 1): void => showWeek(view === 'week' ? addDays(at, 7 * by) : addMonths(at, by))
  const on = (day: Day): InterviewHeader[] =>
    (talks.data?.rows ?? []).filter(({ startsAt }) => dayOf(startsAt) === day).toReversed()
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <Segmented<View>
          value={view}
          onChange={setView}
          options={[
            { value: 'week', label: '周' },
            { value: 'month', label: '月' },
          ]}
        />
        <Button size="small" icon={<Icon name="left" size={14} />} onClick={() => step(-1)}>
          {view === 'week' ? '前一周' : '前一月'}
        </Button>
        <Button size="small" onClick={() => showWeek(null)}>
          {view === 'week' ? '本周' : '本月'}
        </Button>
        <Button size="small" icon={<Icon name="right" size={14} />} onClick={() => step(1)}>
          {view === 'week' ? '后一周' : '后一月'}
        </Button>
        <b className="itv-span">{spanOf(view, at, days)}</b>
        <UnitFilter value={unitId} onChange={setUnitId} />
        {plans && (
          <Select
            aria-label="谈话人"
            value={talkerId}
            onChange={next => setTalkerId(next ?? null)}
            allowClear
            placeholder="全部谈话人"
            showSearch={{ optionFilterProp: 'label' }}
            options={talkers.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          />
        )}
      </div>
      <MovedNote moving={moving} />
      {talks.isError && <ErrorNote error={talks.error} onRetry={() => void talks.refetch()} />}
      <Card className="itv-calendar">
        <ol data-view={view} aria-label={spanOf(view, at, days)}>
          {days.map(day => (
            <DayCell
              key={day}
              day={day}
              talks={on(day)}
              isToday={day === now}
              isBeside={view === 'month' && day.slice(0, 7) !== at.slice(0, 7)}
              moving={plans ? moving : undefined}
              onOpen={id => go(`/interviews/${id}`)}
            />
          ))}
        </ol>
      </Card>
      {plans && (
        <p className="dd-aside">
          已安排的可以拖到另一天；选中一次谈话后，<kbd>Alt</kbd> 加左右箭头改到前一天或后一天，<kbd>Alt</kbd>{' '}
          加上下箭头提前或推后半小时。改期照样核对时间冲突和回避。
        </p>
      )}
    </div>
  )
}

const spanOf = (view: View, at: Day, days: readonly Day[]): string =>
  view === 'month'
    ? `${at.slice(0, 4)}年${Number(at.slice(5, 7))}月`
    : `${showDate(days[0] ?? at)} 至 ${showDate(days.at(-1) ?? at)}`
