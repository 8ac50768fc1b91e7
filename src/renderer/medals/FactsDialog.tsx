import { useState } from 'react'
import { MedalFacts } from '../../shared/medals/medals'
import type { MedalRow } from '../../shared/medals/medals.contract'
import { mayKeepFacts } from '../../shared/medals/medals.rules'
import { api } from '../api/client'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { FactsFields, type TypedFacts, typedFacts, typedOf } from './FactsFields'

/** What the file has no room for. Dates of joining and full membership are corrected in the file itself. */
export function FactsDialog({ row, onClose }: { row: MedalRow; onClose: () => void }) {
  const [typed, setTyped] = useState<TypedFacts>(() => typedOf(row.facts))
  const [reason, setReason] = useState('')
  const facts = MedalFacts.safeParse(typedFacts(typed))
  const verdict = facts.success ? mayKeepFacts(facts.data) : undefined
  const refusal = !facts.success
    ? '日期写作 1985、1985.03 或 1985.03.12'
    : verdict && !verdict.allowed
      ? verdict.reason
      : reason.trim() === ''
        ? '写明来源或者理由'
        : undefined
  return (
    <FormDialog
      title={`补充：${row.name}`}
      act="保存"
      refusal={refusal}
      onAct={async () => {
        if (!facts.success || row.ref.of !== 'cadre') return
        const { ref, revision } = row
        await api.medals.putFacts({ cadreId: ref.id, revision, facts: facts.data, reason: reason.trim() })
      }}
      onClose={onClose}
    >
      <p className="dd-aside">入党、转正时间和处分在干部档案里改；这里补档案没有的。没有的留空，不推测。</p>
      <FactsFields typed={typed} onChange={setTyped} />
      <TextField label="来源或理由" value={reason} onChange={setReason} maxChars={200} required />
    </FormDialog>
  )
}
