import { Select } from 'antd'
import { useMemo } from 'react'
import type { QueryField } from '../../shared/queries/queries'
import { useBuilder } from './builder.context'

interface FieldPickerProps {
  label: string
  value?: string
  placeholder?: string
  onChoose: (field: QueryField) => void
}

interface Option {
  value?: string
  label: string
  hint?: string
}
const explained = ({ data: { label, hint = '' } }: { data: Option }) => (
  <span className="qry-option">
    {label}
    {hint !== '' && <small>{hint}</small>}
  </span>
)

/** All that can be asked about, in groups; found by characters, pinyin or initials. */
export function FieldPicker({ label, value, placeholder, onChoose }: FieldPickerProps) {
  const { fields, fieldList, matches } = useBuilder()
  const groups = useMemo(
    () =>
      [...new Set(fieldList.map(({ group }) => group))].map(group => ({
        label: group,
        options: fieldList
          .filter(field => field.group === group)
          .map(({ key, label: title, hint }) => ({ value: key, label: title, hint })),
      })),
    [fieldList],
  )
  const known = value === undefined || fields.has(value)
  return (
    <Select<string, Option>
      className="qry-field"
      aria-label={label}
      value={value === undefined ? null : known ? value : '已经没有的项目'}
      placeholder={placeholder}
      onChange={key => {
        const field = fields.get(key)
        if (field) onChoose(field)
      }}
      options={groups}
      optionRender={explained}
      showSearch={{ filterOption: (typed, option) => option?.value !== undefined && matches(typed, option.label) }}
      popupMatchSelectWidth={380}
      listHeight={340}
    />
  )
}
