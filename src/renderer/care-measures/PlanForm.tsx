import { Segmented } from 'antd'
import { useState } from 'react'
import { type BoardRow, CountOf, PlanFacts } from '../../shared/care-measures/care-measures'
import { mayPlan } from '../../shared/care-measures/care-measures.rules'
import { Day } from '../../shared/dates/add-months'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { wholeNumber } from '../ui/wholeNumber'

interface PlanFormProps {
  readonly row: BoardRow
  readonly year: number
  readonly onClose: () => void
}

/** What is planned for a measure in a year: a number or words, whose it is, and until when. */
export function PlanForm({ row: { key, plan, owner: usual, title }, year, onClose }: PlanFormProps) {
  const [target, setTarget] = useState(plan?.target == null ? '' : String(plan.target))
  const [countOf, setCountOf] = useState<CountOf>(plan?.countOf ?? '次')
  const [goal, setGoal] = useState(plan?.goal ?? '')
  const [owner, setOwner] = useState(plan?.owner ?? usual)
  const [dueOn, setDueOn] = useState<string>(plan?.dueOn ?? `${year}-12-31`)
  const [settledOn, setSettledOn] = useState<string>(plan?.settledOn ?? '')
  const [notes, setNotes] = useState(plan?.notes ?? '')
  const [reason, setReason] = useState('')
  const revision = plan?.revision ?? 0

  const number = wholeNumber(target)
  const facts = PlanFacts.safeParse({
    target: number === undefined ? Number.NaN : number,
    countOf,
    goal,
    owner,
    dueOn,
    notes,
    settledOn: settledOn.trim() === '' ? null : settledOn,
  })
  const verdict = facts.success ? mayPlan(facts.data, year, todayDay()) : undefined
  const refusal =
    number === undefined || number === 0
      ? '计划数写一个整数，没有就空着'
      : !Day.safeParse(dueOn).success
        ? '完成期限写作 2026-12-31'
        : settledOn.trim() !== '' && !Day.safeParse(settledOn).success
          ? '完成日期写作 2026-12-31，没有就空着'
          : !facts.success
            ? '有的地方太长'
            : verdict && !verdict.allowed
              ? verdict.reason
              : plan && reason.trim() === ''
                ? '先写改动的理由'
                : undefined
  return (
    <FormDialog
      title={`${title}：${year} 年计划`}
      act="保存"
      refusal={refusal}
      onAct={async () => {
        if (facts.success) await api.careMeasures.plan({ key, year, plan: facts.data, revision, reason: reason.trim() })
      }}
      onClose={onClose}
    >
      <div className="dd-pair">
        <TextField label="计划数" value={target} onChange={setTarget} nfkc placeholder="没有数就空着" autoFocus />
        <div className="dd-field">
          <span className="dd-label">计什么</span>
          <Segmented<CountOf>
            aria-label="计什么"
            value={countOf}
            onChange={setCountOf}
            options={CountOf.options.map(value => ({ value, label: value === '次' ? '次数' : '人次' }))}
          />
        </div>
      </div>
      <TextField label="目标" value={goal} onChange={setGoal} maxChars={200} multiline rows={2} />
      <div className="dd-pair">
        <TextField label="牵头单位、责任人" value={owner} onChange={setOwner} maxChars={60} />
        <TextField label="完成期限" value={dueOn} onChange={setDueOn} nfkc />
      </div>
      {number === null && (
        <TextField
          label="完成日期"
          value={settledOn}
          onChange={setSettledOn}
          nfkc
          hint="目标是文字的，完成后写上日期"
        />
      )}
      <TextField label="说明" value={notes} onChange={setNotes} maxChars={400} multiline rows={2} />
      {plan && <TextField label="改动的理由" value={reason} onChange={setReason} maxChars={200} />}
    </FormDialog>
  )
}
