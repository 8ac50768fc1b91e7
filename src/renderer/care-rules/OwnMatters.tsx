import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { careTitles } from '../../shared/care-rules/care-rules'
import type { CareDueRow } from '../../shared/care-rules/care-rules.contract'
import { showDate } from '../../shared/dates/partial-date'
import { api } from '../api/client'
import { useMay } from '../api/session'
import { careMarks } from '../care-records/care.words'
import { RecordDialog } from '../care-records/RecordDialog'
import { startOf } from '../care-records/start'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { StateMark } from '../ui/marks'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import './care-rules.css'
import { RecordButton } from './RecordButton'

interface OwnMattersProps {
  readonly cadreId: CadreId
  readonly rows: readonly CareDueRow[]
}

/** Matters of one person on their own page: recorded from here, waived with a reason, or the waiver taken back. */
export function OwnMatters({ cadreId, rows }: OwnMattersProps) {
  const edits = useMay()('care.edit')
  const [open, setOpen] = useState<{ readonly what: 'record' | 'waive' | 'unwaive'; readonly row: CareDueRow }>()
  return (
    <>
      <ul>
        {rows.map(row => (
          <li key={row.key} className="crl-own">
            <p>
              <b>{row.title}</b>
              <StateMark state={careMarks[row.state]}>
                {careTitles[row.state]} {showDate(row.dueOn)}
              </StateMark>
            </p>
            <p>
              <small>{row.waivedFor === null ? row.why : `${row.why}；免办：${row.waivedFor}`}</small>
              <BasisWord basis={row.basis} />
            </p>
            {edits && row.state !== 'done' && (
              <span className="dd-row-acts">
                {row.state === 'waived' ? (
                  <Button size="small" kind="link" onClick={() => setOpen({ what: 'unwaive', row })}>
                    撤销免办
                  </Button>
                ) : (
                  <>
                    <RecordButton row={row} onRecord={() => setOpen({ what: 'record', row })} />
                    <Button size="small" kind="link" onClick={() => setOpen({ what: 'waive', row })}>
                      免办
                    </Button>
                  </>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {open?.what === 'record' && <RecordDialog start={startOf(open.row)} onClose={() => setOpen(undefined)} />}
      {open?.what === 'unwaive' && (
        <ReasonDialog
          open
          title={`撤销${open.row.title}的免办`}
          consequence={`重新列为应办。${AUDITED_REASON}`}
          confirmText="撤销免办"
          onConfirm={async reason => {
            await api.careRules.unwaive({ key: open.row.key, cadreId, reason })
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
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
    </>
  )
}
