import { Select } from 'antd'
import { CareDimension } from '../../shared/care-measures/measures.data'
import { occasions } from '../../shared/care-records/occasions'
import { todayDay } from '../../shared/dates/today'
import { useCall } from '../api/query'
import { Field } from '../interviews/plan/Field'
import { TextField } from '../ui/TextField'
import { careForms, type RecordForm, withOccasion } from './record.form'

export interface FormPart {
  readonly form: RecordForm
  readonly onChange: (more: Partial<RecordForm>) => void
}

/** When, on which occasion, in which way, who went, and what was found and done. */
export function WhatFields({ form, onChange }: FormPart) {
  const board = useCall('careMeasures', 'board', { year: Number(todayDay().slice(0, 4)) })
  return (
    <>
      <div className="crr-grid">
        <TextField label="日期" value={form.on} onChange={on => onChange({ on })} nfkc />
        <Field label="事由">
          <Select
            value={form.occasion}
            onChange={occasion => onChange(withOccasion(occasion))}
            options={occasions.map(value => ({ value, label: value }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Field>
        <Field label="方式">
          <Select
            value={form.form}
            onChange={each => onChange({ form: each })}
            options={careForms.map(value => ({ value, label: value }))}
          />
        </Field>
      </div>
      <TextField
        label="看到什么、做了什么"
        value={form.what}
        onChange={what => onChange({ what })}
        maxChars={1000}
        multiline
        rows={3}
        autoFocus
      />
      <div className="crr-grid">
        <TextField label="谁去的" value={form.visitors} onChange={visitors => onChange({ visitors })} maxChars={120} />
        <Field label="方面">
          <Select
            value={form.dimension}
            onChange={dimension => onChange({ dimension })}
            options={CareDimension.options.map(value => ({ value, label: `${value}上` }))}
          />
        </Field>
        <Field label="落实哪项措施">
          <Select
            value={form.measure}
            onChange={measure => onChange({ measure: measure ?? null })}
            options={(board.data ?? [])
              .filter(({ title }) => title !== '')
              .map(({ key, title }) => ({ value: key, label: title }))}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            allowClear
            placeholder="不属于哪一项"
          />
        </Field>
      </div>
    </>
  )
}
