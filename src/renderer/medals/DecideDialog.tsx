import { Segmented } from 'antd'
import { useState } from 'react'
import { decisions, type MedalDecision } from '../../shared/medals/medals'
import type { MedalRow } from '../../shared/medals/medals.contract'
import { mayDecide } from '../../shared/medals/medals.rules'
import { api } from '../api/client'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'

interface DecideDialogProps {
  readonly year: number
  readonly rows: readonly MedalRow[]
  readonly onDone: () => void
  readonly onClose: () => void
}
type Choice = MedalDecision | '撤回决定'

/** What a person decides of one or of several clear cases. */
export function DecideDialog({ year, rows, onDone, onClose }: DecideDialogProps) {
  const decided = rows.every(({ decision }) => decision !== null)
  const given = rows.some(({ column }) => column === 'given')
  const [choice, setChoice] = useState<Choice>(given ? '暂缓' : '授予')
  const [reason, setReason] = useState('')
  const people = rows.map(({ column, award }) => ({ column, handed: award !== null }))
  const isBack = choice === '撤回决定'
  const verdict = isBack ? undefined : mayDecide(people, choice, reason.trim())
  const refusal = isBack
    ? people.some(({ handed }) => handed)
      ? '已经颁发的不能撤回决定'
      : reason.trim() === ''
        ? '撤回决定要写明理由'
        : undefined
    : verdict && !verdict.allowed
      ? verdict.reason
      : undefined
  const names = rows.map(({ name }) => name)
  return (
    <FormDialog
      title={`${year} 年：决定 ${rows.length} 人`}
      act={isBack ? '撤回' : choice}
      refusal={refusal}
      onAct={async () => {
        const order = { year, people: rows.map(({ ref }) => ref), reason: reason.trim() }
        await api.medals.decide({ ...order, decision: isBack ? null : choice })
        onDone()
      }}
      onClose={onClose}
    >
      <p className="dd-aside">
        {names.slice(0, 12).join('、')}
        {names.length > 12 && ` 等 ${names.length} 人`}
      </p>
      <Segmented<Choice>
        aria-label="决定"
        block
        value={choice}
        onChange={setChoice}
        options={[...decisions, ...(decided ? (['撤回决定'] as const) : [])]}
      />
      {rows.length === 1 &&
        rows[0]?.reasons.map(({ words }) => (
          <p key={words} className="med-reason">
            {words}
          </p>
        ))}
      <TextField
        label="理由"
        value={reason}
        onChange={setReason}
        maxChars={200}
        hint="够条件的授予可以不写；暂缓、不授和需要核对的要写"
      />
    </FormDialog>
  )
}
