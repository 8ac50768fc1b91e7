import { Modal, Segmented, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { AccountId } from '../../shared/accounts/accounts'
import { Day } from '../../shared/dates/add-months'
import { todayDay } from '../../shared/dates/today'
import {
  type Contact,
  type ContactForm,
  contactForms,
  MOST_CARERS,
  type OpenedNote,
  type SealedDraft,
} from '../../shared/sealed-notes/sealed-notes'
import { mayKeepContact } from '../../shared/sealed-notes/sealed-notes.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { PeopleSelect } from '../interviews/PeopleSelect'
import { Field } from '../interviews/plan/Field'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import { aloneWarning, whoReads } from './sealed-notes.words'
import { useSealedDraft } from './useSealedDraft'

interface SealedFormProps {
  /** The record that it goes on with; null for a new one. */
  readonly note: OpenedNote | null
  /** The contact that is worded anew, by its place. */
  readonly place: number | null
  readonly onSaved: (note: OpenedNote) => void
  readonly onClose: () => void
}

function startOf(note: OpenedNote | null, place: number | null): SealedDraft {
  const known = place === null ? undefined : note?.contacts[place]
  return {
    noteId: note?.id ?? null,
    person: null,
    place,
    on: known?.on ?? todayDay(),
    form: known?.form ?? '面谈',
    asked: known?.asked ?? '',
    arranged: known?.arranged ?? '',
    referredTo: known?.referredTo ?? '',
    nextOn: known?.nextOn ?? '',
  }
}

/** One contact is written down: what the person wanted, what was arranged, when to be in touch again. Nothing is scored. */
export function SealedForm({ note, place, onSaved, onClose }: SealedFormProps) {
  const { value, set, restored, discard } = useSealedDraft(startOf(note, place))
  const carers = useCall('sealedNotes', 'carers', {})
  const [others, setOthers] = useState<AccountId[]>([])
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<SealedDraft>): void => set({ ...value, ...part })

  const [on, next] = [Day.safeParse(value.on), value.nextOn.trim() === '' ? null : Day.safeParse(value.nextOn)]
  const contact: Contact | undefined =
    on.success && (next === null || next.success)
      ? {
          on: on.data,
          form: value.form,
          asked: value.asked.trim(),
          arranged: value.arranged.trim(),
          referredTo: value.referredTo.trim(),
          nextOn: next?.data ?? null,
        }
      : undefined
  const verdict = contact && mayKeepContact(contact, todayDay())
  const refusal =
    note === null && value.person === null
      ? '先选本人'
      : contact === undefined
        ? '日期写作 2026-11-30'
        : verdict && !verdict.allowed
          ? verdict.reason
          : undefined
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined || !contact) return
    setBusy(true)
    setError(null)
    try {
      const saved =
        note !== null
          ? await api.sealedNotes.write({ id: note.id, revision: note.revision, place, contact })
          : value.person && (await api.sealedNotes.add({ cadreId: value.person.id, others, contact }))
      await discard()
      onClose()
      if (saved) onSaved(saved)
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={note === null ? '新建心理关怀记录' : place === null ? '再记一次' : '更正这次记录'}
      onCancel={onClose}
      footer={null}
      width={660}
      centered
      mask={{ closable: false }}
    >
      <form className="sea-form" onSubmit={event => void submit(event)}>
        <p className="sea-who">
          <Icon name="lock" size={16} /> {whoReads}
        </p>
        {restored && (
          <p className="dd-aside" role="status">
            已恢复上次没有保存的内容。
          </p>
        )}
        {note === null && (
          <div className="dd-pair">
            <PeopleSelect
              label="本人"
              most={1}
              value={value.person ? [value.person] : []}
              onChange={([person]) => change({ person: person ?? null })}
            />
            <Field label={`另外的关爱人（最多 ${MOST_CARERS - 1} 个）`}>
              <Select<AccountId[]>
                mode="multiple"
                value={others}
                onChange={setOthers}
                maxCount={MOST_CARERS - 1}
                showSearch={{ optionFilterProp: 'label' }}
                placeholder="可以不选"
                options={
                  carers.data?.map(({ id, name, department }) => ({
                    value: id,
                    label: department ? `${name}（${department}）` : name,
                  })) ?? []
                }
              />
            </Field>
          </div>
        )}
        {note === null && others.length === 0 && (
          <p className="sea-warning" role="note">
            {aloneWarning}
          </p>
        )}
        <div className="sea-row">
          <TextField label="日期" value={value.on} onChange={text => change({ on: text })} nfkc />
          <Segmented<ContactForm>
            aria-label="形式"
            value={value.form}
            onChange={form => change({ form })}
            options={[...contactForms]}
          />
        </div>
        <TextField
          label="本人想要什么"
          value={value.asked}
          onChange={asked => change({ asked })}
          maxChars={2000}
          multiline
          rows={3}
        />
        <TextField
          label="安排了什么"
          value={value.arranged}
          onChange={arranged => change({ arranged })}
          maxChars={2000}
          multiline
          rows={3}
        />
        <div className="dd-pair">
          <TextField
            label="转介的咨询师或者热线"
            value={value.referredTo}
            onChange={referredTo => change({ referredTo })}
            maxChars={200}
          />
          <TextField
            label="下次联系"
            hint="只提醒关爱人自己，不提姓名"
            value={value.nextOn}
            onChange={nextOn => change({ nextOn })}
            placeholder="不约就不填"
            nfkc
          />
        </div>
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            密封保存
          </Button>
        </div>
      </form>
    </Modal>
  )
}
