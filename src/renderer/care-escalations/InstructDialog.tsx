import { Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import type { CareReport, Escalation } from '../../shared/care-escalations/care-escalations'
import { mayInstruct } from '../../shared/care-escalations/escalations.rules'
import { addDays, Day } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { useSession } from '../api/session'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'

const USUAL_DAYS = 7

interface InstructDialogProps {
  readonly row: Escalation
  readonly report: CareReport
  readonly onClose: () => void
}

/** 批示: what is to be done and by when. On that day the matter is due again for whoever does it. */
export function InstructDialog({ row, report, onClose }: InstructDialogProps) {
  const { account } = useSession()
  const [text, setText] = useState('')
  const [wanted, setWanted] = useState<string>(addDays(todayDay(), USUAL_DAYS))
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const day = Day.safeParse(wanted.trim())
  const verdict = day.success
    ? mayInstruct(report, { account: account.id, wantedOn: day.data, today: todayDay() })
    : undefined
  const refusal =
    text.trim() === ''
      ? '先写批示'
      : verdict === undefined
        ? '日期写作 2026-11-30'
        : verdict.allowed
          ? undefined
          : verdict.reason
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined || !day.success) return
    setBusy(true)
    setError(null)
    try {
      await api.careEscalations.instruct({ id: report.id, instruction: { text: text.trim(), wantedOn: day.data } })
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal open title={`批示：${row.title}`} onCancel={onClose} footer={null} width={520} centered>
      <form className="esc-form" onSubmit={event => void submit(event)}>
        <p className="dd-aside">
          {row.about && `${row.about.name}，${row.about.why}。`}
          {showDate(report.on)} 由{report.byName}上报{report.toName}
          {report.note !== '' && `：${report.note}`}
        </p>
        <TextField
          label={report.toId === null ? `${report.toName}的批示（按书面照录）` : '批示'}
          value={text}
          onChange={setText}
          maxChars={400}
          multiline
          rows={3}
          autoFocus
        />
        <TextField label="要求哪一天前办结（到那天列入应办）" value={wanted} onChange={setWanted} nfkc />
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            批示
          </Button>
        </div>
      </form>
    </Modal>
  )
}
