import { App, Modal, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { Day } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { type Desk, desks, deskTitles } from '../../shared/desks/desks'
import { deskTermOn } from '../../shared/desks/desks.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Field } from '../interviews/plan/Field'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'

/** How many days each desk has to answer: what is in force, and a new figure from a day on for those who may set it. */
export function DeskTerms({ onClose }: { onClose: () => void }) {
  const terms = useCall('desks', 'terms', {})
  const configures = useMay()('care.configure')
  const { message } = App.useApp()
  const [desk, setDesk] = useState<Desk>('惑')
  const [days, setDays] = useState('')
  const [from, setFrom] = useState<string>(todayDay())
  const [source, setSource] = useState('')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const count = Number(days)
  const day = Day.safeParse(from)
  const refusal =
    days.trim() === '' || !Number.isInteger(count) || count < 1 || count > 180
      ? '天数写 1 到 180'
      : !day.success
        ? '日期写作 2026-11-30'
        : reason.trim() === ''
          ? '先写理由'
          : undefined
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined || !day.success) return
    setBusy(true)
    setError(null)
    try {
      await api.desks.setTerm({ desk, days: count, validFrom: day.data, source: source.trim(), reason: reason.trim() })
      void message.success('已设定，从这天起登记的按新期限')
      setDays('')
      setReason('')
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal open title="办理期限" onCancel={onClose} footer={null} width={560} centered>
      <div className="dsk-item">
        {terms.isPending && <Loading />}
        {terms.isError && <ErrorNote error={terms.error} onRetry={() => void terms.refetch()} />}
        {terms.data && (
          <ul className="dsk-terms">
            {desks.map(each => {
              const term = deskTermOn(terms.data, each, todayDay())
              const next = terms.data.findLast(later => later.desk === each && later.validFrom > todayDay())
              return (
                <li key={each}>
                  <b>{deskTitles[each]}</b>
                  <span>
                    收到后 {term.days} 天{next && `，${showDate(next.validFrom)} 起 ${next.days} 天`}
                  </span>
                  <BasisWord basis={{ source: term.source || '本单位规定', status: term.status }} />
                </li>
              )
            })}
          </ul>
        )}
        {configures && (
          <form className="dsk-acts" onSubmit={event => void submit(event)}>
            <div className="dd-pair">
              <Field label="哪个台子">
                <Select
                  value={desk}
                  onChange={setDesk}
                  options={desks.map(value => ({ value, label: deskTitles[value] }))}
                />
              </Field>
              <TextField label="天数" value={days} onChange={setDays} nfkc />
              <TextField label="从哪天起" value={from} onChange={setFrom} nfkc />
              <TextField label="依据（文件名、文号）" value={source} onChange={setSource} maxChars={120} />
            </div>
            <TextField label="理由" value={reason} onChange={setReason} maxChars={200} />
            {error !== null && <ErrorNote error={error} />}
            <div className="dd-form-end">
              <Button kind="primary" submit busy={busy} reason={refusal}>
                设定
              </Button>
            </div>
          </form>
        )}
      </div>
    </Modal>
  )
}
