import { useState } from 'react'
import type { InterviewId } from '../../shared/interviews/interviews'
import { api } from '../api/client'
import { useDraft } from '../api/drafts'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'

/** After the content is locked nothing is changed any more: what was forgotten is added, with name and time. */
export function AddendumForm({ id }: { id: InterviewId }) {
  const { value, set, discard } = useDraft(`interviews.addendum:${id}`, { text: '' })
  const { text } = value
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  async function add(): Promise<void> {
    setBusy(true)
    setError(null)
    try {
      await api.interviews.addAddendum({ id, text })
      await discard()
    } catch (failure) {
      setError(failure)
    }
    setBusy(false)
  }
  return (
    <Card title="补充记录">
      <div className="itv-addendum-form">
        <TextField
          label="补充"
          hideLabel
          value={text}
          onChange={next => set({ text: next })}
          maxChars={4000}
          multiline
          rows={3}
        />
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-form-end">
          <Button
            size="small"
            busy={busy}
            reason={text.trim() === '' ? '先写补充的内容' : undefined}
            onClick={() => void add()}
          >
            补充
          </Button>
        </div>
      </div>
    </Card>
  )
}
