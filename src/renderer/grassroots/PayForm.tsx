import { Select } from 'antd'
import { useState } from 'react'
import type { BoardUnit } from '../../shared/grassroots/facilities'
import { PayFacts, type PayFigure, PaySide } from '../../shared/grassroots/pay'
import { fenOf, yuanWords } from '../../shared/money/fen'
import { api } from '../api/client'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { wholeNumber } from '../ui/wholeNumber'
import { sameFigure } from './pay.words'

interface PayFormProps {
  readonly units: readonly BoardUnit[]
  readonly figures: readonly PayFigure[]
  readonly year: number
  readonly onClose: () => void
}

/** One figure typed in. Where one is there already, it is put in its place with a reason. */
export function PayForm({ units, figures, year: start, onClose }: PayFormProps) {
  const [year, setYear] = useState(String(start))
  const [of, setOf] = useState<string>('机关')
  const [level, setLevel] = useState('')
  const [money, setMoney] = useState('')
  const [people, setPeople] = useState('')
  const [reason, setReason] = useState('')
  const unit = units.find(({ id }) => id === of)
  const whole = PaySide.safeParse(of)
  const averageFen = fenOf(money)
  const facts = PayFacts.safeParse({
    year: wholeNumber(year),
    unitId: unit?.id ?? null,
    side: unit?.side ?? whole.data,
    level,
    averageFen,
    people: wholeNumber(people),
  })
  const present = facts.success ? sameFigure(figures, facts.data) : undefined
  const refusal = !PayFacts.shape.year.safeParse(wholeNumber(year)).success
    ? '年度写作 2026'
    : level.trim() === ''
      ? '先写层级'
      : !averageFen
        ? '收入写作 86000 或 86000.50'
        : !PayFacts.shape.people.safeParse(wholeNumber(people)).success
          ? '人数写一个整数'
          : !facts.success
            ? '有的地方太长或者超出范围'
            : present && reason.trim() === ''
              ? '原来有数，先写更正的理由'
              : undefined
  const levels = [...new Set(figures.map(figure => figure.level))]
  return (
    <FormDialog
      title="登记人均收入"
      act={present ? '更正' : '登记'}
      refusal={refusal}
      onAct={async () => {
        if (facts.success)
          await api.grassroots.putPay({
            rows: [{ ...facts.data, revision: present?.revision ?? 0 }],
            reason: reason.trim(),
          })
      }}
      onClose={onClose}
    >
      <div className="dd-pair">
        <TextField label="年度" value={year} onChange={setYear} nfkc />
        <div className="dd-field">
          <span className="dd-label">哪里的数</span>
          <Select
            aria-label="哪里的数"
            value={of}
            onChange={setOf}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              ...PaySide.options.map(value => ({ value: value as string, label: `全部${value}` })),
              ...units
                .filter(({ side }) => side !== '其他')
                .map(({ id, name }) => ({ value: id as string, label: name })),
            ]}
          />
        </div>
      </div>
      <TextField label="层级" value={level} onChange={setLevel} maxChars={20} suggestions={levels} />
      <div className="dd-pair">
        <TextField label="年人均收入（元）" value={money} onChange={setMoney} nfkc />
        <TextField label="人数" value={people} onChange={setPeople} nfkc />
      </div>
      {present && (
        <TextField
          label="更正的理由"
          value={reason}
          onChange={setReason}
          maxChars={200}
          hint={`原来是 ${yuanWords(present.averageFen)} 元，${present.people} 人`}
        />
      )}
    </FormDialog>
  )
}
