import { Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { fenOf, yuan } from '../../shared/care-standards/care-standards.rules'
import { Day } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { type Aid, type AidKind, aidKinds, type Hardship, type NewAid } from '../../shared/hardships/hardships'
import { mayPay, paidFen } from '../../shared/hardships/hardships.rules'
import { api } from '../api/client'
import { Field } from '../interviews/plan/Field'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'

/** What was paid, from where, on which voucher. A sum that was taken back stays, struck out, with its reason. */
export function AidCard({ hardship, edits }: { hardship: Hardship; edits: boolean }) {
  const [adding, setAdding] = useState(false)
  const [off, setOff] = useState<Aid>()
  const { aids } = hardship
  return (
    <Card
      title="救助"
      note={aids.length > 0 ? `共 ${yuan(paidFen(aids))} 元` : undefined}
      more={
        edits &&
        !adding && (
          <Button kind="link" size="small" onClick={() => setAdding(true)}>
            ＋ 登记一笔
          </Button>
        )
      }
    >
      {adding && <AidForm hardship={hardship} onClose={() => setAdding(false)} />}
      {aids.length === 0 && !adding && <p className="har-none">还没有登记救助。</p>}
      <ul className="har-aids">
        {aids.map(aid => (
          <li key={aid.id} className={aid.withdrawnFor === '' ? undefined : 'har-off'}>
            <span>
              {showDate(aid.on)}
              <small>{aid.kind}</small>
            </span>
            <b>{yuan(aid.fen)} 元</b>
            <span>
              {[aid.voucher, aid.approvedBy && `${aid.approvedBy}批准`, aid.note]
                .filter(text => text !== '')
                .join('，')}
              <small>{aid.withdrawnFor === '' ? `${aid.byName}登记` : `已撤销：${aid.withdrawnFor}`}</small>
            </span>
            {edits && aid.withdrawnFor === '' && (
              <Button kind="link" size="small" onClick={() => setOff(aid)}>
                撤销
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ReasonDialog
        open={off !== undefined}
        title="撤销这笔救助登记"
        consequence={`这一笔不再计入合计，登记和理由留着。${AUDITED_REASON}`}
        confirmText="撤销"
        danger
        onConfirm={async reason => {
          if (off)
            await api.hardships.withdrawAid({ id: hardship.id, revision: hardship.revision, aidId: off.id, reason })
        }}
        onClose={() => setOff(undefined)}
      />
    </Card>
  )
}

function AidForm({ hardship, onClose }: { hardship: Hardship; onClose: () => void }) {
  const [kind, setKind] = useState<AidKind>('党费')
  const [sum, setSum] = useState('')
  const [on, setOn] = useState<string>(todayDay())
  const [voucher, setVoucher] = useState('')
  const [approvedBy, setApproved] = useState('')
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [fen, day] = [fenOf(sum), Day.safeParse(on)]
  const aid: NewAid | undefined =
    fen !== undefined && fen > 0 && day.success
      ? { kind, fen, on: day.data, voucher: voucher.trim(), approvedBy: approvedBy.trim(), note: note.trim() }
      : undefined
  const verdict = aid && mayPay(aid, hardship, todayDay())
  const refusal = !aid
    ? '金额写作 2000 或 2000.50，日期写作 2026-11-30'
    : verdict?.allowed === false
      ? verdict.reason
      : undefined
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined || !aid) return
    setBusy(true)
    setError(null)
    try {
      await api.hardships.pay({ id: hardship.id, revision: hardship.revision, aid })
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <form className="har-inner" onSubmit={event => void submit(event)}>
      <div className="har-three">
        <Field label="来源">
          <Select value={kind} onChange={setKind} options={aidKinds.map(value => ({ value, label: value }))} />
        </Field>
        <TextField label="金额（元）" value={sum} onChange={setSum} nfkc autoFocus />
        <TextField label="发放日期" value={on} onChange={setOn} nfkc />
        <TextField label="凭证号" value={voucher} onChange={setVoucher} maxChars={60} />
        <TextField label="批准" value={approvedBy} onChange={setApproved} maxChars={60} />
        <TextField label="备注" value={note} onChange={setNote} maxChars={200} />
      </div>
      {error !== null && <ErrorNote error={error} />}
      <div className="dd-form-end">
        <Button onClick={onClose}>取消</Button>
        <Button kind="primary" submit busy={busy} reason={refusal}>
          登记
        </Button>
      </div>
    </form>
  )
}
