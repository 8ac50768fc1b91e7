import { useState } from 'react'
import { CareDimension } from '../../shared/care-measures/measures.data'
import { Day } from '../../shared/dates/add-months'
import { yuanWords } from '../../shared/money/fen'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { UnitFilter } from '../interviews/UnitFilter'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'
import './care-records.css'
import { EventDialog } from './EventDialog'
import { LeaveRecords } from './LeaveRecords'
import { RecordDialog } from './RecordDialog'
import { RecordLine } from './RecordLine'
import { recordStart } from './record.form'

const PAGE = 60
const dayOrNull = (text: string): Day | null => {
  const day = Day.safeParse(text.trim())
  return day.success ? day.data : null
}

/** 关爱记录: everything that was done, of everyone within the scope, the latest first. */
export function RecordsTab() {
  const may = useMay()
  const edits = may('care.edit')
  const [dimensions, setDimensions] = useState<readonly CareDimension[]>([])
  const [unitId, setUnitId] = useState<string | null>(null)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [open, setOpen] = useState<'record' | 'event' | 'list' | null>(null)
  const filter = {
    cadreId: null,
    unitId,
    from: dayOrNull(from),
    to: dayOrNull(to),
    occasions: [],
    dimensions: [...dimensions],
  }
  const list = useRows('careRecords', 'list', filter, PAGE)
  const toggle = (each: CareDimension): void =>
    setDimensions(dimensions.includes(each) ? dimensions.filter(other => other !== each) : [...dimensions, each])
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <span className="dd-chips">
          {CareDimension.options.map(each => (
            <button key={each} type="button" aria-pressed={dimensions.includes(each)} onClick={() => toggle(each)}>
              {each}上
            </button>
          ))}
        </span>
        <UnitFilter value={unitId} onChange={setUnitId} />
        <span className="crr-days">
          <TextField label="从哪一天" hideLabel value={from} onChange={setFrom} placeholder="从 2026-01-01" nfkc />
          <TextField label="到哪一天" hideLabel value={to} onChange={setTo} placeholder="到 2026-12-31" nfkc />
        </span>
        {list.last && (
          <span className="dd-aside">
            共 {list.last.total} 条{list.last.moneyFen > 0 && `，慰问金 ${yuanWords(list.last.moneyFen)} 元`}
          </span>
        )}
        <span className="crr-acts">
          {may('cadres.export') && <Button onClick={() => setOpen('list')}>导出</Button>}
          {edits && (
            <>
              <Button onClick={() => setOpen('event')}>登记生活事件</Button>
              <Button kind="primary" onClick={() => setOpen('record')}>
                记录关爱
              </Button>
            </>
          )}
        </span>
      </div>
      <Card className="dd-list">
        {list.isPending && <Loading />}
        {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
        {list.total === 0 && (
          <EmptyState title="还没有关爱记录" hint="办了应办事项，或者做了别的关心关爱，写一句话记下来。" />
        )}
        <ul>
          {list.rows.map(record => (
            <RecordLine key={record.id} record={record} named />
          ))}
        </ul>
        {list.more && (
          <div className="dd-more">
            <Button onClick={list.more}>再看一些，共 {list.total} 条</Button>
          </div>
        )}
      </Card>
      {open === 'record' && <RecordDialog start={recordStart()} onClose={() => setOpen(null)} />}
      {open === 'list' && <LeaveRecords of={filter} onClose={() => setOpen(null)} />}
      {open === 'event' && <EventDialog person={null} onClose={() => setOpen(null)} />}
    </div>
  )
}
