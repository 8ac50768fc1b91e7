import { InputNumber, Select } from 'antd'
import { type BasisStatus, basisCautions } from '../../../shared/basis/basis'
import { CareDimension } from '../../../shared/care-measures/measures.data'
import { Occasion } from '../../../shared/care-records/occasions'
import { registerKinds } from '../../../shared/care-register/care-register'
import type { CareRule } from '../../../shared/care-rules/care-rules'
import { Chips } from '../../interviews/Chips'
import { FieldRow, YesNo } from '../../interviews/configure/fields'
import { basisChoices } from '../../ui/basis.words'
import { TextField } from '../../ui/TextField'
import type { Draft } from './CareRuleForm'
import { blankWhen, formTitles, type OwnForm, ownForms, rollTitles } from './rule.words'
import { WhenFields } from './WhenFields'

const plain = <T extends string>(values: readonly T[]) => values.map(value => ({ value, label: value }))
const rolls = (Object.keys(rollTitles) as CareRule['roll'][]).map(value => ({ value, label: rollTitles[value] }))
const forms = ownForms.map(value => ({ value, label: formTitles[value] }))
const isOwnForm = (by: CareRule['when']['by']): by is OwnForm => (ownForms as readonly string[]).includes(by)

interface CareRuleFieldsProps {
  readonly draft: Draft
  /** Of the unit's own rule also the form can be chosen; one that ships keeps its own. */
  readonly isOwn: boolean
  readonly onChange: (change: Partial<Draft>) => void
}

export function CareRuleFields({ draft, isOwn, onChange }: CareRuleFieldsProps) {
  const { when, whose, basis } = draft
  const isTold = when.by === 'event' || when.by === 'next' || when.by === 'hardship'
  return (
    <div className="itv-kind-form">
      <TextField label="名称" value={draft.title} onChange={title => onChange({ title })} maxChars={40} />
      <FieldRow label="启用">
        <YesNo label="按这条规则列入应办" value={draft.on} onChange={on => onChange({ on })} />
      </FieldRow>
      <FieldRow label="什么时候">
        {isOwn && isOwnForm(when.by) ? (
          <Select<OwnForm>
            aria-label="什么时候"
            value={when.by}
            onChange={by => onChange({ when: blankWhen[by] })}
            options={forms}
            popupMatchSelectWidth={false}
          />
        ) : (
          formTitles[when.by]
        )}
      </FieldRow>
      <WhenFields key={when.by} when={when} onChange={next => onChange({ when: next })} />
      {!isTold && (
        <FieldRow label="管哪些人">
          <Chips
            label="管哪些人"
            options={plain(['在职', '退休'] as const)}
            chosen={whose.statuses}
            onChange={statuses => onChange({ whose: { ...whose, statuses: [...statuses] } })}
          />
          <Chips
            label="哪些名册里的人"
            options={plain(registerKinds)}
            chosen={whose.lists}
            onChange={lists => onChange({ whose: { ...whose, lists: [...lists] } })}
          />
          <span className="dd-aside">选了名册，只管在册的人</span>
        </FieldRow>
      )}
      <FieldRow label="哪些场合算办">
        <Select
          aria-label="哪些场合的记录算办了"
          mode="multiple"
          className="itv-wide"
          value={draft.occasions}
          onChange={occasions => onChange({ occasions })}
          maxCount={6}
          options={plain(Occasion.options)}
        />
      </FieldRow>
      <FieldRow label="方面">
        <Select
          aria-label="方面"
          value={draft.dimension}
          onChange={dimension => onChange({ dimension })}
          options={plain(CareDimension.options)}
        />
      </FieldRow>
      <div className="dd-pair">
        <TextField label="由谁办" value={draft.owner} onChange={owner => onChange({ owner })} maxChars={60} />
        <label className="dd-field">
          <span className="dd-label">遇到休息日</span>
          <Select aria-label="遇到休息日" value={draft.roll} onChange={roll => onChange({ roll })} options={rolls} />
        </label>
      </div>
      <div className="crr-days">
        <Days label="提前几天列出" least={0} value={draft.leadDays} onChange={leadDays => onChange({ leadDays })} />
        <Days
          label="逾期几天加急"
          least={0}
          value={draft.escalateDays}
          onChange={escalateDays => onChange({ escalateDays })}
        />
        <Days label="到期后留多少天" least={30} value={draft.keepDays} onChange={keepDays => onChange({ keepDays })} />
      </div>
      <div className="dd-pair">
        <TextField
          label="从哪天起"
          hint="这天以后到期的才列入；新启用的最早从当天算起"
          value={draft.validFrom}
          onChange={validFrom => onChange({ validFrom })}
          nfkc
        />
        <TextField
          label="到哪天止"
          hint="没有就空着"
          value={draft.validTo}
          onChange={validTo => onChange({ validTo })}
          nfkc
        />
      </div>
      <div className="dd-pair">
        <TextField
          label="依据的文件"
          value={basis.source}
          onChange={source => onChange({ basis: { ...basis, source } })}
          maxChars={120}
        />
        <label className="dd-field">
          <span className="dd-label">依据的可靠程度</span>
          <Select<BasisStatus>
            aria-label="依据的可靠程度"
            value={basis.status}
            onChange={status => onChange({ basis: { ...basis, status } })}
            options={basisChoices}
          />
          <span className="dd-hint">{basisCautions[basis.status]}</span>
        </label>
      </div>
    </div>
  )
}

interface DaysProps {
  readonly label: string
  readonly least: number
  readonly value: number
  readonly onChange: (value: number) => void
}
const Days = ({ label, least, value, onChange }: DaysProps) => (
  <label className="dd-field">
    <span className="dd-label">{label}</span>
    <InputNumber
      min={least}
      max={400}
      precision={0}
      value={value}
      onChange={next => onChange(next ?? least)}
      suffix="天"
    />
  </label>
)
