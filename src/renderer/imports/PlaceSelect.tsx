import { Select } from 'antd'
import type { BatchId } from '../../shared/imports/imports'
import type { Which } from '../../shared/imports/imports.contract'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { unitOptions } from '../cadres/units.options'
import { useAct } from './useAct'

const indented = ({ data }: { data: ReturnType<typeof unitOptions>[number] }) => (
  <span style={{ paddingLeft: (data.level - 1) * 16 }}>{data.label}</span>
)

interface PlaceSelectProps {
  batchId: BatchId
  which: Which
  label: string
  placeholder: string
  onPlaced?: () => void
}

/** Puts some people of the batch into a unit of the tree. */
export function PlaceSelect({ batchId, which, label, placeholder, onPlaced }: PlaceSelectProps) {
  const units = useCall('units', 'tree', {})
  const act = useAct()
  return (
    <Select
      aria-label={label}
      className="imp-place"
      value={null}
      placeholder={placeholder}
      options={unitOptions(units.data ?? [])}
      optionRender={indented}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={300}
      onChange={(_value, option) => {
        const unit = units.data?.find(({ id }) => !Array.isArray(option) && id === option?.value)
        if (!unit) return
        act(api.imports.place({ batchId, which, unitId: unit.id }))
        onPlaced?.()
      }}
    />
  )
}
