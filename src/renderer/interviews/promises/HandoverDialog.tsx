import { App, Modal, Select } from 'antd'
import { useState } from 'react'
import type { AccountId } from '../../../shared/accounts/accounts'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { countChars } from '../../ui/composed'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'
import { subjectsWords, whenWords } from '../interviews.words'
import { Field } from '../plan/Field'
import '../plan/plan.css'
import { wordsOf } from '../plan/plan.words'
import { useAccountOptions } from '../plan/useAccountOptions'
import { MOST_REASON } from './promises.words'

/** 移交: everything that one account still has open goes to another, seen before and done in one step. */
export function HandoverDialog({ onClose }: { onClose: () => void }) {
  const [from, setFrom] = useState<AccountId>()
  const [to, setTo] = useState<AccountId | null>(null)
  const gone = useCall('handovers', 'gone', {})
  const left = gone.data?.map(({ id, name }) => ({ value: id, label: `${name}（已停用）` })) ?? []
  return (
    <Modal open title="移交" onCancel={onClose} footer={null} width={600} centered mask={{ closable: false }}>
      <div className="itv-plan">
        <p className="itv-plan-about">人员调离或者换岗时，把还没有办的一次交给另一个人。已经谈过的记录不移交。</p>
        <div className="itv-plan-grid">
          <Who label="移交人" value={from ?? null} onChange={setFrom} first={left} />
          <Who label="接手人" value={to} onChange={setTo} />
        </div>
        {gone.isError && <ErrorNote error={gone.error} onRetry={() => void gone.refetch()} />}
        {from !== undefined && (
          <Open
            key={`${from} ${to}`}
            from={from}
            to={to}
            isGone={left.some(({ value }) => value === from)}
            onClose={onClose}
          />
        )}
        {from === undefined && (
          <div className="dd-dialog-end">
            <Button onClick={onClose}>取消</Button>
          </div>
        )}
      </div>
    </Modal>
  )
}

interface WhoProps {
  readonly label: string
  readonly value: AccountId | null
  readonly onChange: (id: AccountId) => void
  /** Offered before the accounts that are in use. */
  readonly first?: readonly { readonly value: AccountId; readonly label: string }[]
}
function Who({ label, value, onChange, first = [] }: WhoProps) {
  const options = [...first, ...useAccountOptions()]
  return (
    <Field label={label}>
      <Select value={value} onChange={onChange} options={options} showSearch={{ optionFilterProp: 'label' }} />
    </Field>
  )
}

interface OpenProps {
  readonly from: AccountId
  readonly to: AccountId | null
  readonly isGone: boolean
  readonly onClose: () => void
}
function Open({ from, to, isGone, onClose }: OpenProps) {
  const preview = useCall('handovers', 'preview', { from, to })
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const [avoid, setAvoid] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { talks = [], promises = 0, late = 0, begun = 0 } = preview.data ?? {}
  const refused = talks.filter(({ refusal }) => refusal !== null)
  const missing =
    to === null
      ? '先选接手人'
      : to === from
        ? '请选另一个接手的人'
        : talks.length + promises === 0
          ? '没有要移交的'
          : refused.length > 0
            ? '有谈话不能这样移交，先调整它们的安排'
            : reason.trim() === ''
              ? '先写理由'
              : countChars(reason) > MOST_REASON
                ? `理由最多 ${MOST_REASON} 个字`
                : undefined
  async function handOver(): Promise<void> {
    if (missing !== undefined || busy || to === null) return
    setBusy(true)
    setError(null)
    const words = wordsOf(avoid)
    try {
      const done = await api.handovers.handOver({ from, to, avoid: { names: words, departments: words }, reason })
      void message.success(`已移交谈话 ${done.talks} 次，承诺和诉求 ${done.promises} 件`)
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <>
      {preview.isError && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && (
        <dl className="itv-figures itv-handover">
          <div>
            <dt>已安排的谈话</dt>
            <dd>
              {talks.length} <small>次</small>
            </dd>
          </div>
          <div>
            <dt>承诺和诉求</dt>
            <dd>
              {promises} <small>件{late > 0 && `，逾期 ${late} 件`}</small>
            </dd>
          </div>
        </dl>
      )}
      {begun > 0 && (
        <p className="itv-plan-about">
          另有 {begun} 次谈话正在记录，
          {isGone ? '请到那次谈话的页面指定接续的人。' : '内容只有本人能看，请本人先结束。'}
        </p>
      )}
      {refused.length > 0 && (
        <ul className="itv-missing">
          {refused.map(({ header, refusal }) => (
            <li key={header.id}>
              {whenWords(header.startsAt)} {subjectsWords(header.subjects)}：{refusal}
            </li>
          ))}
        </ul>
      )}
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
        <Button kind="primary" busy={busy} reason={missing} onClick={() => void handOver()}>
          全部移交
        </Button>
      </div>
    </>
  )
}
