import { Select } from 'antd'
import { useState } from 'react'
import { Day } from '../../shared/dates/add-months'
import { parsePartialDate, showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import type { Honour } from '../../shared/honours/honours'
import { type RevocationGround, revocationGrounds } from '../../shared/honours/honours.data'
import { api } from '../api/client'
import { Field } from '../interviews/plan/Field'
import { FormDialog } from '../ui/FormDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { TextField } from '../ui/TextField'

interface ActProps {
  readonly honour: Honour
  readonly onClose: () => void
}
const typedDay = (text: string) => Day.safeParse(parsePartialDate(text)).data
const originals = ['荣誉证书原件', '表彰决定原件', '奖励审批表原件', '干部人事档案第八类材料'] as const

/** Somebody has compared the row with an original. */
export function Verify({ honour: { id, revision }, onClose }: ActProps) {
  const [on, setOn] = useState<string>(showDate(todayDay()))
  const [original, setOriginal] = useState('')
  const day = typedDay(on)
  return (
    <FormDialog
      title="核验荣誉"
      act="核验"
      refusal={!day ? '日期写作 2026.11.30' : original.trim() === '' ? '写明核对的是哪份原件' : undefined}
      onAct={async () => day && api.honours.verify({ id, revision, on: day, original: original.trim() })}
      onClose={onClose}
    >
      <TextField
        label="核对的原件"
        value={original}
        onChange={setOriginal}
        maxChars={200}
        suggestions={originals}
        autoFocus
      />
      <TextField label="核对日期" value={on} onChange={setOn} nfkc />
    </FormDialog>
  )
}

/** The authority has taken it back: ground, document and day. */
export function Revoke({
  honour: { id, revision, cadreId },
  onRevoked,
  onClose,
}: ActProps & { readonly onRevoked: () => void }) {
  const [on, setOn] = useState<string>(showDate(todayDay()))
  const [ground, setGround] = useState<RevocationGround>(revocationGrounds[0])
  const [documentNo, setDocument] = useState('')
  const [note, setNote] = useState('')
  const [reason, setReason] = useState('')
  const day = typedDay(on)
  const refusal = !day
    ? '日期写作 2026.11.30'
    : documentNo.trim() === ''
      ? '写上撤销决定的文号'
      : reason.trim() === ''
        ? '写明理由'
        : undefined
  return (
    <FormDialog
      title="撤销荣誉"
      act="撤销"
      refusal={refusal}
      onAct={async () => {
        if (!day) return
        const revocation = { on: day, ground, documentNo: documentNo.trim(), note: note.trim() }
        await api.honours.revoke({ id, revision, revocation, reason: reason.trim() })
        if (cadreId !== null) setTimeout(onRevoked)
      }}
      onClose={onClose}
    >
      <p className="dd-aside">撤销由原批准机关决定。撤销以后留在荣誉册里，标明已撤销，不再修改。</p>
      <Field label="依据（公务员法第五十六条）">
        <Select
          value={ground}
          onChange={setGround}
          options={revocationGrounds.map(value => ({ value, label: value }))}
        />
      </Field>
      <div className="dd-pair">
        <TextField label="撤销决定文号" value={documentNo} onChange={setDocument} maxChars={80} autoFocus />
        <TextField label="撤销日期" value={on} onChange={setOn} nfkc />
      </div>
      <TextField label="说明" value={note} onChange={setNote} maxChars={200} />
      <TextField label="理由" value={reason} onChange={setReason} maxChars={200} hint={AUDITED_REASON} />
    </FormDialog>
  )
}
