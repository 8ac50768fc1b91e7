import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { CareDimension } from '../../shared/care-measures/measures.data'
import type { CareState } from '../../shared/care-rules/care-rules'
import { careTitles } from '../../shared/care-rules/care-rules'
import type { CareDueRow } from '../../shared/care-rules/care-rules.contract'
import { addDays } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { useCall, useRows } from '../api/query'
import { useMay } from '../api/session'
import { RecordDialog } from '../care-records/RecordDialog'
import { UnitFilter } from '../interviews/UnitFilter'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './care-rules.css'
import { startOf } from '../care-records/start'
import { DueLine } from './DueLine'
import { LeaveDue } from './LeaveDue'
import { PrintWeek } from './PrintWeek'

const PAGE = 80
const spans = [
  { value: 'near', label: '近期' },
  { value: 'today', label: '今天' },
  { value: 'week', label: '七天' },
  { value: 'month', label: '三十天' },
] as const
type Span = (typeof spans)[number]['value']
const daysOf: Record<Span, number | null> = { near: null, today: 0, week: 6, month: 29 }

/** 应办: who needs care by the rules, each with its basis; recorded from here, or waived with a reason. */
export function DueTab() {
  const may = useMay()
  const edits = may('care.edit')
  const [states, setStates] = useState<readonly CareState[]>(['late', 'due', 'soon'])
  const [span, setSpan] = useState<Span>('near')
  const [unitId, setUnitId] = useState<string | null>(null)
  const [ruleId, setRuleId] = useState<string | null>(null)
  const [dimension, setDimension] = useState<CareDimension | null>(null)
  const [recording, setRecording] = useState<CareDueRow>()
  const [waiving, setWaiving] = useState<readonly CareDueRow[]>([])
  const [picked, setPicked] = useState<readonly string[]>([])
  const [leaving, setLeaving] = useState<'week' | 'list' | null>(null)
  const rules = useCall('careRules', 'list', {})
  const days = daysOf[span]
  const until = days === null ? null : addDays(todayDay(), days)
  const of = { states: [...states], unitId, cadreId: null, ruleId, dimension, from: null, until }
  const due = useRows('careRules', 'due', of, PAGE)
  const chosen = due.rows.filter(({ key }) => picked.includes(key))
  const toggle = (state: CareState): void =>
    setStates(states.includes(state) ? states.filter(each => each !== state) : [...states, state])
  const pick = (key: string): void =>
    setPicked(picked.includes(key) ? picked.filter(each => each !== key) : [...picked, key])
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <Segmented<Span> aria-label="哪几天" value={span} onChange={setSpan} options={[...spans]} />
        <span className="dd-chips">
          {(Object.keys(careTitles) as CareState[]).map(state => (
            <button key={state} type="button" aria-pressed={states.includes(state)} onClick={() => toggle(state)}>
              {careTitles[state]} {due.last?.counts[state] ?? ''}
            </button>
          ))}
        </span>
        <UnitFilter value={unitId} onChange={setUnitId} />
        <Select
          aria-label="事项"
          className="crl-select"
          value={ruleId}
          onChange={next => setRuleId(next ?? null)}
          options={(rules.data ?? []).filter(({ on }) => on).map(({ id, title }) => ({ value: id, label: title }))}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          allowClear
          placeholder="全部事项"
        />
        <Select
          aria-label="方面"
          className="crl-short"
          value={dimension}
          onChange={next => setDimension(next ?? null)}
          options={CareDimension.options.map(value => ({ value, label: `${value}上` }))}
          allowClear
          placeholder="四个方面"
        />
        <span className="crl-acts">
          {chosen.length > 0 && <Button onClick={() => setWaiving(chosen)}>免办所选 {chosen.length} 项</Button>}
          {may('cadres.export') && (
            <>
              <Button onClick={() => setLeaving('list')}>导出</Button>
              <Button icon={<Icon name="print" size={16} />} onClick={() => setLeaving('week')}>
                打印本周
              </Button>
            </>
          )}
        </span>
      </div>
      {due.last && due.last.unknownYears.length > 0 && (
        <p className="crl-unknown">
          {due.last.unknownYears.join('、')} 年的放假安排还没有录入，这些年份的日期没有按工作日调整。
        </p>
      )}
      <Card className="dd-list">
        {due.isPending && <Loading />}
        {due.error && <ErrorNote error={due.error} onRetry={due.retry} />}
        {due.total === 0 && <EmptyState title="这几天没有应办的事" hint="到期前几天会按规则列在这里，依据一并写明。" />}
        <ul>
          {due.rows.map(row => (
            <DueLine
              key={row.key}
              row={row}
              picked={picked.includes(row.key)}
              onPick={edits ? () => pick(row.key) : undefined}
              onRecord={() => setRecording(row)}
              onWaive={() => setWaiving([row])}
            />
          ))}
        </ul>
        {due.more && (
          <div className="dd-more">
            <Button onClick={due.more}>再看一些，共 {due.total} 项</Button>
          </div>
        )}
      </Card>
      {recording && <RecordDialog start={startOf(recording)} onClose={() => setRecording(undefined)} />}
      {leaving === 'week' && <PrintWeek from={todayDay()} unitId={unitId} onClose={() => setLeaving(null)} />}
      {leaving === 'list' && <LeaveDue of={of} onClose={() => setLeaving(null)} />}
      {waiving.length > 0 && (
        <ReasonDialog
          open
          title={
            waiving.length === 1
              ? `${waiving[0]?.name ?? ''}：${waiving[0]?.title ?? ''}免办`
              : `免办 ${waiving.length} 项`
          }
          consequence={`只免这${waiving.length === 1 ? `一次（${showDate(waiving[0]?.dueOn ?? todayDay())}）` : '几次'}；下次到期仍会列出。可以撤销。${AUDITED_REASON}`}
          confirmText="免办"
          onConfirm={async reason => {
            await api.careRules.waive({ keys: waiving.map(({ key, cadreId }) => ({ key, cadreId })), reason })
            setPicked([])
          }}
          onClose={() => setWaiving([])}
        />
      )}
    </div>
  )
}
