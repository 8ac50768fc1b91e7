import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import type { CareDueRow } from '../../shared/care-rules/care-rules.contract'
import { showDate } from '../../shared/dates/partial-date'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { careMarks, careTitles } from '../care-records/care.words'
import { RecordDialog } from '../care-records/RecordDialog'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { ErrorNote } from '../ui/states'
import './care-rules.css'
import { startOf } from '../care-records/start'

/** What the rules ask for with one person; without anything the card is not there. */
export function DueOfPerson({ cadreId }: { readonly cadreId: CadreId }) {
  const edits = useMay()('care.edit')
  const [open, setOpen] = useState<{ readonly what: 'record' | 'waive'; readonly row: CareDueRow }>()
  const due = useCall('careRules', 'due', {
    states: ['late', 'due', 'soon'],
    unitId: null,
    cadreId,
    ruleId: null,
    dimension: null,
    from: null,
    until: null,
    offset: 0,
    limit: 50,
  })
  if (due.isError) return <ErrorNote error={due.error} onRetry={() => void due.refetch()} />
  if (!due.data || due.data.rows.length === 0) return null
  return (
    <Card title="应办" note="按规则列出，怎么办由人定">
      <ul>
        {due.data.rows.map(row => (
          <li key={row.key} className="crl-own">
            <p>
              <b>{row.title}</b>
              <StateMark state={careMarks[row.state]}>
                {careTitles[row.state]} {showDate(row.dueOn)}
              </StateMark>
            </p>
            <p>
              <small>{row.why}</small>
              <BasisWord basis={row.basis} />
            </p>
            {edits && (
              <span className="dd-row-acts">
                <Button size="small" onClick={() => setOpen({ what: 'record', row })}>
                  记录
                </Button>
                <Button size="small" kind="link" onClick={() => setOpen({ what: 'waive', row })}>
                  免办
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {open?.what === 'record' && <RecordDialog start={startOf(open.row)} onClose={() => setOpen(undefined)} />}
      {open?.what === 'waive' && (
        <ReasonDialog
          open
          title={`${open.row.title}免办`}
          consequence={`只免这一次；下次到期仍会列出。可以在应办名单里撤销。${AUDITED_REASON}`}
          confirmText="免办"
          onConfirm={async reason => {
            await api.careRules.waive({ keys: [{ key: open.row.key, cadreId }], reason })
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  )
}
