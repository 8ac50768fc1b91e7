import { useState } from 'react'
import { useLocation } from 'wouter'
import { offeredFor } from '../../shared/care-records/occasions'
import { careTitles } from '../../shared/care-rules/care-rules'
import type { CareDueRow } from '../../shared/care-rules/care-rules.contract'
import { showDate } from '../../shared/dates/partial-date'
import { api } from '../api/client'
import { useMay } from '../api/session'
import { ReportDialog } from '../care-escalations/ReportDialog'
import { careMarks } from '../care-records/care.words'
import { congratulate, isCongratulated } from '../care-records/congratulate'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Stamp, StateMark } from '../ui/marks'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { ErrorNote } from '../ui/states'
import { RecordButton } from './RecordButton'

const isOpen = ({ state }: CareDueRow): boolean => state === 'late' || state === 'due' || state === 'soon'

/** The day, and the day on which it should be done where that is another. */
function dayWords({ dueOn, actOn, report }: CareDueRow): string {
  if (report?.instruction) return `${showDate(dueOn)} 到期，批示 ${showDate(report.instruction.wantedOn)} 前办`
  return actOn === dueOn ? showDate(dueOn) : `${showDate(dueOn)}（放假，${showDate(actOn)} 办）`
}

/** To whom it was reported, and what came back. */
const reportWords = ({ on, toName, instruction }: NonNullable<CareDueRow['report']>): string =>
  instruction === null ? `${showDate(on)} 上报${toName}` : `${instruction.byName}批示：${instruction.text}`

interface DueLineProps {
  readonly row: CareDueRow
  readonly picked: boolean
  readonly onPick: (() => void) | undefined
  readonly onRecord: () => void
  /** Undefined where nothing is waived. */
  readonly onWaive?: () => void
}

/** One matter: whom, what and why, with its basis; recorded from here, or waived with a reason. */
export function DueLine({ row, picked, onPick, onRecord, onWaive }: DueLineProps) {
  const [, go] = useLocation()
  const edits = useMay()('care.edit')
  const [error, setError] = useState<unknown>(null)
  const [asking, setAsking] = useState(false)
  const [reporting, setReporting] = useState(false)
  const open = isOpen(row)
  return (
    <li className="crl-row" data-state={row.state}>
      {onPick && open ? (
        <input type="checkbox" aria-label={`选${row.name}${row.title}`} checked={picked} onChange={onPick} />
      ) : (
        <span />
      )}
      <Stamp>{offeredFor[row.occasion].stamp}</Stamp>
      <button type="button" onClick={() => go(`/cadres/${row.cadreId}/care`)}>
        <b>{row.name}</b>
        <span>{row.post || row.unitName}</span>
      </button>
      <span>
        {row.title}
        <small>
          {row.why}
          <BasisWord basis={row.basis} />
        </small>
      </span>
      <span>
        <StateMark state={careMarks[row.state]}>
          {careTitles[row.state]} {dayWords(row)}
          {row.report === null && row.escalated && '，请上报'}
        </StateMark>
        {row.report && <small>{reportWords(row.report)}</small>}
        <small>{row.waivedFor ?? (row.visitor === '' ? row.owner : `${row.visitor} 结对`)}</small>
      </span>
      <span className="dd-row-acts">
        {open && edits && (
          <>
            {isCongratulated(row) && (
              <Button
                size="small"
                onClick={() => {
                  setError(null)
                  congratulate(row).catch(setError)
                }}
              >
                已祝贺
              </Button>
            )}
            <RecordButton row={row} onRecord={onRecord} />
            {row.escalated && row.report === null && (
              <Button size="small" kind="link" onClick={() => setReporting(true)}>
                已上报…
              </Button>
            )}
            {onWaive && (
              <Button size="small" kind="link" onClick={onWaive}>
                免办
              </Button>
            )}
          </>
        )}
        {row.state === 'waived' && edits && (
          <Button size="small" kind="link" onClick={() => setAsking(true)}>
            撤销免办
          </Button>
        )}
        {error !== null && <ErrorNote error={error} />}
      </span>
      {reporting && <ReportDialog matter={row} onClose={() => setReporting(false)} />}
      {asking && (
        <ReasonDialog
          open
          title={`${row.name}：${row.title}撤销免办`}
          consequence={`这一次重新列为应办。${AUDITED_REASON}`}
          confirmText="撤销免办"
          onConfirm={async reason => {
            await api.careRules.unwaive({ key: row.key, cadreId: row.cadreId, reason })
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}
