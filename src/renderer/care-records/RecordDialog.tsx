import { Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import type { CareRecordRow } from '../../shared/care-records/care-records.contract'
import { mayRecord } from '../../shared/care-records/care-records.rules'
import { api } from '../api/client'
import { useDraft } from '../api/drafts'
import { PeopleSelect } from '../interviews/PeopleSelect'
import { Button } from '../ui/Button'
import { AUDITED_REASON } from '../ui/reason.words'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import './care-records.css'
import { todayDay } from '../../shared/dates/today'
import { GivenFields, NextFields } from './MoreFields'
import { factsOf, type RecordForm, type RecordStart, startForm } from './record.form'
import { WhatFields } from './WhatFields'

interface RecordDialogProps {
  readonly start: RecordStart
  /** The record that is corrected; a new one without it. */
  readonly record?: CareRecordRow
  readonly onClose: () => void
}

/** What was done for somebody is written down: a line and it is done, money and next steps where there are any. */
export function RecordDialog({ start, record, onClose }: RecordDialogProps) {
  const draft = useDraft<RecordForm>(
    `careRecords.record:${record ? `${record.id}.${record.revision}` : (start.dueKey ?? start.person?.id ?? '')}`,
    startForm(start, record),
  )
  const form = draft.value
  const set = (more: Partial<RecordForm>): void => draft.set({ ...form, ...more })
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const { person } = form
  const facts = factsOf(form, { dueKey: start.dueKey, eventId: start.eventId })
  const verdict = typeof facts === 'object' ? mayRecord(facts, todayDay()) : undefined
  const refusal =
    typeof facts === 'string'
      ? facts
      : record && form.reason.trim() === ''
        ? '先写修改的理由'
        : verdict && !verdict.allowed
          ? verdict.reason
          : undefined

  async function submit(event?: FormEvent): Promise<void> {
    event?.preventDefault()
    if (busy || refusal !== undefined || typeof facts !== 'object') return
    setBusy(true)
    setError(null)
    try {
      if (record)
        await api.careRecords.change({ id: record.id, revision: record.revision, facts, reason: form.reason.trim() })
      else await api.careRecords.add(facts)
      await draft.discard()
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={record ? '修改关爱记录' : start.title === '' ? '记录关爱' : `记录：${start.title}`}
      onCancel={onClose}
      footer={null}
      width={680}
      centered
      mask={{ closable: false }}
    >
      <form
        className="crr-form"
        onSubmit={event => void submit(event)}
        onKeyDown={event => {
          if (event.key === 'Enter' && event.ctrlKey) void submit()
        }}
      >
        {start.person ? (
          <p className="crr-who">
            <b>{start.person.name}</b>
            {start.why !== '' && <span className="dd-aside">{start.why}</span>}
          </p>
        ) : (
          <PeopleSelect
            label="对谁"
            value={person ? [person] : []}
            onChange={([chosen]) => set({ person: chosen ?? null, attachments: [] })}
            most={1}
          />
        )}
        <WhatFields form={form} onChange={set} />
        <GivenFields form={form} onChange={set} cadreId={person?.id ?? null} />
        <NextFields form={form} onChange={set} />
        {record && (
          <TextField
            label="修改的理由"
            hint={AUDITED_REASON}
            value={form.reason}
            onChange={reason => set({ reason })}
            maxChars={200}
          />
        )}
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <span className="dd-aside crr-keys">Ctrl+Enter 保存</span>
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            {record ? '保存修改' : '记录'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
