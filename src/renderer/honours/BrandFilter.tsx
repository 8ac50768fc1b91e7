import { Select } from 'antd'
import { useCall } from '../api/query'

interface BrandFilterProps {
  /** Key of the brand; empty for all. */
  readonly value: string
  readonly onChange: (brand: string) => void
}

/** Which brand's campaigns honours came from. */
export function BrandFilter({ value, onChange }: BrandFilterProps) {
  const { brands = [] } = useCall('campaigns', 'settings', {}).data ?? {}
  return (
    <Select
      aria-label="品牌"
      className="hon-brand"
      value={value === '' ? null : value}
      onChange={brand => onChange(brand ?? '')}
      options={brands.map(({ key, title }) => ({ value: key, label: title }))}
      placeholder="全部品牌"
      allowClear
    />
  )
}
