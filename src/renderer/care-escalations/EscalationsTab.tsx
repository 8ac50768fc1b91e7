import { Select } from 'antd'
import { useState } from 'react'
import { type Escalation, type EscalationState, escalationStates } from '../../shared/care-escalations/care-escalations'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { UnitFilter } from '../interviews/UnitFilter'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './care-escalations.css'
import { EscalationLine } from './EscalationLine'
import { InstructDialog } from './InstructDialog'
import { ReportDialog } from './ReportDialog'

const PAGE = 60

/** 上报: what has been late for long, by unit and by who should do it; what was reported, and what the leader said. */
export function EscalationsTab() {
  const seesPeople = useMay()('care.read')
  const [states, setStates] = useState<readonly EscalationState[]>([])
  const [unitId, setUnitId] = useState<string | null>(null)
  const [owner, setOwner] = useState<string | null>(null)
  const [open, setOpen] = useState<{ readonly what: 'report' | 'instruct'; readonly row: Escalation }>()
  const list = useRows('careEscalations', 'list', { states: [...states], unitId, owner }, PAGE)
  const toggle = (state: EscalationState): void =>
    setStates(states.includes(state) ? states.filter(each => each !== state) : [...states, state])
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <span className="dd-chips">
          {escalationStates.map(state => (
            <button key={state} type="button" aria-pressed={states.includes(state)} onClick={() => toggle(state)}>
              {state} {list.last?.counts[state] ?? ''}
            </button>
          ))}
        </span>
        <UnitFilter value={unitId} onChange={setUnitId} />
        <Select
          aria-label="谁办"
          className="esc-owner"
          value={owner}
          onChange={next => setOwner(next ?? null)}
          options={(list.last?.owners ?? []).map(value => ({ value, label: value === '' ? '没有写谁办' : value }))}
          popupMatchSelectWidth={false}
          allowClear
          placeholder="不分谁办"
        />
        <span className="dd-aside">
          {seesPeople ? '逾期的天数由各条规则定' : '只列事项和单位；上报给您本人的，能看到是谁'}
        </span>
      </div>
      <Card className="dd-list">
        {list.isPending && <Loading />}
        {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
        {list.total === 0 && <EmptyState title="没有要上报的" hint="逾期超过规则所定天数还没有办的，会列在这里。" />}
        <ul>
          {list.rows.map(row => (
            <EscalationLine
              key={row.key}
              row={row}
              onReport={() => setOpen({ what: 'report', row })}
              onInstruct={() => setOpen({ what: 'instruct', row })}
            />
          ))}
        </ul>
        {list.more && (
          <div className="dd-more">
            <Button onClick={list.more}>再看一些，共 {list.total} 件</Button>
          </div>
        )}
      </Card>
      {open?.what === 'report' && open.row.about && (
        <ReportDialog
          matter={{ ...open.row, cadreId: open.row.about.cadreId, name: open.row.about.name }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.what === 'instruct' && open.row.about?.report && (
        <InstructDialog row={open.row} report={open.row.about.report} onClose={() => setOpen(undefined)} />
      )}
    </div>
  )
}
