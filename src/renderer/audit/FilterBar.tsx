import { DatePicker, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import type { AuditEntry, AuditFilter } from '../../shared/audit/audit'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { SearchField } from '../ui/TextField'
import { chipsOf, type Facets, noConditions, outcomeTitles } from './audit.words'

interface FilterBarProps {
  filter: AuditFilter
  facets: Facets | undefined
  onChange: (filter: Partial<AuditFilter>) => void
}

const MAX_TEXT = 60
const ALL = ''
const outcomes = Object.keys(outcomeTitles) as AuditEntry['outcome'][]

/** Conditions as chips that read as one sentence; the fields behind them open below. */
export function FilterBar({ filter, facets, onChange }: FilterBarProps) {
  const [open, setOpen] = useState(false)
  const chips = chipsOf(filter, facets)
  return (
    <div className="aud-filter">
      <div className="aud-chips">
        <SearchField
          label="在对象、原因和明细中查找"
          placeholder="对象、原因、明细"
          value={filter.text}
          onChange={text => onChange({ text: [...text].slice(0, MAX_TEXT).join('') })}
        />
        {chips.map(({ key, words, without }, index) => (
          <span key={key} className="aud-chip-part">
            {index > 0 && <span className="aud-and">且</span>}
            <button type="button" className="aud-chip" onClick={() => onChange(without)}>
              {words}
              <Icon name="close" size={14} />
              <span className="dd-hidden">，去掉这个条件</span>
            </button>
          </span>
        ))}
        <button type="button" className="aud-chip aud-chip-add" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'up' : 'plus'} size={14} />
          条件
        </button>
        {chips.length > 1 && (
          <Button kind="link" size="small" onClick={() => onChange(noConditions)}>
            全部去掉
          </Button>
        )}
      </div>
      {open && <Fields filter={filter} facets={facets} onChange={onChange} />}
    </div>
  )
}

const dayOf = (day: Dayjs | null | undefined): string | null => day?.format('YYYY-MM-DD') ?? null

function Fields({ filter, facets, onChange }: FilterBarProps) {
  const today = dayjs()
  return (
    <div className="aud-fields" role="group" aria-label="条件">
      <DatePicker.RangePicker
        aria-label="时间"
        format="YYYY.MM.DD"
        allowEmpty={[true, true]}
        placeholder={['起', '止']}
        value={[filter.from === null ? null : dayjs(filter.from), filter.to === null ? null : dayjs(filter.to)]}
        onChange={days => onChange({ from: dayOf(days?.[0]), to: dayOf(days?.[1]) })}
        presets={[
          { label: '今天', value: [today, today] },
          { label: '近 7 天', value: [today.subtract(6, 'day'), today] },
          { label: '近 30 天', value: [today.subtract(29, 'day'), today] },
        ]}
      />
      <Select
        aria-label="账户"
        value={filter.accountId ?? ALL}
        onChange={id => onChange({ accountId: id === ALL ? null : id })}
        options={[
          { value: ALL, label: '全部账户' },
          // antd puts a label into a title attribute, where no name may stand.
          ...(facets?.accounts ?? []).map(({ id, name }) => ({ value: id, label: name, title: '' })),
        ]}
      />
      <Select
        aria-label="模块"
        value={filter.feature ?? ALL}
        onChange={feature => onChange({ feature: feature === ALL ? null : feature })}
        options={[
          { value: ALL, label: '全部模块' },
          ...(facets?.features ?? []).map(({ feature, title }) => ({ value: feature, label: title })),
        ]}
      />
      <Select<AuditEntry['outcome'] | ''>
        aria-label="结果"
        value={filter.outcome ?? ALL}
        onChange={outcome => onChange({ outcome: outcome === ALL ? null : outcome })}
        options={[
          { value: ALL, label: '全部结果' },
          ...outcomes.map(value => ({ value, label: outcomeTitles[value] })),
        ]}
      />
    </div>
  )
}
