import { Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Entry } from '../../shared/care-register/care-register'
import { Day } from '../../shared/dates/add-months'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { AUDITED_REASON } from '../ui/reason.words'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import './care-register.css'

/** Takes somebody out of a list from a day on, with a reason; the entry stays readable. */
export function EndDialog({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const [until, setUntil] = useState<string>(todayDay())
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const day = Day.safeParse(until.trim())
  const refusal = !day.success ? '日期写作 2026-11-30' : reason.trim() === '' ? '先写理由' : undefined
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || !day.success || refusal !== undefined) return
    setBusy(true)
    try {
      await api.careRegister.end({ id: entry.id, revision: entry.revision, until: day.data, reason: reason.trim() })
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={`${entry.cadreName}移出${entry.kind}名册`}
      onCancel={onClose}
      footer={null}
      width={460}
      centered
      mask={{ closable: false }}
    >
      <form className="crg-form" onSubmit={event => void submit(event)}>
        <TextField label="最后一天" value={until} onChange={setUntil} nfkc />
        <TextField label="理由" hint={AUDITED_REASON} value={reason} onChange={setReason} maxChars={200} autoFocus />
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            移出
          </Button>
        </div>
      </form>
    </Modal>
  )
}
