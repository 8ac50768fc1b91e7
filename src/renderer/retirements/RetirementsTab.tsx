import { Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Day } from '../../shared/dates/add-months'
import { monthsOf, showDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import { type RetirementTask, type Retiring, retirementTasks } from '../../shared/retirements/retirements'
import { api } from '../api/client'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { UnitFilter } from '../interviews/UnitFilter'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './retirements.css'

const MONTHS = 18
const PAGE = 60

/** 退休: who comes to the age in the next eighteen months, and what is done for each. */
export function RetirementsTab() {
  const [unitId, setUnitId] = useState<string | null>(null)
  const list = useRows('retirements', 'list', { months: MONTHS, unitId }, PAGE)
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <UnitFilter value={unitId} onChange={setUnitId} />
        {list.total !== undefined && (
          <span className="dd-aside">
            {MONTHS} 个月内到龄 {list.total} 人
          </span>
        )}
      </div>
      <Card className="dd-list">
        {list.isPending && <Loading />}
        {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
        {list.total === 0 && (
          <EmptyState title="18 个月内没有人到龄" hint="按出生年月和原退休年龄推算；推算不出的在干部页上认定。" />
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
          <Task key={task} row={row} task={task} />
        ))}
      </div>
    </li>
  )
}

function Task({ row, task }: { row: Retiring; task: RetirementTask }) {
  const edits = useMay()('care.edit')
  const [error, setError] = useState('')
  const settled = row.tasks.find(each => each.task === task)
  async function settle(state: '已办' | '不需要' | '待办'): Promise<void> {
    try {
      await api.retirements.settle({
        cadreId: row.cadreId,
        task,
        state: state === '待办' ? null : state,
        on: state === '已办' ? Day.parse(today()) : null,
        note: '',
      })
      setError('')
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : '没有存下')
    }
  }
  return (
    <span className="ret-task" data-settled={settled?.state}>
      {task}
      <Select<'待办' | '已办' | '不需要'>
        size="small"
        aria-label={`${row.name}：${task}`}
        value={settled?.state ?? '待办'}
        disabled={!edits}
        onChange={state => void settle(state)}
        options={(['待办', '已办', '不需要'] as const).map(value => ({ value, label: value }))}
      />
      {settled?.on && <small>{showDate(settled.on)}</small>}
      {error !== '' && <small role="alert">{error}</small>}
    </span>
  )
}
