import { Modal, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { AccountId } from '../../../shared/accounts/accounts'
import type { InterviewHeader } from '../../../shared/interviews/interviews'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'
import { clockOf, dayOf, instantOf } from '../interviews.words'
import { Field } from './Field'
import './plan.css'
import { wordsOf, wrongTime } from './plan.words'
import { useAccountOptions } from './useAccountOptions'

/** A planned talk at another time, in another place, by others: checked like a new plan. */
export function ReplanDialog({ talk, onClose }: { talk: InterviewHeader; onClose: () => void }) {
  const kinds = useCall('interviews', 'kinds', {})
  const names = useAccountOptions()
  const [talkers, setTalkers] = useState<AccountId[]>(talk.talkers.map(({ id }) => id))
  const [recorderId, setRecorderId] = useState<AccountId | null>(talk.recorder?.id ?? null)
  const [day, setDay] = useState(dayOf(talk.startsAt))
  const [time, setTime] = useState(clockOf(talk.startsAt))
  const [minutes, setMinutes] = useState(String(talk.minutes))
  const [place, setPlace] = useState(talk.place)
  const [mode, setMode] = useState(talk.mode)
  const [avoid, setAvoid] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const refusal = talkers.length === 0 ? '先选谈话人' : wrongTime({ day, time, minutes })
  const modes = kinds.data?.find(({ key }) => key === talk.kind)?.modes ?? [talk.mode]
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (refusal !== undefined || busy) return
    setBusy(true)
    setError(null)
    const words = wordsOf(avoid)
    try {
      await api.interviews.replan({
        id: talk.id,
        startsAt: instantOf(day, time),
        minutes: Number(minutes),
        talkers,
        recorderId,
        place,
        mode,
        avoid: { names: words, departments: words },
      })
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal open title="调整安排" onCancel={onClose} footer={null} width={640} centered mask={{ closable: false }}>
      <form className="itv-plan" onSubmit={event => void submit(event)}>
        <div className="itv-plan-times">
          <TextField label="日期" value={day} onChange={setDay} nfkc autoFocus />
          <TextField label="开始" value={time} onChange={setTime} nfkc />
          <TextField label="分钟" value={minutes} onChange={setMinutes} nfkc />
          <TextField label="地点" value={place} onChange={setPlace} maxChars={60} />
        </div>
        <div className="itv-plan-grid">
          <Field label="谈话人">
            <Select
              mode="multiple"
              value={talkers}
              onChange={setTalkers}
              options={names}
              maxCount={5}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Field>
          <Field label="记录人">
            <Select
              value={recorderId}
              onChange={next => setRecorderId(next ?? null)}
              options={names}
              allowClear
              placeholder="谈话人自记"
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Field>
          <Field label="方式">
            <Select value={mode} onChange={setMode} options={modes.map(each => ({ value: each, label: each }))} />
          </Field>
        </div>
        <TextField
          label="须回避的人或部门"
          hint="只用来核对这一次，不保存，也不进日志"
          value={avoid}
          onChange={setAvoid}
          maxChars={200}
        />
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            改好
          </Button>
        </div>
      </form>
    </Modal>
  )
}
