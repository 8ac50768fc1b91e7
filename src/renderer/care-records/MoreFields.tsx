import { Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { basisCautions } from '../../shared/basis/basis'
import type { CadreId } from '../../shared/cadres/cadres'
import { MoneySource } from '../../shared/care-records/care-records'
import { Occasion as StandardOccasion } from '../../shared/care-standards/care-standards'
import { standardOn } from '../../shared/care-standards/care-standards.rules'
import { Day } from '../../shared/dates/add-months'
import { fenOf, yuanWords } from '../../shared/money/fen'
import { useCall } from '../api/query'
import { Field } from '../interviews/plan/Field'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { TextField } from '../ui/TextField'
import { Proofs } from './Proofs'
import type { RecordForm } from './record.form'
import type { FormPart } from './WhatFields'

/** Part of a form that most records do without: closed until it is asked for, or as long as something stands in it. */
function Part({ title, filled, children }: { title: string; filled: boolean; children: ReactNode }) {
  const [open, setOpen] = useState(filled)
  return open || filled ? (
    <fieldset className="crr-part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  ) : (
    <div>
      <Button kind="link" size="small" icon={<Icon name="plus" size={14} />} onClick={() => setOpen(true)}>
        {title}
      </Button>
    </div>
  )
}

/** Occasions of records that the standards call otherwise. */
const standardNames: Partial<Record<RecordForm['occasion'], StandardOccasion>> = {
  丧事: '去世',
  困难走访: '困难',
  困难救助: '困难',
}

/** What the unit's standard in force on the day says of the occasion, and how far a sum is beyond it: told, never refused. */
function useStandard({ occasion, on, money }: RecordForm) {
  const standards = useCall('careStandards', 'list', {})
  const day = Day.safeParse(on.trim())
  const known = StandardOccasion.safeParse(standardNames[occasion] ?? occasion)
  if (!day.success || !known.success) return undefined
  const standard = standardOn(standards.data ?? [], known.data, day.data)
  if (standard === undefined || standard.ceilingFen === null) return undefined
  return { standard, ceiling: standard.ceilingFen, over: (fenOf(money) ?? 0) - standard.ceilingFen }
}

/** What was given: money with where it comes from, its standard, voucher and approval; goods; photographs and receipts. */
export function GivenFields({ form, onChange, cadreId }: FormPart & { readonly cadreId: CadreId | null }) {
  const told = useStandard(form)
  return (
    <Part title="慰问金、慰问品、凭证" filled={form.money !== '' || form.goods !== '' || form.attachments.length > 0}>
      <div className="crr-grid">
        <TextField
          label="慰问金（元）"
          hint={told && `标准 ${yuanWords(told.ceiling)} 元`}
          value={form.money}
          onChange={money => onChange({ money })}
          nfkc
        />
        <Field label="资金来源">
          <Select
            value={form.source}
            onChange={source => onChange({ source: source ?? null })}
            options={MoneySource.options.map(value => ({ value, label: value }))}
            allowClear
            placeholder="没有慰问金"
          />
        </Field>
        <TextField label="慰问品" value={form.goods} onChange={goods => onChange({ goods })} maxChars={120} />
        <TextField
          label="按什么标准"
          value={form.standard}
          onChange={standard => onChange({ standard })}
          placeholder="文件和条款"
          maxChars={120}
        />
        <TextField label="凭证号" value={form.voucher} onChange={voucher => onChange({ voucher })} maxChars={60} nfkc />
        <TextField
          label="谁批准的"
          value={form.approvedBy}
          onChange={approvedBy => onChange({ approvedBy })}
          maxChars={60}
        />
      </div>
      {told && told.over > 0 && (
        <p className="crr-over" role="note">
          超出标准 {yuanWords(told.over)} 元（每人次 {yuanWords(told.ceiling)} 元）
          <BasisWord basis={told.standard} />
          {told.standard.source} {basisCautions[told.standard.status]}
        </p>
      )}
      {cadreId && (
        <Proofs cadreId={cadreId} chosen={form.attachments} onChange={attachments => onChange({ attachments })} />
      )}
    </Part>
  )
}

/** What was promised, and what comes next; its day comes back into the due list. */
export function NextFields({ form, onChange }: FormPart) {
  return (
    <Part title="承诺和下一步" filled={form.promise !== '' || form.nextStep !== ''}>
      <TextField
        label="答应了什么"
        value={form.promise}
        onChange={promise => onChange({ promise })}
        maxChars={400}
        multiline
        rows={2}
      />
      <div className="crr-next">
        <TextField label="下一步" value={form.nextStep} onChange={nextStep => onChange({ nextStep })} maxChars={200} />
        <TextField
          label="哪一天（到时列入应办）"
          value={form.nextOn}
          onChange={nextOn => onChange({ nextOn })}
          placeholder="2026-11-30"
          nfkc
        />
      </div>
    </Part>
  )
}
