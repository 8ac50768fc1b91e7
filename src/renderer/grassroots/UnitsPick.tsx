import { Select } from 'antd'
import { useId } from 'react'
import type { BoardUnit } from '../../shared/grassroots/facilities'
import { Button } from '../ui/Button'

interface UnitsPickProps {
  readonly units: readonly BoardUnit[]
  readonly value: readonly BoardUnit['id'][]
  readonly onChange: (ids: readonly BoardUnit['id'][]) => void
}

/** To which units something was sent: any, found by a part of their names, or every street and town at once. */
export function UnitsPick({ units, value, onChange }: UnitsPickProps) {
  const id = useId()
  const towns = units.filter(({ side }) => side === '街镇').map(unit => unit.id)
  return (
    <div className="dd-field grs-units">
      <label className="dd-label" htmlFor={id}>
        发到单位
      </label>
      <span>
        <Select<BoardUnit['id'][]>
          id={id}
          mode="multiple"
          maxTagCount={value.length > 2 ? 0 : 'responsive'}
          maxTagPlaceholder={`共 ${value.length} 个单位`}
          value={[...value]}
          onChange={onChange}
          options={units.map(unit => ({ value: unit.id, label: unit.name }))}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="选单位"
        />
        <Button onClick={() => onChange(towns)}>全部街镇</Button>
      </span>
    </div>
  )
}
