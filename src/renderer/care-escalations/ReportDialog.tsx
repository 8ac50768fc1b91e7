import { Modal, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { AccountId } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import { mayReport } from '../../shared/care-escalations/escalations.rules'
import { Day } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Field } from '../interviews/plan/Field'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'

interface ReportDialogProps {
  readonly matter: {
    readonly key: string
    readonly cadreId: CadreId
    readonly name: string
    readonly title: string
    readonly dueOn: Day
  }
  readonly onClose: () => void
}

/** To whom a late matter was reported, and when: an account that answers here, or somebody who answers on paper. */
export function ReportDialog({ matter, onClose }: ReportDialogProps) {
  const { key, cadreId, name, title, dueOn } = matter
  const leaders = useCall('careEscalations', 'leaders', { cadreId })
  const [toId, setToId] = useState<AccountId | null>(null)
  const [to, setTo] = useState('')
  const [on, setOn] = useState<string>(todayDay())
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const day = Day.safeParse(on.trim())
  const report = day.success ? { toId, to: toId === null ? to.trim() : '', on: day.data, note: note.trim() } : undefined
  const verdict = report && mayReport(report, { late: true, dueOn, reported: false }, todayDay())
  const refusal = verdict === undefined ? '日期写作 2026-11-30' : verdict.allowed ? undefined : verdict.reason
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined || !report) return
    setBusy(true)
    setError(null)
    try {
      await api.careEscalations.report({ key, cadreId, report })
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal open title={`上报：${name}　${title}`} onCancel={onClose} footer={null} width={480} centered>
      <form className="esc-form" onSubmit={event => void submit(event)}>
        <p className="dd-aside">{showDate(dueOn)} 到期，还没有办。选了账户的，本人能看到这个人和事由，并在这里批示。</p>
        <Field label="上报给">
          <Select
            value={toId}
            onChange={next => setToId(next ?? null)}
            options={(leaders.data ?? []).map(({ id, name: who, department }) => ({
              value: id,
              label: department === '' ? who : `${who}　${department}`,
            }))}
            allowClear
            placeholder="没有账户的写在下面"
            notFoundContent="没有能看到这个单位的领导账户"
          />
        </Field>
        {toId === null && (
          <TextField label="没有账户的，写是谁" value={to} onChange={setTo} maxChars={40} placeholder="某某副部长" />
        )}
        <TextField label="哪一天上报的" value={on} onChange={setOn} nfkc />
        <TextField label="说明（可以不写）" value={note} onChange={setNote} maxChars={200} />
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            登记上报
          </Button>
        </div>
      </form>
    </Modal>
  )
}
