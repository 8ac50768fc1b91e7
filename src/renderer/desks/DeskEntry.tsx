import { App, Segmented, Select } from 'antd'
import { type FormEvent, useRef, useState } from 'react'
import type { AccountId } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import { Day } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { type Desk, type DeskChannel, deskChannels, desks, deskTitles } from '../../shared/desks/desks'
import { deskDueOn, deskTermOn, mayComeIn } from '../../shared/desks/desks.rules'
import type { UnitId } from '../../shared/units/units'
import { api } from '../api/client'
import { useDraft } from '../api/drafts'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import { UnitSelect } from '../cadres/UnitSelect'
import { PeopleSelect } from '../interviews/PeopleSelect'
import { Field } from '../interviews/plan/Field'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import { dayRefusal } from './desks.words'

interface Entry {
  readonly desk: Desk
  readonly people: readonly { readonly id: CadreId; readonly name: string }[]
  readonly unitId: string | null
  readonly text: string
  readonly channel: DeskChannel
  readonly cameOn: string
  readonly ownerId: AccountId | null
  readonly due: string
}

/** Writes the next one down: desk, person and words, Enter. Everything else stands as it usually is. */
export function DeskEntry() {
  const { account } = useSession()
  const { message } = App.useApp()
  const form = useRef<HTMLFormElement>(null)
  const owners = useCall('desks', 'owners', {})
  const terms = useCall('desks', 'terms', {})
  const empty: Entry = {
    desk: '惑',
    people: [],
    unitId: null,
    text: '',
    channel: '来访',
    cameOn: todayDay(),
    ownerId: null,
    due: '',
  }
  const { value, set, discard } = useDraft<Entry>('desks.entry', empty)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const { desk, people, unitId, text, channel, cameOn, ownerId, due } = value
  const change = (part: Partial<Entry>): void => set({ ...value, ...part })

  const came = Day.safeParse(cameOn)
  const until = due.trim() === '' ? null : Day.safeParse(due)
  const [person] = people
  const facts = came.success && {
    desk,
    cadreId: person?.id ?? null,
    unitId: person ? null : (unitId as UnitId | null),
    text: text.trim(),
    cameOn: came.data,
    channel,
  }
  const verdict = facts && mayComeIn(facts, until?.success ? until.data : null, todayDay())
  const refusal =
    text.trim() === ''
      ? '先写是什么事'
      : (dayRefusal(cameOn) ?? (until && !until.success ? '期限写作 2026-11-30' : undefined)) ||
        (verdict && !verdict.allowed ? verdict.reason : undefined)
  const term = terms.data && came.success ? deskTermOn(terms.data, desk, came.data) : undefined
  const usual = terms.data && came.success ? deskDueOn(terms.data, desk, came.data) : undefined

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined || !facts) return
    setBusy(true)
    setError(null)
    try {
      const made = await api.desks.add({
        ...facts,
        ownerId: ownerId ?? account.id,
        dueOn: until?.success ? until.data : null,
      })
      void message.success(`已登记，${made.ownerName}承办，${showDate(made.dueOn)} 前答复`)
      await discard()
      set({ ...empty, desk, channel })
      form.current?.querySelector<HTMLElement>('[role="combobox"], input')?.focus()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card className="dsk-entry">
      <form ref={form} onSubmit={event => void submit(event)} aria-label="登记">
        <Segmented<Desk>
          aria-label="哪个台子"
          value={desk}
          onChange={next => change({ desk: next })}
          options={desks.map(each => ({ value: each, label: deskTitles[each] }))}
        />
        <div className="dsk-entry-grid">
          <PeopleSelect label="本人" most={1} value={people} onChange={next => change({ people: next })} />
          {!person && (
            <Field label="或者单位（一般事项不选）">
              <UnitSelect id="desk-unit" value={unitId} onChange={next => change({ unitId: next })} />
            </Field>
          )}
          <Field label="途径">
            <Select
              value={channel}
              onChange={next => change({ channel: next })}
              options={deskChannels.map(each => ({ value: each, label: each }))}
            />
          </Field>
          <Field label="承办人">
            <Select
              value={ownerId ?? account.id}
              onChange={next => change({ ownerId: next })}
              showSearch={{ optionFilterProp: 'label' }}
              options={owners.data?.map(each => ({ value: each.id, label: each.name })) ?? []}
            />
          </Field>
          <TextField label="收到" value={cameOn} onChange={next => change({ cameOn: next })} nfkc />
          <TextField
            label="答复期限"
            value={due}
            onChange={next => change({ due: next })}
            placeholder={usual ?? ''}
            nfkc
            hint={
              term && (
                <>
                  不填按 {term.days} 天　
                  <BasisWord basis={term} />
                </>
              )
            }
          />
        </div>
        <div className="dsk-entry-text">
          <TextField
            label="什么事（不写是谁反映的）"
            value={text}
            onChange={next => change({ text: next })}
            maxChars={1000}
          />
          <Button kind="primary" submit busy={busy} reason={refusal}>
            登记
          </Button>
        </div>
        {error !== null && <ErrorNote error={error} />}
      </form>
    </Card>
  )
}
