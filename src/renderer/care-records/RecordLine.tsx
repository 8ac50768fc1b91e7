import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CareRecordRow } from '../../shared/care-records/care-records.contract'
import { offeredFor } from '../../shared/care-records/occasions'
import { givenWords } from '../../shared/care-records/records-paper.rules'
import { showDate } from '../../shared/dates/partial-date'
import { api } from '../api/client'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Stamp } from '../ui/marks'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { RecordDialog } from './RecordDialog'
import { recordStart } from './record.form'

/** One record: what was done, by whom, what was given, what comes next. It is corrected or withdrawn with a reason. */
export function RecordLine({ record, named = false }: { readonly record: CareRecordRow; readonly named?: boolean }) {
  const [, go] = useLocation()
  const edits = useMay()('care.edit') && record.withdrawnFor === null && record.hardshipId === null
  const [open, setOpen] = useState<'change' | 'withdraw' | null>(null)
  const given = givenWords(record)
  const next =
    record.nextStep === '' ? '' : `下一步${record.nextOn ? `（${showDate(record.nextOn)}）` : ''}：${record.nextStep}`
  return (
    <li className="crr-record" data-withdrawn={record.withdrawnFor === null ? undefined : true}>
      <Stamp>{offeredFor[record.occasion].stamp}</Stamp>
      <div>
        <p>
          {named && (
            <button type="button" className="crr-name" onClick={() => go(`/cadres/${record.cadreId}/care`)}>
              <b>{record.cadreName}</b>
            </button>
          )}
          <b>{record.occasion}</b>　{record.form}　<time>{showDate(record.on)}</time>
          {record.visitors !== '' && <small>　{record.visitors}</small>}
        </p>
        {record.what !== '' && <p>{record.what}</p>}
        {given !== '' && (
          <p>
            <small>{given}</small>
          </p>
        )}
        {record.attachments.length > 0 && (
          <p>
            <button type="button" className="crr-name" onClick={() => go(`/cadres/${record.cadreId}/attachments`)}>
              照片、凭证 {record.attachments.length} 份
            </button>
          </p>
        )}
        {record.hardshipId !== null && (
          <p>
            <button type="button" className="crr-name" onClick={() => go(`/care/hardships/${record.hardshipId}`)}>
              困难帮扶登记的救助
            </button>
          </p>
        )}
        {record.promise !== '' && <p>承诺：{record.promise}</p>}
        {next !== '' && <p>{next}</p>}
        {record.withdrawnFor !== null && (
          <p>
            <small>已撤回：{record.withdrawnFor}</small>
          </p>
        )}
      </div>
      <span className="dd-row-acts">
        {edits && (
          <>
            <Button kind="link" size="small" onClick={() => setOpen('change')}>
              修改
            </Button>
            <Button kind="link" size="small" onClick={() => setOpen('withdraw')}>
              撤回
            </Button>
          </>
        )}
      </span>
      {open === 'change' && (
        <RecordDialog
          start={recordStart({
            person: { id: record.cadreId, name: record.cadreName },
            occasion: record.occasion,
            dueKey: record.dueKey,
            eventId: record.eventId,
          })}
          record={record}
          onClose={() => setOpen(null)}
        />
      )}
      <ReasonDialog
        open={open === 'withdraw'}
        title="撤回这条关爱记录"
        consequence={`撤回后不再计数，记录和理由仍然看得到；它办掉的事项会重新列为应办。${AUDITED_REASON}`}
        confirmText="撤回"
        onConfirm={async reason => {
          await api.careRecords.withdraw({ id: record.id, revision: record.revision, reason })
        }}
        onClose={() => setOpen(null)}
      />
    </li>
  )
}
