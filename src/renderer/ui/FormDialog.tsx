import { Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from './Button'
import { ErrorNote } from './states'
import './board.css'

interface FormDialogProps {
  readonly title: string
  /** Names the act: 登记, not 确定. */
  readonly act: string
  /** Why it cannot be done as it is filled in. */
  readonly refusal: string | undefined
  readonly width?: number
  /** A rejection is shown in the dialog, which stays open with everything that was typed. */
  readonly onAct: () => Promise<unknown>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form over the page: one act, its refusal in words, and what went wrong where it was typed. */
export function FormDialog({ title, act, refusal, width = 560, onAct, onClose, children }: FormDialogProps) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined) return
    setBusy(true)
    setError(null)
    try {
      await onAct()
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={null}
      width={width}
      centered
      destroyOnHidden
      mask={{ closable: false }}
      keyboard={!busy}
    >
      <form className="dd-dialog-form" onSubmit={event => void submit(event)}>
        {children}
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            {act}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
