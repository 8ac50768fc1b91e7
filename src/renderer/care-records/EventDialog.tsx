import { Modal, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { type LifeEvent, type LifeEventFacts, LifeEventKind, Whom } from '../../shared/care-records/care-records'
import { mayNote } from '../../shared/care-records/care-records.rules'
import { Day } from '../../shared/dates/add-months'
import { PartialDate } from '../../shared/dates/partial-date'
import { api } from '../api/client'
import { PeopleSelect } from '../interviews/PeopleSelect'
import { Field } from '../interviews/plan/Field'
import { Button } from '../ui/Button'
import { AUDITED_REASON } from '../ui/reason.words'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import './care-records.css'
import { todayDay } from '../../shared/dates/today'

/** What goes on for a while; everything else is over on the day. */
const lasting: ReadonlySet<LifeEventKind> = new Set<LifeEventKind>(['住院', '重大疾病', '受灾', '家庭矛盾', '其他'])

interface EventDialogProps {
  readonly person: { readonly id: CadreId; readonly name: string } | null
  /** The event that is corrected; a new one without it. */
  readonly event?: LifeEvent
  readonly onClose: () => void
}

/** What happened in a life is noted; what care is due follows from it. Nobody is asked who told of it. */
export function EventDialog({ person: given, event, onClose }: EventDialogProps) {
  const [people, setPeople] = useState<readonly { id: CadreId; name: string }[]>(given ? [given] : [])
  const [kind, setKind] = useState<LifeEventKind>(event?.kind ?? '住院')
  const [whom, setWhom] = useState<Whom>(event?.whom ?? '本人')
  const [on, setOn] = useState<string>(event?.on ?? todayDay())
  const [until, setUntil] = useState<string>(event?.until ?? '')
  const [need, setNeed] = useState(event?.need ?? '')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [person] = people
  const [day, over] = [
    PartialDate.safeParse(on.trim()),
    until.trim() === '' || !lasting.has(kind) ? null : Day.safeParse(until.trim()),
  ]
  const facts: LifeEventFacts | undefined =
    person && day.success && (over === null || over.success)
      ? { cadreId: person.id, kind, whom, on: day.data, until: over ? over.data : null, need: need.trim() }
      : undefined
  const verdict = facts && mayNote(facts, todayDay())
  const refusal = !person
    ? '先选人'
    : !day.success
      ? '日期写作 2026-11-30，只知道月份写作 2026-11'
      : over && !over.success
        ? '结束日期写作 2026-11-30，还没有结束的不填'
        : event && reason.trim() === ''
          ? '先写修改的理由'
          : verdict && !verdict.allowed
            ? verdict.reason
            : undefined

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault()
    if (busy || refusal !== undefined || !facts) return
    setBusy(true)
    setError(null)
    try {
      if (event)
        await api.careRecords.changeEvent({ id: event.id, revision: event.revision, facts, reason: reason.trim() })
      else await api.careRecords.addEvent(facts)
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={event ? '修改生活事件' : '登记生活事件'}
      onCancel={onClose}
      footer={null}
      width={560}
      centered
      mask={{ closable: false }}
    >
      <form className="crr-form" onSubmit={submitted => void submit(submitted)}>
        {given ? (
          <p className="crr-who">
            <b>{given.name}</b>
          </p>
        ) : (
          <PeopleSelect label="谁" value={people} onChange={setPeople} most={1} />
        )}
        <div className="crr-pairs">
          <Field label="发生了什么">
            <Select
              value={kind}
              onChange={setKind}
              options={LifeEventKind.options.map(value => ({ value, label: value }))}
            />
          </Field>
          <Field label="发生在谁身上">
            <Select value={whom} onChange={setWhom} options={Whom.options.map(value => ({ value, label: value }))} />
          </Field>
          <TextField label="哪一天" value={on} onChange={setOn} nfkc />
          {lasting.has(kind) && (
            <TextField
              label={kind === '住院' ? '出院日期' : '结束日期'}
              value={until}
              onChange={setUntil}
              placeholder="还没有就不填"
              nfkc
            />
          )}
        </div>
        <TextField
          label="需要什么（不写是谁反映的）"
          value={need}
          onChange={setNeed}
          maxChars={400}
          multiline
          rows={2}
        />
        {event && (
          <TextField label="修改的理由" hint={AUDITED_REASON} value={reason} onChange={setReason} maxChars={200} />
        )}
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            {event ? '保存修改' : '登记'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
