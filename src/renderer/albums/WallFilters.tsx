import { Segmented, Select } from 'antd'
import { honourKinds, honourLevels } from '../../shared/honours/honours.data'
import { useCall } from '../api/query'
import { BrandFilter } from '../honours/BrandFilter'
import { UnitFilter } from '../interviews/UnitFilter'
import { SearchField } from '../ui/TextField'
import type { WallFilter } from './useWall'

/** So many years stand side by side; the others are chosen together. */
const NEAR = 4

interface WallFiltersProps {
  readonly value: WallFilter
  readonly onChange: (next: WallFilter) => void
}

/** Year, kind, level, unit: what hangs on the wall, and who is taken into an album. */
export function WallFilters({ value, onChange }: WallFiltersProps) {
  const years = useCall('albums', 'years', {}).data ?? []
  const set = (more: Partial<WallFilter>): void => onChange({ ...value, ...more })
  const near = years.slice(0, NEAR)
  const far = years.slice(NEAR)
  const of = value.years
  const chosen = of.length === 0 ? 'all' : of.length === 1 && near.includes(of[0] ?? 0) ? String(of[0]) : 'far'
  return (
    <div className="dd-filter">
      <Segmented
        aria-label="年度"
        value={chosen}
        onChange={next => set({ years: next === 'all' ? [] : next === 'far' ? far : [Number(next)] })}
        options={[
          { value: 'all', label: '历年' },
          ...near.map(year => ({ value: String(year), label: String(year) })),
          ...(far.length > 0 ? [{ value: 'far', label: '更早' }] : []),
        ]}
      />
      <Select
        aria-label="荣誉种类"
        className="wall-select"
        mode="multiple"
        maxTagCount="responsive"
        value={value.kinds}
        onChange={kinds => set({ kinds })}
        options={honourKinds.map(kind => ({ value: kind, label: kind }))}
        placeholder="全部种类"
        allowClear
      />
      <Select
        aria-label="级别"
        className="wall-level"
        value={value.levels[0] ?? null}
        onChange={level => set({ levels: level === null || level === undefined ? [] : [level] })}
        options={honourLevels.map(level => ({ value: level, label: `${level}级` }))}
        placeholder="全部级别"
        allowClear
      />
      <BrandFilter value={value.brand} onChange={brand => set({ brand })} />
      <UnitFilter value={value.unitId} onChange={unitId => set({ unitId })} />
      <SearchField
        label="查找姓名、团队、荣誉"
        placeholder="姓名、团队、荣誉"
        value={value.text}
        onChange={text => set({ text })}
      />
    </div>
  )
}
