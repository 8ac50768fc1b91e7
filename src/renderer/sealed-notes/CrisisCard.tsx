import { Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'

/** What to do when it is urgent: the steps and telephones that the unit has entered, and nothing that it has not. */
export function CrisisCard() {
  const card = useCall('sealedNotes', 'crisis', {})
  const configures = useMay()('care.configure')
  const [editing, setEditing] = useState(false)
  return (
    <Card
      className="sea-crisis"
      title="紧急情况"
      more={
        configures && (
          <Button kind="link" size="small" onClick={() => setEditing(true)}>
            {card.data ? '修改' : '填写'}
          </Button>
        )
      }
    >
      {card.isPending && <Loading />}
      {card.isError && <ErrorNote error={card.error} onRetry={() => void card.refetch()} />}
      {card.data && <p className="sea-crisis-text">{card.data.text}</p>}
      {card.data === null && (
        <p className="sea-crisis-none">本单位还没有填写步骤和电话。填好以后，所有登记关爱的人都能看到。</p>
      )}
      {editing && <CrisisForm text={card.data?.text ?? ''} onClose={() => setEditing(false)} />}
    </Card>
  )
}

function CrisisForm({ text: before, onClose }: { text: string; onClose: () => void }) {
  const [text, setText] = useState(before)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const refusal = text.trim() === before ? '没有改动' : reason.trim() === '' ? '先写理由' : undefined
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined) return
    setBusy(true)
    setError(null)
    try {
      await api.sealedNotes.setCrisis({ text: text.trim(), reason: reason.trim() })
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal open title="紧急情况的步骤和电话" onCancel={onClose} footer={null} width={560} centered>
      <form className="sea-form" onSubmit={event => void submit(event)}>
        <TextField
          label="步骤和电话"
          hint="照本单位的规定写：先做什么，找谁，电话多少。不写具体的人和事，这张卡不加密封。"
          value={text}
          onChange={setText}
          maxChars={1000}
          multiline
          rows={8}
        />
        <TextField label="理由" value={reason} onChange={setReason} maxChars={200} />
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            保存
          </Button>
        </div>
      </form>
    </Modal>
  )
}
