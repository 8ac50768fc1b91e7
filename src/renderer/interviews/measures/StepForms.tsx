import { Segmented } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Day } from '../../../shared/dates/add-months'
import { todayDay } from '../../../shared/dates/today'
import { Correction, type Measure, Verdict } from '../../../shared/measures/measures'
import { mayHappenOn } from '../../../shared/measures/measures.rules'
import { api } from '../../api/client'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'

interface StepProps {
  readonly measure: Measure
}
interface FrameProps {
  readonly act: string
  readonly refusal: string | undefined
  readonly onAct: () => Promise<unknown>
  readonly children: ReactNode
}

function Frame({ act, refusal, onAct, children }: FrameProps) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined) return
    setBusy(true)
    setError(null)
    try {
      await onAct()
    } catch (failure) {
      setError(failure)
    }
    setBusy(false)
  }
  return (
    <form className="mea-step" onSubmit={event => void submit(event)}>
      {children}
      {error !== null && <ErrorNote error={error} />}
      <Button submit busy={busy} reason={refusal}>
        {act}
      </Button>
    </form>
  )
}

/** A day as it is typed, with why it cannot be that one. */
function useDay(measure: Measure) {
  const [text, setText] = useState<string>(todayDay())
  const parsed = Day.safeParse(text)
  const verdict = parsed.success ? mayHappenOn(measure, parsed.data, todayDay()) : undefined
  const refusal = !parsed.success ? '日期写作 2026-11-30' : verdict && !verdict.allowed ? verdict.reason : undefined
  const field = <TextField label="日期" value={text} onChange={setText} nfkc />
  return { day: parsed.success ? parsed.data : todayDay(), refusal, field }
}

export function ReplyForm({ measure }: StepProps) {
  const on = useDay(measure)
  const [text, setText] = useState('')
  const { id, revision } = measure
  return (
    <Frame
      act="登记答复"
      refusal={on.refusal ?? (text.trim() === '' ? '先写答复的内容' : undefined)}
      onAct={() => api.measures.reply({ id, revision, on: on.day, text: text.trim() })}
    >
      {on.field}
      <TextField label="答复的内容" value={text} onChange={setText} maxChars={4000} multiline rows={4} />
    </Frame>
  )
}

export function JudgeForm({ measure }: StepProps) {
  const [verdict, setVerdict] = useState<Verdict>('采信')
  const [note, setNote] = useState('')
  const { id, revision } = measure
  return (
    <Frame
      act="登记处理意见"
      refusal={undefined}
      onAct={() => api.measures.judge({ id, revision, verdict, note: note.trim() })}
    >
      <Segmented<Verdict> aria-label="处理意见" block options={Verdict.options} value={verdict} onChange={setVerdict} />
      <TextField label="说明" value={note} onChange={setNote} maxChars={1000} multiline rows={2} />
    </Frame>
  )
}

export function CopyForm({ measure }: StepProps) {
  const on = useDay(measure)
  const [to, setTo] = useState('')
  const { id, revision } = measure
  return (
    <Frame
      act="登记抄送"
      refusal={on.refusal ?? (to.trim() === '' ? '先写抄送给谁' : undefined)}
      onAct={() => api.measures.copy({ id, revision, to: to.trim(), on: on.day })}
    >
      <TextField label="抄送" value={to} onChange={setTo} maxChars={60} placeholder="所在单位主要负责人" />
      {on.field}
    </Frame>
  )
}

export function FollowForm({ measure }: StepProps) {
  const on = useDay(measure)
  const [correction, setCorrection] = useState<(typeof Correction.options)[number]>('已改正')
  const [note, setNote] = useState('')
  const { id, revision } = measure
  return (
    <Frame
      act="登记改正情况"
      refusal={on.refusal}
      onAct={() => api.measures.follow({ id, revision, on: on.day, correction, note: note.trim() })}
    >
      <Segmented aria-label="改正情况" block options={Correction.options} value={correction} onChange={setCorrection} />
      {on.field}
      <TextField label="说明" value={note} onChange={setNote} maxChars={1000} multiline rows={2} />
    </Frame>
  )
}
