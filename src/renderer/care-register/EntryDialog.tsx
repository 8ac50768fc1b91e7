import { Modal, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { AccountId } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import {
  type Entry,
  RegisterKind,
  registerKinds,
  type Situation,
  situations,
} from '../../shared/care-register/care-register'
import { Day } from '../../shared/dates/add-months'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { PeopleSelect } from '../interviews/PeopleSelect'
import { Field } from '../interviews/plan/Field'
import { Button } from '../ui/Button'
import { AUDITED_REASON } from '../ui/reason.words'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import './care-register.css'
import { fromWords, hintOf, placeWords } from './register.words'

interface EntryDialogProps {
  readonly person: { readonly id: CadreId; readonly name: string } | null
  readonly kind: RegisterKind | null
  /** The entry that is corrected; a new one without it. */
  readonly entry?: Entry
  readonly onClose: () => void
}

/** The form as a person types it. */
interface EntryForm {
  readonly kind: RegisterKind
  readonly from: string
  readonly until: string
  readonly situations: readonly Situation[]
  readonly place: string
  readonly details: string
  readonly contact: string
  readonly contactPhone: string
  readonly visitorId: AccountId | null
  readonly visitor: string
  readonly reason: string
}

/** Somebody is entered into a list, or what is known of them there is corrected. */
export function EntryDialog({ person: given, kind: asked, entry, onClose }: EntryDialogProps) {
  const [people, setPeople] = useState<readonly { id: CadreId; name: string }[]>(given ? [given] : [])
  const [form, setForm] = useState<EntryForm>({
    kind: entry?.kind ?? asked ?? RegisterKind.parse('老干部'),
    from: entry?.from ?? todayDay(),
    until: entry?.until ?? '',
    situations: entry?.situations ?? [],
    place: entry?.place ?? '',
    details: entry?.details ?? '',
    contact: entry?.contact ?? '',
    contactPhone: '',
    visitorId: entry?.visitorId ?? null,
    visitor: entry?.visitor ?? '',
    reason: '',
  })
  const set = (more: Partial<EntryForm>): void => setForm({ ...form, ...more })
  const owners = useCall('desks', 'owners', {})
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [person] = people
  const [from, until] = [
    Day.safeParse(form.from.trim()),
    form.until.trim() === '' ? null : Day.safeParse(form.until.trim()),
  ]
  const refusal = !person
    ? '先选人'
    : !from.success || (until && !until.success)
      ? '日期写作 2026-11-30'
      : entry && form.reason.trim() === ''
        ? '先写修改的理由'
        : undefined

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined || !person || !from.success || (until && !until.success)) return
    setBusy(true)
    setError(null)
    const { kind, reason, contactPhone, ...rest } = form
    const facts = {
      ...rest,
      from: from.data,
      until: until ? until.data : null,
      situations: [...form.situations],
      place: form.place.trim(),
      details: form.details.trim(),
      contact: form.contact.trim(),
      visitor: form.visitor.trim(),
    }
    const phone = contactPhone.trim()
    try {
      if (entry)
        await api.careRegister.change({
          id: entry.id,
          revision: entry.revision,
          facts: { ...facts, contactPhone: phone === '' ? null : phone },
          reason: reason.trim(),
        })
      else await api.careRegister.add({ ...facts, kind, cadreId: person.id, contactPhone: phone })
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={entry ? `修改${entry.kind}名册条目` : '列入关爱名册'}
      onCancel={onClose}
      footer={null}
      width={620}
      centered
      mask={{ closable: false }}
    >
      <form className="crg-form" onSubmit={event => void submit(event)}>
        {given ? (
          <p className="crg-who">{given.name}</p>
        ) : (
          <PeopleSelect label="谁" value={people} onChange={setPeople} most={1} />
        )}
        <div className="dd-pair">
          {!entry && (
            <Field label="哪一类">
              <Select
                value={form.kind}
                onChange={kind => set({ kind })}
                options={registerKinds.map(value => ({ value, label: value }))}
              />
            </Field>
          )}
          <TextField label={fromWords(form.kind)} value={form.from} onChange={day => set({ from: day })} nfkc />
          <Field label="情况">
            <Select<Situation[]>
              mode="multiple"
              value={[...form.situations]}
              onChange={chosen => set({ situations: chosen })}
              options={situations.map(value => ({ value, label: value }))}
              placeholder="可以不选"
            />
          </Field>
          <TextField
            label={placeWords(form.kind)}
            value={form.place}
            onChange={place => set({ place })}
            maxChars={120}
          />
          <Field label="结对走访人">
            <Select
              value={form.visitorId}
              onChange={visitorId => set({ visitorId: visitorId ?? null })}
              options={(owners.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              showSearch={{ optionFilterProp: 'label' }}
              allowClear
              placeholder="还没有"
            />
          </Field>
          <TextField
            label="没有账户的走访人"
            value={form.visitor}
            onChange={visitor => set({ visitor })}
            maxChars={60}
          />
          <TextField label="联系人和关系" value={form.contact} onChange={contact => set({ contact })} maxChars={60} />
          <TextField
            label="联系电话"
            value={form.contactPhone}
            onChange={contactPhone => set({ contactPhone })}
            placeholder={entry?.hasPhone ? '已有，不改就不填' : ''}
            maxChars={40}
            nfkc
          />
          <TextField
            label="到哪一天止"
            value={form.until}
            onChange={day => set({ until: day })}
            placeholder="还没有就不填"
            nfkc
          />
        </div>
        <TextField
          label="要记住的"
          hint={hintOf(form.kind)}
          value={form.details}
          onChange={details => set({ details })}
          maxChars={1000}
          multiline
          rows={3}
        />
        {entry && (
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
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            {entry ? '保存修改' : '列入'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
