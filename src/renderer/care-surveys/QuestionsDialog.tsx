import { Modal, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { BasisStatus } from '../../shared/basis/basis'
import { SurveyForm } from '../../shared/care-surveys/care-surveys'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { Field } from '../interviews/plan/Field'
import { Button } from '../ui/Button'
import { basisChoices } from '../ui/basis.words'
import { AUDITED_REASON } from '../ui/reason.words'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'

interface QuestionsDialogProps {
  readonly form: SurveyForm
  readonly version: number
  readonly onClose: () => void
}

/** What is asked from a year on. A question that stays as it is worded keeps its place among the years. */
export function QuestionsDialog({ form, version, onClose }: QuestionsDialogProps) {
  const [lines, setLines] = useState(form.questions.map(({ text }) => text).join('\n'))
  const [from, setFrom] = useState(todayDay().slice(0, 4))
  const [source, setSource] = useState('')
  const [status, setStatus] = useState<BasisStatus>('OWN')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const texts = lines
    .split('\n')
    .map(text => text.trim())
    .filter(text => text !== '')
  const known = new Map(form.questions.map(({ key, text }) => [text, key]))
  const made = SurveyForm.safeParse({
    fromYear: Number(from),
    questions: texts.map((text, at) => ({ key: known.get(text) ?? `v${version + 1}-${at + 1}`, text })),
    basis: { source: source.trim(), status },
  })
  const refusal =
    texts.length === 0 || texts.length > 12
      ? '写 1 到 12 道题，一行一道'
      : !made.success
        ? '年份写作 2027，每题不超过 60 字'
        : reason.trim() === ''
          ? '先写理由'
          : undefined
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined || !made.success) return
    setBusy(true)
    setError(null)
    try {
      await api.careSurveys.setForm({ form: made.data, version, reason: reason.trim() })
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal open title="满意度题目" onCancel={onClose} footer={null} width={560} centered mask={{ closable: false }}>
      <form className="srv-form" onSubmit={event => void submit(event)}>
        <TextField label="题目（一行一道）" value={lines} onChange={setLines} multiline rows={8} />
        <div className="dd-pair">
          <TextField label="从哪一年起" value={from} onChange={setFrom} nfkc />
          <TextField label="依据（文件名、文号）" value={source} onChange={setSource} maxChars={120} />
        </div>
        <Field label="把握程度">
          <Select value={status} onChange={setStatus} options={basisChoices} />
        </Field>
        <TextField label="理由" hint={AUDITED_REASON} value={reason} onChange={setReason} maxChars={200} />
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            另存一版
          </Button>
        </div>
      </form>
    </Modal>
  )
}
