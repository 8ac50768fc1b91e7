import { Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { CadreId } from '../../../shared/cadres/cadres'
import { addDays, Day } from '../../../shared/dates/add-months'
import { today } from '../../../shared/dates/today'
import type { InterviewId, Subject } from '../../../shared/interviews/interviews'
import { type NewPromise, PromiseKind, themes } from '../../../shared/promises/promises'
import { api } from '../../api/client'
import { useDraft } from '../../api/drafts'
import { useCall } from '../../api/query'
import { useSession } from '../../api/session'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'

interface PromiseFormProps {
  readonly interviewId: InterviewId | null
  readonly subjects: readonly Pick<Subject, 'id' | 'name'>[]
  readonly subject: CadreId
  readonly onClose: () => void
}

const USUAL_DAYS = 14
type PromiseDraft = Pick<NewPromise, 'kind' | 'theme' | 'text' | 'cadreId' | 'ownerId' | 'helper'> & { due: string }

/** What is typed outlives a lock. One promise or request: the matter, who answers for it, until when. */
export function PromiseForm({ interviewId, subjects, subject, onClose }: PromiseFormProps) {
  const { account } = useSession()
  const talkers = useCall('interviews', 'talkers', {})
  const {
    value: draft,
    set,
    discard,
  } = useDraft<PromiseDraft>(`interviews.new-promise:${interviewId ?? subject}`, {
    kind: '承诺',
    theme: '工作条件',
    text: '',
    cadreId: subject,
    ownerId: account.id,
    helper: '',
    due: addDays(Day.parse(today()), USUAL_DAYS),
  })
  const { kind, theme, text, cadreId, ownerId, helper, due } = draft
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const dueOn = Day.safeParse(due)
  const missing = text.trim() === '' ? '先写明是什么事' : dueOn.success ? undefined : '日期写作 2026-12-10'

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (missing !== undefined || !dueOn.success || busy) return
    setBusy(true)
    try {
      await api.promises.add({
        kind,
        theme,
        text,
        cadreId,
        interviewId,
        noteId: null,
        ownerId,
        helper,
        dueOn: dueOn.data,
      })
      await discard()
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <form className="itv-promise-form" aria-label="登记承诺或诉求" onSubmit={event => void submit(event)}>
      <div className="dd-pair">
        <Select
          aria-label="种类"
          value={kind}
          onChange={next => set({ ...draft, kind: next })}
          options={PromiseKind.options.map(value => ({ value, label: value }))}
        />
        <Select
          aria-label="事项类别"
          value={theme}
          onChange={next => set({ ...draft, theme: next })}
          options={themes.map(value => ({ value, label: value }))}
        />
      </div>
      {subjects.length > 1 && (
        <Select
          aria-label="谁的事"
          value={cadreId}
          onChange={next => set({ ...draft, cadreId: next })}
          options={subjects.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField
        label="什么事"
        hint="会列在督办台账里，写事情，不写谈话原话"
        value={text}
        onChange={next => set({ ...draft, text: next })}
        maxChars={400}
        multiline
        rows={2}
        autoFocus
      />
      <div className="dd-pair">
        <Select
          aria-label="责任人"
          value={ownerId}
          onChange={next => set({ ...draft, ownerId: next })}
          showSearch={{ optionFilterProp: 'label' }}
          options={talkers.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        />
        <TextField
          label="何日前"
          hideLabel
          value={due}
          onChange={next => set({ ...draft, due: next })}
          nfkc
          error={dueOn.success ? undefined : '写作 2026-12-10'}
        />
      </div>
      <TextField label="协办单位" value={helper} onChange={next => set({ ...draft, helper: next })} maxChars={60} />
      {error !== null && <ErrorNote error={error} />}
      <div className="dd-form-end">
        <Button
          size="small"
          onClick={() => {
            void discard()
            onClose()
          }}
        >
          取消
        </Button>
        <Button size="small" kind="primary" submit busy={busy} reason={missing}>
          记下
        </Button>
      </div>
    </form>
  )
}
