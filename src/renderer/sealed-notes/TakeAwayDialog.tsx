import { Modal, Segmented } from 'antd'
import { useState } from 'react'
import { type RemovalReason, removalReasons } from '../../shared/sealed-notes/sealed-notes'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'

interface TakeAwayDialogProps {
  readonly title: string
  readonly consequence: string
  readonly act: string
  readonly onAct: (why: RemovalReason) => Promise<void>
  readonly onClose: () => void
}

/** Asks before something is taken away. The reason is one of a few: it stands in the audit log, where no content may. */
export function TakeAwayDialog({ title, consequence, act, onAct, onClose }: TakeAwayDialogProps) {
  const [why, setWhy] = useState<RemovalReason>('登记有误')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  async function confirm(): Promise<void> {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await onAct(why)
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width={480} centered>
      <div className="sea-form">
        <p>{consequence}</p>
        <Segmented<RemovalReason> aria-label="理由" block value={why} onChange={setWhy} options={[...removalReasons]} />
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="danger" busy={busy} onClick={() => void confirm()}>
            {act}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
