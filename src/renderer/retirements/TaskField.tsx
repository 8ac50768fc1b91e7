import { Select } from 'antd'
import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { Day } from '../../shared/dates/add-months'
import { parsePartialDate, showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import type { RetirementTask, SettledTask } from '../../shared/retirements/retirements'
import { api } from '../api/client'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import './retirements.css'

interface TaskFieldProps {
  readonly person: { readonly id: CadreId; readonly name: string }
  readonly task: RetirementTask
  readonly settled: SettledTask | undefined
}
const states = ['待办', '已办', '不需要'] as const

/** One task of a retirement: open, done or not needed, with its day and a note. */
export function TaskField({ person, task, settled }: TaskFieldProps) {
  const edits = useMay()('care.edit')
  const [error, setError] = useState('')
  const [noting, setNoting] = useState(false)
  async function settle(state: (typeof states)[number]): Promise<void> {
    try {
      await api.retirements.settle({
        cadreId: person.id,
        task,
        state: state === '待办' ? null : state,
        on: state === '已办' ? todayDay() : null,
        note: state === '待办' ? '' : (settled?.note ?? ''),
      })
      setError('')
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : '没有存下')
    }
  }
  return (
    <span className="ret-task" data-settled={settled?.state}>
      {task}
      <Select<(typeof states)[number]>
        size="small"
        aria-label={`${person.name}：${task}`}
        value={settled?.state ?? '待办'}
        disabled={!edits}
        onChange={state => void settle(state)}
        options={states.map(value => ({ value, label: value }))}
      />
      {settled?.on && <small>{showDate(settled.on)}</small>}
      {settled && settled.note !== '' && <small className="ret-note">{settled.note}</small>}
      {settled && edits && (
        <Button size="small" kind="link" onClick={() => setNoting(true)}>
          备注
        </Button>
      )}
      {error !== '' && <small role="alert">{error}</small>}
      {noting && settled && (
        <NoteDialog person={person} task={task} settled={settled} onClose={() => setNoting(false)} />
      )}
    </span>
  )
}

interface NoteDialogProps extends TaskFieldProps {
  readonly settled: SettledTask
  readonly onClose: () => void
}

/** When it was done, and what there is to say of it. */
function NoteDialog({ person, task, settled, onClose }: NoteDialogProps) {
  const [on, setOn] = useState<string>(settled.on === null ? '' : showDate(settled.on))
  const [note, setNote] = useState(settled.note)
  const day = on.trim() === '' ? null : Day.safeParse(parsePartialDate(on)).data
  const refusal =
    day === undefined ? '日期写作 2026.05.06' : day !== null && day > todayDay() ? '日期还没有到' : undefined
  return (
    <FormDialog
      title={`${person.name}：${task}${settled.state}`}
      act="保存"
      refusal={refusal}
      width={460}
      onAct={() => api.retirements.settle({ cadreId: person.id, task, state: settled.state, on: day ?? null, note })}
      onClose={onClose}
    >
      <TextField label="日期" value={on} onChange={setOn} nfkc hint="不知道的留空" />
      <TextField
        label={settled.state === '已办' ? '备注' : '为什么不需要'}
        value={note}
        onChange={setNote}
        maxChars={200}
        multiline
        rows={3}
      />
    </FormDialog>
  )
}
