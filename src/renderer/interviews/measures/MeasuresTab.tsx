import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Measure, type MeasureKind, measureKinds } from '../../../shared/measures/measures'
import { useCalendar } from '../../api/calendar'
import { useCall } from '../../api/query'
import { useMay } from '../../api/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/icons'
import { StateMark } from '../../ui/marks'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import { AddMeasure } from './AddMeasure'
import { clockMarks, clockNow, dayDots } from './measures.words'
import './measures.css'

const PAGE = 60

/** 提醒, 函询 and 诫勉: what each waits for and how long still. */
export function MeasuresTab() {
  const edits = useMay()('measures.edit')
  const [kinds, setKinds] = useState<readonly MeasureKind[]>([])
  const [shown, setShown] = useState(PAGE)
  const [adding, setAdding] = useState(false)
  const list = useCall('measures', 'list', { kinds: [...kinds], cadreId: null, offset: 0, limit: Math.min(500, shown) })
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <span className="dd-chips">
          {measureKinds.map(kind => (
            <button
              key={kind}
              type="button"
              aria-pressed={kinds.includes(kind)}
              onClick={() => setKinds(kinds.includes(kind) ? kinds.filter(each => each !== kind) : [...kinds, kind])}
            >
              {kind}
            </button>
          ))}
        </span>
        {list.data && <span className="dd-aside">共 {list.data.total} 件</span>}
        {edits && (
          <Button icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
            登记
          </Button>
        )}
      </div>
      <Card className="dd-list">
        {list.isPending && <Loading />}
        {list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
        {list.data?.total === 0 && (
          <EmptyState
            title="没有登记"
            hint="提醒、函询、诫勉决定以后登记在这里，答复和影响期到期时提醒。不写是谁反映的。"
          />
        )}
        <ul>
          {list.data?.rows.map(row => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
        {list.data && list.data.total > list.data.rows.length && (
          <div className="dd-more">
            <Button onClick={() => setShown(shown + PAGE)}>再看一些</Button>
          </div>
        )}
      </Card>
      {adding && <AddMeasure onClose={() => setAdding(false)} />}
    </div>
  )
}

function Row({ row }: { row: Measure }) {
  const [, go] = useLocation()
  const clock = clockNow(row, useCalendar())
  return (
    <li className="dd-row">
      <button type="button" onClick={() => go(`/interviews/measures/${row.id}`)}>
        <b>
          {row.cadreName} · {row.kind}
        </b>
        <span>{row.cadrePost}</span>
      </button>
      <span className="mea-matter">{row.matter}</span>
      <span>
        {dayDots(row.on)}
        <small>{row.documentNumber}</small>
      </span>
      <span>
        <StateMark state={clockMarks[clock.state]}>{clock.words}</StateMark>
        {clock.note !== '' && <small>{clock.note}</small>}
      </span>
    </li>
  )
}
