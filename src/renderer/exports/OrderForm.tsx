import { useEffect, useState } from 'react'
import type { SensitiveField } from '../../shared/cadres/cadres.contract'
import { fieldLabels } from '../../shared/cadres/field-labels'
import { compareMarks, type SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { useLeaveRefusal } from '../api/it-policy'
import { useJob } from '../api/useJob'
import { LeaveLock } from '../papers/LeaveLock'
import { Button } from '../ui/Button'
import { countChars } from '../ui/composed'
import { ProgressDialog } from '../ui/ProgressDialog'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import { count } from './exports.words'
import { MarkField } from './MarkField'
import { useOneLeaving } from './useOneLeaving'
import type { OrderDraft, Plan, WayProps } from './way'

const MOST_REASON = 200
const MOST_RECIPIENT = 60

/** What a person decides of every export, whichever way it goes. */
export function useOrder(atLeast: SecrecyMark, usually: readonly SensitiveField[] = []): OrderDraft {
  const [reason, setReason] = useState('')
  const [recipient, setRecipient] = useState('')
  const [raised, setRaised] = useState(atLeast)
  const [ticked, setTicked] = useState(usually)
  return {
    reason,
    setReason,
    recipient,
    setRecipient,
    mark: compareMarks(raised, atLeast) < 0 ? atLeast : raised,
    setMark: setRaised,
    ticked,
    toggle: (field: SensitiveField): void =>
      setTicked(ticked.includes(field) ? ticked.filter(other => other !== field) : [...ticked, field]),
  }
}

/** A quick export needs no window of its own that only flashes by: its button turns meanwhile. */
const SHOWN_AFTER_MS = 400

function useLate(on: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!on) return
    const timer = setTimeout(() => setLate(true), SHOWN_AFTER_MS)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [on])
  return late
}

interface OrderFormProps extends WayProps {
  plan: Plan
}

/** The way's own fields above; what every export needs below. */
export function OrderForm({ plan, order, offer, people, atLeast, onFinished, onClose }: OrderFormProps) {
  const job = useJob()
  const isLong = useLate(job.running !== null)
  const { reason, recipient, mark, ticked } = order
  const tooLong = countChars(reason.trim()) > MOST_REASON || countChars(recipient.trim()) > MOST_RECIPIENT
  const locked = useLeaveRefusal(plan.leaves ?? 'plain')
  const refusal =
    locked ?? plan.refusal ?? (reason.trim() === '' ? '先写明理由' : tooLong ? '理由或去向太长' : undefined)

  const leave = () => {
    const sensitive = ticked.filter(field => plan.sensitive.includes(field))
    const asked = { whom: offer.whom, reason: reason.trim(), recipient: recipient.trim(), mark, sensitive }
    return plan.run(asked, job.run)
  }
  const { busy, error, carryOut } = useOneLeaving(leave, refusal, onFinished)
  return (
    <form
      className="exp-form"
      onSubmit={event => {
        event.preventDefault()
        void carryOut()
      }}
    >
      <div className="exp-plan">{plan.fields}</div>
      <div className="exp-order">
        <fieldset className="exp-sensitive">
          <legend className="dd-label">带出敏感内容</legend>
          {plan.sensitive.length === 0 && <span className="exp-hint">{plan.uncovered ?? '这样导出不含敏感内容'}</span>}
          {plan.sensitive.map(field => (
            <label key={field} className="exp-check">
              <input type="checkbox" checked={ticked.includes(field)} onChange={() => order.toggle(field)} />
              {fieldLabels[field]}
            </label>
          ))}
        </fieldset>
        <div className="exp-why">
          <TextField label="理由" value={reason} onChange={order.setReason} maxChars={MOST_REASON} required />
          {plan.recipient === undefined && (
            <TextField
              label="去向"
              value={recipient}
              onChange={order.setRecipient}
              maxChars={MOST_RECIPIENT}
              placeholder="接收的单位或人，留存不填"
            />
          )}
          <MarkField atLeast={atLeast} value={mark} onChange={order.setMark} />
        </div>
        <LeaveLock refusal={locked} />
        {(error ?? job.error) !== null && <ErrorNote error={error ?? job.error} />}
        <div className="dd-dialog-end">
          <span className="exp-count">共 {count(people)} 人，登记后导出</span>
          <Button onClick={onClose}>取消</Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            {plan.act}
          </Button>
        </div>
      </div>
      {job.running && isLong && <ProgressDialog {...job.running} stopping={plan.stopping} onCancel={job.cancel} />}
    </form>
  )
}
