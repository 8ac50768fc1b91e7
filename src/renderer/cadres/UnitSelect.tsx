import { Select } from 'antd'
import { useMemo } from 'react'
import { useCall } from '../api/query'
import { unitOptions } from './units.options'

interface UnitSelectProps {
  id: string
  value: string | null
  onChange: (unitId: string | null) => void
  placeholder?: string
}

/** A unit in a list to choose from, as deep as it stands in the tree. */
export const indentedUnit = ({ data }: { data: ReturnType<typeof unitOptions>[number] }) => (
  <span style={{ paddingLeft: (data.level - 1) * 16 }}>{data.label}</span>
)

/** Picks a unit by the tree or by a part of its name. */
export function UnitSelect({ id, value, onChange, placeholder = '未填' }: UnitSelectProps) {
  const units = useCall('units', 'tree', {})
  const options = useMemo(() => unitOptions(units.data ?? []), [units.data])
  return (
    <Select
      id={id}
      value={value}
      onChange={next => onChange(next ?? null)}
      options={options}
      optionRender={indentedUnit}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      placeholder={placeholder}
    />
  )
}
