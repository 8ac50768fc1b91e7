import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { Button } from './Button'
import { countChars } from './composed'
import { ErrorNote } from './states'
import { TextField } from './TextField'

interface ReasonDialogProps {
  open: boolean
  title: string
  /** What will happen and how to undo it, in words. */
  consequence: ReactNode
  /** Names the act: 停用, not 确定. */
  confirmText: string
  danger?: boolean
  /** A rejection is shown in the dialog, which stays open with the reason kept. */
  onConfirm: (reason: string) => Promise<void>
  onClose: () => void
}

const MAX_REASON = 200

/** Asks why before something is done that leaves a mark in the audit log. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { open, title, consequence, confirmText, danger = false, onConfirm, onClose } = props
  const [busy, setBusy] = useState(false)
  return (
    <Modal
      open={open}
      title={title}
      onCancel={onClose}
      footer={null}
      width={480}
      destroyOnHidden
      centered
      mask={{ closable: false }}
      keyboard={!busy}
      closable={!busy}
    >
      <ReasonForm {...{ consequence, confirmText, danger, onConfirm, onClose, busy, setBusy }} />
    </Modal>
  )
}

type FormProps = Pick<ReasonDialogProps, 'consequence' | 'confirmText' | 'danger' | 'onConfirm' | 'onClose'> & {
  busy: boolean
  setBusy: (busy: boolean) => void
}

function ReasonForm({ consequence, confirmText, danger, onConfirm, onClose, busy, setBusy }: FormProps) {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const text = reason.trim()
  const missing =
    text === '' ? '请先写明理由' : countChars(text) > MAX_REASON ? `理由最多 ${MAX_REASON} 个字` : undefined

  const confirm = async (): Promise<void> => {
    if (missing !== undefined || busy) return
    setBusy(true)
    setError(null)
    try {
      await onConfirm(text)
      onClose()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      className="dd-reason"
      onSubmit={event => {
        event.preventDefault()
        void confirm()
      }}
    >
      <div className="dd-reason-consequence">{consequence}</div>
      <TextField
        label="理由"
        value={reason}
        onChange={setReason}
        maxChars={MAX_REASON}
        multiline
        rows={3}
        autoFocus
        required
      />
      {error !== null && <ErrorNote error={error} />}
      <div className="dd-dialog-end">
        <Button onClick={onClose} disabled={busy}>
          取消
        </Button>
        <Button kind={danger ? 'danger' : 'primary'} submit busy={busy} reason={missing}>
          {confirmText}
        </Button>
      </div>
    </form>
  )
}
