import { Modal, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { AccountId } from '../../../shared/accounts/accounts'
import type { InterviewHeader, Party } from '../../../shared/interviews/interviews'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { useMay } from '../../api/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { countChars } from '../../ui/composed'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'
import { namesOf } from '../interviews.words'
import { MOST_REASON } from '../promises/promises.words'
import { Field } from './Field'
import './plan.css'
import { wordsOf } from './plan.words'
import { useAccountOptions } from './useAccountOptions'

/** A talk that was begun by somebody who left: whoever plans names another to go on with it. Nothing while all are there. */
export function SucceedCard({ talk }: { talk: InterviewHeader }) {
  const plans = useMay()('interviews.plan')
  const parties = useCall('interviews', 'parties', { id: talk.id })
  const [open, setOpen] = useState(false)
  const gone = parties.data?.filter(({ active }) => !active) ?? []
  if (!plans || gone.length === 0) return null
  return (
    <Card title="接续">
      <div className="itv-succeed">
        <p>{namesOf(gone)}的账户已停用，这次谈话还没有结束。</p>
        <Button size="small" onClick={() => setOpen(true)}>
          指定接续的人
        </Button>
      </div>
      {open && <SucceedDialog talk={talk} onClose={() => setOpen(false)} />}
    </Card>
  )
}

function SucceedDialog({ talk, onClose }: { talk: InterviewHeader; onClose: () => void }) {
  const names = useAccountOptions()
  const [part, setPart] = useState<Party['part']>('谈话人')
  const [accountId, setAccountId] = useState<AccountId | null>(null)
  const [avoid, setAvoid] = useState('')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const missing =
    accountId === null
      ? '先选接续的人'
      : reason.trim() === ''
        ? '先写理由'
        : countChars(reason) > MOST_REASON
          ? `理由最多 ${MOST_REASON} 个字`
          : undefined
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (missing !== undefined || busy || accountId === null) return
    setBusy(true)
    setError(null)
    const words = wordsOf(avoid)
    try {
      await api.interviews.succeed({
        id: talk.id,
        part,
        accountId,
        avoid: { names: words, departments: words },
        reason,
      })
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal open title="指定接续的人" onCancel={onClose} footer={null} width={560} centered mask={{ closable: false }}>
      <form className="itv-plan" onSubmit={event => void submit(event)}>
        <p className="itv-plan-about">接续的人看得到已经记下的内容，由其接着记、结束和确认。原谈话人仍写在记录里。</p>
        <div className="itv-plan-grid">
          <Field label="担任">
            <Select<Party['part']>
              value={part}
              onChange={setPart}
              options={(['谈话人', '记录人'] as const).map(value => ({ value, label: value }))}
            />
          </Field>
          <Field label="接续的人">
            <Select
              value={accountId}
              onChange={setAccountId}
              options={names}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Field>
        </div>
        <TextField
          label="须回避的人或部门"
          hint="只用来核对这一次，不保存，也不进日志"
          value={avoid}
          onChange={setAvoid}
          maxChars={200}
        />
        <TextField label="理由" value={reason} onChange={setReason} maxChars={MOST_REASON} />
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="primary" submit busy={busy} reason={missing}>
            由其接续
          </Button>
        </div>
      </form>
    </Modal>
  )
}
