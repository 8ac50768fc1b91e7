import { Select } from 'antd'
import { useId } from 'react'
import { UnitSelect } from '../UnitSelect'

interface ChoiceFieldProps {
  label: string
  /** Empty for none. */
  value: string
  onChange: (value: string) => void
  /** Units of the tree where they are missing. */
  options?: readonly string[] | undefined
  /** Whether one of them always stands. */
  always?: boolean
  below?: string | undefined
  wrong?: boolean
}

/** Picks one of a few values, or a unit of the tree, under a label as a text field has it. */
export function ChoiceField({
  label,
  value,
  onChange,
  options,
  always = false,
  below,
  wrong = false,
}: ChoiceFieldProps) {
  const id = useId()
  return (
    <div className="dd-field">
      <label className="dd-label" htmlFor={id}>
        {label}
      </label>
      {options ? (
        <Select
          id={id}
          value={value === '' ? null : value}
          onChange={next => onChange(next ?? '')}
          options={options.map(text => ({ value: text, label: text }))}
          allowClear={!always}
          placeholder="未填"
        />
      ) : (
        <UnitSelect id={id} value={value === '' ? null : value} onChange={next => onChange(next ?? '')} />
      )}
      <div className="dd-below">
        <span className={wrong ? 'dd-wrong' : 'dd-hint'}>{below}</span>
      </div>
    </div>
  )
}
