import { Segmented, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { Day } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { type Hardship, type ReviewOutcome, reviewOutcomes, usualReviewOn } from '../../shared/hardships/hardships'
import { hardshipSettingsOn, mayReview } from '../../shared/hardships/hardships.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Field } from '../interviews/plan/Field'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'

/** The yearly look: goes on, at another level, or ends. Each with its reason. */
export function ReviewCard({ hardship, edits }: { hardship: Hardship; edits: boolean }) {
  const [reopening, setReopening] = useState(false)
  const { reviews, closedOn } = hardship
  return (
    <Card
      title="复核"
      note={closedOn === null ? `下次 ${showDate(hardship.nextReviewOn)}` : '已退出'}
      more={
        edits &&
        closedOn !== null && (
          <Button kind="link" size="small" onClick={() => setReopening(true)}>
            重开
          </Button>
        )
      }
    >
      {edits && closedOn === null && <ReviewForm hardship={hardship} />}
      <ol className="har-reviews">
        {reviews.toReversed().map(({ on, outcome, level, reason, byName }, place) => (
          <li key={`${on}${reviews.length - place}`}>
            <b>{showDate(on)}</b> {outcome}
            {outcome === '退出' ? '' : `，${level || '未定等级'}`}
            <p>{reason}</p>
            <small>{byName}</small>
          </li>
        ))}
      </ol>
      <ReasonDialog
        open={reopening}
        title="重开困难帮扶"
        consequence={`重新列入在帮，下次复核 ${showDate(usualReviewOn(todayDay()))}。${AUDITED_REASON}`}
        confirmText="重开"
        onConfirm={async reason => {
          const { id, revision } = hardship
          await api.hardships.reopen({ id, revision, nextReviewOn: usualReviewOn(todayDay()), reason })
        }}
        onClose={() => setReopening(false)}
      />
    </Card>
  )
}

function ReviewForm({ hardship }: { hardship: Hardship }) {
  const settings = useCall('hardships', 'settings', {})
  const [outcome, setOutcome] = useState<ReviewOutcome>('继续')
  const [on, setOn] = useState<string>(todayDay())
  const [level, setLevel] = useState(hardship.level)
  const [next, setNext] = useState<string>(usualReviewOn(todayDay()))
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const current = settings.data && hardshipSettingsOn(settings.data, todayDay())
  const [day, until] = [Day.safeParse(on), Day.safeParse(next)]
  const ends = outcome === '退出'
  const review =
    day.success && (ends || until.success)
      ? {
          on: day.data,
          outcome,
          level: outcome === '调整' ? level : hardship.level,
          nextOn: !ends && until.success ? until.data : null,
        }
      : undefined
  const verdict = review && current && mayReview(hardship, review, current, todayDay())
  const refusal = !review
    ? '日期写作 2026-11-30'
    : verdict?.allowed === false
      ? verdict.reason
      : reason.trim() === ''
        ? '先写理由'
        : undefined
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined || !review) return
    setBusy(true)
    setError(null)
    try {
      await api.hardships.review({ id: hardship.id, revision: hardship.revision, ...review, reason: reason.trim() })
    } catch (failure) {
      setError(failure)
    }
    setBusy(false)
  }
  return (
    <form className="har-inner" onSubmit={event => void submit(event)}>
      <Segmented<ReviewOutcome>
        aria-label="复核结果"
        block
        value={outcome}
        onChange={setOutcome}
        options={[...reviewOutcomes]}
      />
      <div className="dd-pair">
        <TextField label="复核日期" value={on} onChange={setOn} nfkc />
        {!ends && <TextField label="下次复核" value={next} onChange={setNext} nfkc />}
      </div>
      {outcome === '调整' && (
        <Field label="新的等级">
          <Select
            value={level}
            onChange={setLevel}
            options={(current?.levels ?? []).map(value => ({ value, label: value }))}
          />
        </Field>
      )}
      <TextField label="理由" value={reason} onChange={setReason} maxChars={200} hint={AUDITED_REASON} />
      {error !== null && <ErrorNote error={error} />}
      <div className="dd-form-end">
        <Button submit busy={busy} reason={refusal}>
          登记复核
        </Button>
      </div>
    </form>
  )
}
