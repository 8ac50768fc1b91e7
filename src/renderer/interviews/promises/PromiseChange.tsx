import { Select } from 'antd'
import type { AccountId } from '../../../shared/accounts/accounts'
import { Day } from '../../../shared/dates/add-months'
import { type Theme, type TrackedPromise, themes } from '../../../shared/promises/promises'
import { api } from '../../api/client'
import { useDraft } from '../../api/drafts'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { countChars } from '../../ui/composed'
import { TextField } from '../../ui/TextField'
import { Field } from '../plan/Field'
import { MOST_REASON, oneLine } from './promises.words'

interface PromiseChangeProps {
  readonly promise: TrackedPromise
  readonly busy: boolean
  /** Does the work and shows what goes wrong with it; @returns whether it went well */
  readonly onAct: (work: () => Promise<unknown>) => Promise<boolean>
  readonly onClose: () => void
}

type ChangeDraft = Pick<TrackedPromise, 'ownerId' | 'helper' | 'theme' | 'text'> & { due: string; reason: string }

/** 改期、转办: another day, another to answer for it, or other words; how it stood stays in the steps. */
export function PromiseChange({ promise, busy, onAct, onClose }: PromiseChangeProps) {
  const talkers = useCall('interviews', 'talkers', {})
  const { value, set, discard } = useDraft<ChangeDraft>(`interviews.promise-change:${promise.id}.${promise.revision}`, {
    due: promise.dueOn,
    ownerId: promise.ownerId,
    helper: promise.helper,
    theme: promise.theme,
    text: promise.text,
    reason: '',
  })
  const dueOn = Day.safeParse(value.due)
  const { ownerId, helper, theme, text } = value
  const missing = !dueOn.success
    ? '日期写作 2026-12-10'
    : text.trim() === ''
      ? '先写明是什么事'
      : value.reason.trim() === ''
        ? '先写理由'
        : countChars(value.reason) > MOST_REASON
          ? `理由最多 ${MOST_REASON} 个字`
          : undefined
  async function change(): Promise<void> {
    if (missing !== undefined || !dueOn.success) return
    const { id, revision } = promise
    const after = { text, theme, ownerId, helper, dueOn: dueOn.data, reason: oneLine(value.reason) }
    if (!(await onAct(() => api.promises.change({ id, revision, ...after })))) return
    await discard()
    onClose()
  }
  const known = talkers.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []
  const isKnown = !talkers.data || known.some(({ value: id }) => id === promise.ownerId)
  const owners = isKnown ? known : [{ value: promise.ownerId, label: `${promise.ownerName}（已停用）` }, ...known]
  return (
    <div className="itv-promise">
      <div className="itv-plan-grid">
        <TextField
          label="何日前"
          value={value.due}
          onChange={due => set({ ...value, due })}
          nfkc
          autoFocus
          error={dueOn.success ? undefined : '写作 2026-12-10'}
        />
        <Field label="责任人">
          <Select<AccountId>
            value={ownerId}
            onChange={next => set({ ...value, ownerId: next })}
            showSearch={{ optionFilterProp: 'label' }}
            options={owners}
          />
        </Field>
        <Field label="事项类别">
          <Select<Theme>
            value={theme}
            onChange={next => set({ ...value, theme: next })}
            options={themes.map(each => ({ value: each, label: each }))}
          />
        </Field>
        <TextField label="协办单位" value={helper} onChange={next => set({ ...value, helper: next })} maxChars={60} />
      </div>
      <TextField
        label="什么事"
        value={text}
        onChange={next => set({ ...value, text: next })}
        maxChars={400}
        multiline
        rows={2}
      />
      <TextField
        label="改期或者转办的理由"
        value={value.reason}
        onChange={reason => set({ ...value, reason })}
        maxChars={MOST_REASON}
      />
      <div className="dd-dialog-end">
        <Button
          onClick={() => {
            void discard()
            onClose()
          }}
        >
          不改了
        </Button>
        <Button kind="primary" busy={busy} reason={missing} onClick={() => void change()}>
          改好
        </Button>
      </div>
    </div>
  )
}
