import { App, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../api/client'
import { useDraft } from '../api/drafts'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'

const MAX_NOTE = 500

/** The auditor's own words about what was looked at. They become a line of the log and set the next day due. */
export function ReviewDialog({ everyDays, onClose }: { everyDays: number; onClose: () => void }) {
  const draft = useDraft('audit.review', { note: '' })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { message } = App.useApp()
  const note = draft.value.note.trim()
  const problem = note === '' ? '先写检查情况' : [...note].length > MAX_NOTE ? `最多 ${MAX_NOTE} 个字` : undefined
  const run = async (): Promise<void> => {
    if (problem !== undefined || busy) return
    setBusy(true)
    setError(null)
    try {
      await api.audit.review({ note })
      await draft.discard()
      void message.info('检查已记录')
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title="记录审计检查"
      footer={null}
      width={520}
      centered
      mask={{ closable: false }}
      keyboard={!busy}
      onCancel={onClose}
    >
      <form
        className="aud-dialog"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void run()
        }}
      >
        <p className="aud-hint">写明看了哪一段、有没有异常、怎样处理。记下后不能修改，{everyDays} 天后再检查。</p>
        <TextField
          label="检查情况"
          value={draft.value.note}
          onChange={text => draft.set({ note: text })}
          maxChars={MAX_NOTE}
          multiline
          rows={5}
          autoFocus
          required
        />
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            先不记
          </Button>
          <Button kind="primary" submit busy={busy} reason={problem}>
            记录检查
          </Button>
        </div>
      </form>
    </Modal>
  )
}
