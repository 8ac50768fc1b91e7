import { useState } from 'react'
import { useLocation } from 'wouter'
import { SOON_MONTHS } from '../../shared/cadres/retirement.rules'
import { monthsOf, showDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import { type Retiring, retirementTasks } from '../../shared/retirements/retirements'
import { useRows } from '../api/query'
import { UnitFilter } from '../interviews/UnitFilter'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './retirements.css'
import { TaskField } from './TaskField'
import { UnknownCard } from './UnknownCard'

const PAGE = 60

/** 退休: who comes to the age in the next eighteen months, and what is done for each. */
export function RetirementsTab() {
  const [unitId, setUnitId] = useState<string | null>(null)
  const list = useRows('retirements', 'list', { months: SOON_MONTHS, unitId }, PAGE)
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <UnitFilter value={unitId} onChange={setUnitId} />
        {list.total !== undefined && (
          <span className="dd-aside">
            {SOON_MONTHS} 个月内到龄 {list.total} 人
          </span>
        )}
      </div>
      <Card className="dd-list">
        {list.isPending && <Loading />}
        {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
        {list.total === 0 && (
          <EmptyState
            title={`${SOON_MONTHS} 个月内没有人到龄`}
            hint="按出生年月和原退休年龄推算；推算不出的另列在下面。"
          />
        )}
        <ul>
          {list.rows.map(row => (
            <Row key={row.cadreId} row={row} />
          ))}
        </ul>
        {list.more && (
          <div className="dd-more">
            <Button onClick={list.more}>再看一些</Button>
          </div>
        )}
      </Card>
      <UnknownCard unitId={unitId} />
    </div>
  )
}

function Row({ row }: { row: Retiring }) {
  const [, go] = useLocation()
  const left = monthsOf(row.first).earliest - monthsOf(today()).latest
  return (
    <li className="dd-row ret-row">
      <button type="button" onClick={() => go(`/cadres/${row.cadreId}`)}>
        <b>{row.name}</b>
        <span>
          {row.unitName} {row.post}
        </span>
      </button>
      <span>
        {showDate(row.first)}
        {row.last !== row.first && `至 ${showDate(row.last)}`}
        <small>{row.decided ? '组织认定' : '推算'}</small>
      </span>
      <StateMark state={left < 0 ? 'late' : left <= 3 ? 'today' : 'soon'}>
        {left < 0 ? `已过 ${-left} 个月` : left === 0 ? '本月' : `还有 ${left} 个月`}
      </StateMark>
      <div className="ret-tasks">
        {retirementTasks.map(task => (
          <TaskField
            key={task}
            person={{ id: row.cadreId, name: row.name }}
            task={task}
            settled={row.tasks.find(each => each.task === task)}
          />
        ))}
      </div>
    </li>
  )
}
