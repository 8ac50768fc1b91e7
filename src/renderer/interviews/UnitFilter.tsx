import { Select } from 'antd'
import { useMemo } from 'react'
import { useCall } from '../api/query'
import { indentedUnit } from '../cadres/UnitSelect'
import { unitOptions } from '../cadres/units.options'

interface UnitFilterProps {
  readonly value: string | null
  readonly onChange: (unitId: string | null) => void
  readonly placeholder?: string
}

/** One unit with everything below it, or all. */
export function UnitFilter({ value, onChange, placeholder = '全部单位' }: UnitFilterProps) {
  const units = useCall('units', 'tree', {})
  const options = useMemo(() => unitOptions(units.data ?? []), [units.data])
  return (
    <Select
      aria-label="单位（含下级）"
      className="itv-unit-filter"
      value={value}
      onChange={next => onChange(next ?? null)}
      options={options}
      optionRender={indentedUnit}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      allowClear
      placeholder={placeholder}
    />
  )
}
