import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Escalation } from '../../shared/care-escalations/care-escalations'
import { showDate } from '../../shared/dates/partial-date'
import { api } from '../api/client'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { type MarkState, StateMark } from '../ui/marks'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'

const marks: Record<Escalation['state'], MarkState> = { 未上报: 'late', 等批示: 'today', 已批示: 'soon' }

interface EscalationLineProps {
  readonly row: Escalation
  readonly onReport: () => void
  readonly onInstruct: () => void
}

/** One matter: of which unit, who should do it, how late; to whom it was told and what came back. */
export function EscalationLine({ row, onReport, onInstruct }: EscalationLineProps) {
  const [, go] = useLocation()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const { about, state } = row
  const report = about?.report ?? null
  return (
    <li className="dd-row esc-row">
      <span>
        {about && may('care.read') ? (
          <button type="button" className="esc-name" onClick={() => go(`/cadres/${about.cadreId}/care`)}>
            <b>{about.name}</b>
          </button>
        ) : (
          <b>{about ? about.name : row.title}</b>
        )}
        <small>{row.unitName || '没有单位'}</small>
      </span>
      <span>
        {row.title}
        <small>{about ? about.why : `由${row.owner || '没有写谁'}办`}</small>
      </span>
      <span>
        逾期 {row.daysLate} 天<small>{showDate(row.dueOn)} 到期</small>
      </span>
      <span>
        <StateMark state={marks[state]}>
          {state === '未上报' || row.reportedOn === null
            ? '请上报'
            : state === '等批示'
              ? `${showDate(row.reportedOn)} 上报${row.reportedTo}`
              : `要求 ${row.wantedOn === null ? '' : showDate(row.wantedOn)} 前办结`}
        </StateMark>
        {report?.instruction && (
          <small className="esc-said">
            {report.instruction.byName}批示：{report.instruction.text}
          </small>
        )}
        {!report?.instruction && report && report.note !== '' && <small className="esc-said">{report.note}</small>}
        {!report && about && <small>由{row.owner || '没有写谁'}办</small>}
      </span>
      <span className="dd-row-acts">
        {state === '未上报' && about && may('care.edit') && (
          <Button size="small" onClick={onReport}>
            已上报…
          </Button>
        )}
        {report && row.mayInstruct && (
          <Button size="small" kind={state === '等批示' ? 'plain' : 'link'} onClick={onInstruct}>
            {state === '等批示' ? '批示' : '再批示'}
          </Button>
        )}
        {report && state === '等批示' && may('care.edit') && (
          <Button size="small" kind="link" onClick={() => setAsking(true)}>
            撤回
          </Button>
        )}
      </span>
      {report && (
        <ReasonDialog
          open={asking}
          title="撤回这次上报"
          consequence={`这一项回到未上报。${AUDITED_REASON}`}
          confirmText="撤回上报"
          onConfirm={async reason => {
            await api.careEscalations.withdraw({ id: report.id, reason })
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}
