import { Modal } from 'antd'
import { useState } from 'react'
import { SavedQuery } from '../../shared/queries/queries'
import { Button } from '../ui/Button'
import { countChars } from '../ui/composed'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'

const MOST_NAME = SavedQuery.shape.name.maxLength ?? 40

interface SaveDialogProps {
  title: string
  name: string
  /** Undefined where only the name is asked for. */
  shared?: boolean
  onSave: (name: string, shared: boolean) => Promise<void>
  onClose: () => void
}

/** The name of a question, and whether others may use it. */
export function SaveDialog({ title, name: before, shared: sharedBefore, onSave, onClose }: SaveDialogProps) {
  const [name, setName] = useState(before)
  const [shared, setShared] = useState(sharedBefore ?? false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const text = name.trim()
  const refusal = text === '' ? '先写名称' : countChars(text) > MOST_NAME ? `名称最多 ${MOST_NAME} 个字` : undefined
  const save = async (): Promise<void> => {
    if (refusal !== undefined || busy) return
    setBusy(true)
    try {
      await onSave(text, shared)
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width={420} centered mask={{ closable: false }}>
      <form
        className="cad-add"
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label="名称"
          value={name}
          onChange={setName}
          onEnter={() => void save()}
          maxChars={MOST_NAME}
          autoFocus
          required
        />
        {sharedBefore !== undefined && (
          <label className="qry-share">
            <input type="checkbox" checked={shared} onChange={event => setShared(event.target.checked)} />
            共享给其他人：他们各自只查到自己范围内的人，不能改这个查询
          </label>
        )}
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose}>取消</Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            保存
          </Button>
        </div>
      </form>
    </Modal>
  )
}
