import { InputNumber, Select } from 'antd'
import { LifeEventKind, Whom } from '../../../shared/care-records/care-records'
import { Festival, type When } from '../../../shared/care-rules/care-rules'
import { Chips } from '../../interviews/Chips'
import { FieldRow } from '../../interviews/configure/fields'
import { NumbersField } from './NumbersField'
import { anniversaryTitles, everyTitles } from './rule.words'

interface WhenFieldsProps {
  readonly when: When
  readonly onChange: (when: When) => void
}
const choices = <K extends string>(titles: Record<K, string>) =>
  (Object.keys(titles) as K[]).map(value => ({ value, label: titles[value] }))
const plain = <T extends string>(values: readonly T[]) => values.map(value => ({ value, label: value }))

interface CountProps {
  readonly label: string
  readonly suffix: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly onChange: (value: number) => void
}
const Count = ({ label, suffix, value, least, most, onChange }: CountProps) => (
  <InputNumber
    aria-label={label}
    min={least}
    max={most}
    precision={0}
    value={value}
    onChange={next => onChange(next ?? least)}
    suffix={suffix}
  />
)

interface MonthDayProps {
  readonly month: number
  readonly date: number
  readonly onChange: (day: { month: number; date: number }) => void
}
const MonthDay = ({ month, date, onChange }: MonthDayProps) => (
  <>
    <Count
      label="月"
      suffix="月"
      value={month}
      least={1}
      most={12}
      onChange={next => onChange({ month: next, date })}
    />
    <Count label="日" suffix="日" value={date} least={1} most={31} onChange={next => onChange({ month, date: next })} />
  </>
)

/** When something is due, as the form of the rule tells it. */
export function WhenFields({ when, onChange }: WhenFieldsProps) {
  switch (when.by) {
    case 'anniversary':
      return (
        <FieldRow label="哪一天">
          <Select
            aria-label="哪一天"
            value={when.of}
            onChange={of => onChange({ ...when, of })}
            options={choices(anniversaryTitles)}
          />
          <Select
            aria-label="哪些年"
            value={when.every}
            onChange={every => onChange({ ...when, every })}
            options={choices(everyTitles)}
          />
        </FieldRow>
      )
    case 'calendar':
    case 'check':
    case 'retreat':
      return (
        <FieldRow label="哪一天">
          <MonthDay {...when} onChange={day => onChange({ ...when, ...day })} />
        </FieldRow>
      )
    case 'festival':
      return (
        <FieldRow label="哪个节日">
          <Select
            aria-label="哪个节日"
            value={when.festival}
            onChange={festival => onChange({ ...when, festival })}
            options={plain(Festival.options)}
          />
          <Count
            label="节日前后几天，负数是提前"
            suffix="天"
            value={when.days}
            least={-120}
            most={120}
            onChange={days => onChange({ ...when, days })}
          />
          <span className="dd-aside">负数是节前，0 是当天</span>
        </FieldRow>
      )
    case 'event':
      return <EventFields when={when} onChange={onChange} />
    case 'file':
      return (
        <NumbersField
          label={`${when.fact}以后几天`}
          hint="每步一个数，从小到大，用顿号隔开"
          values={when.steps}
          onChange={steps => onChange({ ...when, steps })}
        />
      )
    case 'retirement':
      return (
        <NumbersField
          label="退休前几个月"
          hint="每步一个数，从大到小，用顿号隔开"
          values={when.months}
          onChange={months => onChange({ ...when, months })}
        />
      )
    // Each case of hardship bears the day of its next review itself.
    case 'hardship':
      return null
    case 'interval':
      return (
        <FieldRow label="多久一次">
          <Count
            label="每隔几个月"
            suffix="个月一次"
            value={when.months}
            least={1}
            most={24}
            onChange={months => onChange({ ...when, months })}
          />
          <Count
            label="列入后几个月第一次"
            suffix="个月后第一次"
            value={when.first}
            least={0}
            most={24}
            onChange={first => onChange({ ...when, first })}
          />
        </FieldRow>
      )
    case 'entry':
      return (
        <FieldRow label="满多少天">
          <Count
            label="列入名册满多少天"
            suffix="天"
            value={when.days}
            least={0}
            most={800}
            onChange={days => onChange({ ...when, days })}
          />
        </FieldRow>
      )
    case 'leave':
      return when.checks.map((check, at) => {
        const change = (next: Partial<typeof check>): void =>
          onChange({ ...when, checks: when.checks.map((each, index) => (index === at ? { ...each, ...next } : each)) })
        return (
          <FieldRow key={at} label={`第 ${at + 1} 次检查`}>
            <MonthDay {...check} onChange={change} />
            <Count
              label="已休不到百分之几"
              suffix="% 以下列出"
              value={check.percent}
              least={1}
              most={100}
              onChange={percent => change({ percent })}
            />
          </FieldRow>
        )
      })
    case 'next':
      return <p className="dd-aside">按关爱记录里写的下一步日期列出，没有可以设定的日期。</p>
  }
}

type EventWhen = Extract<When, { by: 'event' }>

const EventFields = ({ when, onChange }: { when: EventWhen; onChange: (when: When) => void }) => (
  <>
    <FieldRow label="哪些事">
      <Chips
        label="哪些事"
        options={plain(LifeEventKind.options)}
        chosen={when.kinds}
        onChange={kinds => onChange({ ...when, kinds: [...kinds] })}
      />
    </FieldRow>
    <FieldRow label="谁的事">
      <Chips
        label="谁的事"
        options={plain(Whom.options)}
        chosen={when.whoms}
        onChange={whoms => onChange({ ...when, whoms: [...whoms] })}
      />
      <span className="dd-aside">都不选，谁的都算</span>
    </FieldRow>
    <NumbersField
      label="发生以后几天内"
      hint="每步一个数，从小到大，用顿号隔开"
      values={when.steps}
      onChange={steps => onChange({ ...when, steps })}
    />
    <FieldRow label="没有结束，每">
      <InputNumber
        aria-label="没有结束，每几天一次"
        min={7}
        max={400}
        precision={0}
        value={when.again}
        onChange={again => onChange({ ...when, again })}
        suffix="天一次"
      />
      <span className="dd-aside">空着就不再列</span>
    </FieldRow>
    <FieldRow label="结束以后">
      <InputNumber
        aria-label="结束以后几天内"
        min={0}
        max={400}
        precision={0}
        value={when.after}
        onChange={after => onChange({ ...when, after })}
        suffix="天内"
      />
      <span className="dd-aside">空着就不列</span>
    </FieldRow>
  </>
)
