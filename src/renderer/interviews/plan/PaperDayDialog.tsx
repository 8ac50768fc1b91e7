import { Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import { Day } from '../../../shared/dates/add-months'
import { today } from '../../../shared/dates/today'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'
import { dayOf } from '../interviews.words'

interface PaperDayDialogProps {
  /** When it was planned: the likeliest day. */
  readonly first: string
  readonly onDay: (day: Day) => Promise<void>
  readonly onClose: () => void
}

/** The day on which a talk was held that is typed in from paper: coverage and due dates go by it. */
export function PaperDayDialog({ first, onDay, onClose }: PaperDayDialogProps) {
  const now = today()
  const [text, setText] = useState<string>(dayOf(first) > now ? now : dayOf(first))
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const day = Day.safeParse(text)
  const refusal = day.success ? (day.data > now ? '谈话日期还没有到' : undefined) : '日期写作 2026-12-10'
  async function begin(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined || !day.success) return
    setBusy(true)
    try {
      await onDay(day.data)
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal open title="补录纸质记录" onCancel={onClose} footer={null} width={420} centered destroyOnHidden>
      <form className="itv-plan" onSubmit={event => void begin(event)}>
        <TextField
          label="谈话日期"
          hint="纸上写的那一天；覆盖和应谈按这一天算"
          value={text}
          onChange={setText}
          nfkc
          autoFocus
        />
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose}>取消</Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            开始补录
          </Button>
        </div>
      </form>
    </Modal>
  )
}
