import { Segmented, Select } from 'antd'
import { useState } from 'react'
import type { AccountId } from '../../shared/accounts/accounts'
import { addDays, Day } from '../../shared/dates/add-months'
import { todayDay } from '../../shared/dates/today'
import { type DeskItem, type DeskSatisfaction, deskSatisfactions } from '../../shared/desks/desks'
import { mayAnswer, mayAsk, mayPostpone, mayReopenItem } from '../../shared/desks/desks.rules'
import type { Verdict } from '../../shared/result'
import { api } from '../api/client'
import { useDraft } from '../api/drafts'
import { useCall } from '../api/query'
import { Field } from '../interviews/plan/Field'
import { Button } from '../ui/Button'
import { AUDITED_REASON } from '../ui/reason.words'
import { TextField } from '../ui/TextField'

type Act = '答复' | '记进展' | '改期' | '转办' | '回访' | '重开' | '更正'
const offered: Record<DeskItem['state'], readonly Act[]> = {
  open: ['答复', '记进展', '改期', '转办', '更正'],
  answered: ['回访', '重开'],
  closed: ['重开'],
}
/** What is asked for with each. */
const labels: Record<Act, string> = {
  答复: '怎么答复、怎么解决的',
  记进展: '办到哪一步',
  改期: '理由',
  转办: '理由',
  回访: '本人怎么说',
  重开: '理由',
  更正: '理由',
}
const MOST_REASON = 200
/** A term that is offered for what is taken up again. */
const NEXT_DAYS = 7

interface DeskActsProps {
  readonly item: DeskItem
  readonly busy: boolean
  /** Does the work and shows what goes wrong with it; @returns whether it went well */
  readonly onAct: (work: () => Promise<DeskItem>) => Promise<boolean>
  readonly onClose: () => void
}

const refusalOf = (verdict: Verdict): string | undefined => (verdict.allowed ? undefined : verdict.reason)
/** A reason is one line: what was typed in several stands with spaces between. */
const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ')

/** The next step of an item. What is typed outlives a lock. */
export function DeskActs({ item, busy, onAct, onClose }: DeskActsProps) {
  const acts = offered[item.state]
  const [act, setAct] = useState<Act>(acts[0] ?? '重开')
  const { value, set, discard } = useDraft(`desks.item:${item.id}.${item.revision}`, { text: '', fixed: item.text })
  const owners = useCall('desks', 'owners', {})
  const [ownerId, setOwner] = useState<AccountId | null>(null)
  const [on, setOn] = useState<string>(todayDay())
  const [due, setDue] = useState<string>(addDays(todayDay(), NEXT_DAYS))
  const [satisfaction, setSatisfaction] = useState<DeskSatisfaction>('满意')

  const { id, revision } = item
  const one = { id, revision }
  const text = value.text.trim()
  const [day, until] = [Day.safeParse(on), Day.safeParse(due)]
  const needsDue = act === '改期' || act === '重开' || (act === '回访' && satisfaction === '不满意')
  const needsDay = act === '答复' || act === '回访'
  const isReason = act === '改期' || act === '转办' || act === '重开' || act === '更正'
  const missing =
    (needsDay && !day.success) || (needsDue && !until.success)
      ? '日期写作 2026-11-30'
      : text === '' && act !== '回访'
        ? `先写${isReason ? '理由' : '几个字'}`
        : act === '转办' && ownerId === null
          ? '先选承办人'
          : verdictOf()
  function verdictOf(): string | undefined {
    const today = todayDay()
    if (act === '答复' && day.success) return refusalOf(mayAnswer(item, day.data, today))
    if (act === '改期' && until.success) return refusalOf(mayPostpone(item, until.data, today))
    if (act === '重开' && until.success) return refusalOf(mayReopenItem(item, until.data, today))
    if (act !== '回访' || !day.success) return undefined
    const dueOn = needsDue && until.success ? until.data : null
    return refusalOf(mayAsk(item, { satisfaction, on: day.data, text, dueOn }, today))
  }
  function send(): Promise<DeskItem> {
    const dueOn = until.success ? until.data : todayDay()
    const reason = oneLine(text)
    switch (act) {
      case '答复':
        return api.desks.answer({ ...one, on: day.success ? day.data : todayDay(), text })
      case '记进展':
        return api.desks.report({ ...one, text })
      case '改期':
        return api.desks.postpone({ ...one, dueOn, reason })
      case '转办':
        return api.desks.handOver({ ...one, ownerId: ownerId ?? item.ownerId, reason })
      case '重开':
        return api.desks.reopen({ ...one, dueOn, reason })
      case '更正': {
        const { desk, cadreId, cameOn, channel } = item
        const unitId = cadreId === null ? item.unitId : null
        const facts = { desk, cadreId, unitId, cameOn, channel, text: value.fixed.trim() }
        return api.desks.change({ ...one, facts, reason })
      }
      case '回访':
        return api.desks.ask({
          ...one,
          satisfaction,
          on: day.success ? day.data : todayDay(),
          text,
          dueOn: needsDue ? dueOn : null,
        })
    }
  }
  async function submit(): Promise<void> {
    if (missing !== undefined || busy) return
    if (await onAct(send)) await discard()
  }
  return (
    <form
      className="dsk-acts"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      {acts.length > 1 && (
        <Segmented<Act> aria-label="下一步" value={act} onChange={setAct} options={[...acts]} block />
      )}
      {act === '回访' && (
        <Segmented<DeskSatisfaction>
          aria-label="本人评价"
          value={satisfaction}
          onChange={setSatisfaction}
          options={[...deskSatisfactions]}
          block
        />
      )}
      {act === '转办' && (
        <Field label="转给">
          <Select
            value={ownerId}
            onChange={setOwner}
            showSearch={{ optionFilterProp: 'label' }}
            options={(owners.data ?? [])
              .filter(each => each.id !== item.ownerId)
              .map(each => ({ value: each.id, label: each.name }))}
          />
        </Field>
      )}
      {act === '更正' && (
        <TextField
          label="什么事（不写是谁反映的）"
          value={value.fixed}
          onChange={fixed => set({ ...value, fixed })}
          maxChars={1000}
          multiline
          rows={2}
        />
      )}
      {(needsDay || needsDue) && (
        <div className="dd-pair">
          {needsDay && <TextField label={act === '答复' ? '答复日期' : '回访日期'} value={on} onChange={setOn} nfkc />}
          {needsDue && <TextField label="新的期限" value={due} onChange={setDue} nfkc />}
        </div>
      )}
      <TextField
        label={act === '回访' && satisfaction === '未问' ? '没有回访的原因' : labels[act]}
        value={value.text}
        onChange={next => set({ ...value, text: next })}
        maxChars={isReason ? MOST_REASON : act === '回访' ? 1000 : 2000}
        multiline={!isReason}
        rows={2}
        autoFocus
        hint={isReason && item.cadreId !== null ? AUDITED_REASON : undefined}
      />
      <div className="dd-form-end">
        <Button onClick={onClose}>关闭</Button>
        <Button kind="primary" submit busy={busy} reason={missing}>
          {act === '答复' || act === '回访' ? `登记${act}` : act}
        </Button>
      </div>
    </form>
  )
}
