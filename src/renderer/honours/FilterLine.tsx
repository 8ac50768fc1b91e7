import { Select } from 'antd'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import type { HonourFilter } from '../../shared/honours/honours'
import { holders, holderTitles, honourKinds, honourLevels } from '../../shared/honours/honours.data'
import { endingRegister } from '../../shared/honours/validity'
import { useCall } from '../api/query'
import { UnitFilter } from '../interviews/UnitFilter'
import { TextField } from '../ui/TextField'
import { BrandFilter } from './BrandFilter'
import './honours.css'

type State = 'valid' | 'all' | 'revoked'
const states = [
  { value: 'valid' as const, label: '有效的' },
  { value: 'all' as const, label: '含已撤销' },
  { value: 'revoked' as const, label: '只看已撤销' },
]
const stateOf = ({ revoked, onlyRevoked }: HonourFilter): State => (onlyRevoked ? 'revoked' : revoked ? 'all' : 'valid')
const toggled = <T,>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter(each => each !== value) : [...list, value]

interface FilterLineProps {
  readonly value: HonourFilter
  readonly onChange: (filter: HonourFilter) => void
  /** Ends the line: how many there are, what can be done. */
  readonly children?: React.ReactNode
}

/** Everything that narrows the register and its board down. */
export function FilterLine({ value, onChange, children }: FilterLineProps) {
  const years = useCall('honours', 'years', {})
  const termFrom = useCall('campaigns', 'settings', {}).data?.termFrom ?? null
  const since = value.since ?? termFrom
  const set = (more: Partial<HonourFilter>): void => onChange({ ...value, ...more })
  return (
    <div className="hon-filter">
      <div className="dd-filter">
        <span className="hon-search">
          <TextField
            label="查找"
            hideLabel
            placeholder="姓名、荣誉、文号、证书号"
            value={value.text}
            onChange={text => set({ text: text.slice(0, 60) })}
          />
        </span>
        <Select
          aria-label="年份"
          mode="multiple"
          className="hon-years"
          value={value.years}
          onChange={next => set({ years: next })}
          options={(years.data ?? []).map(year => ({ value: year, label: `${year} 年` }))}
          placeholder="全部年份"
          maxTagCount={2}
          allowClear
        />
        <Select
          aria-label="层级"
          mode="multiple"
          className="hon-levels"
          value={value.levels}
          onChange={levels => set({ levels })}
          options={honourLevels.map(level => ({ value: level, label: `${level}级` }))}
          placeholder="全部层级"
          maxTagCount={2}
          allowClear
        />
        <BrandFilter value={value.brand} onChange={brand => set({ brand })} />
        <UnitFilter value={value.unitId} onChange={unitId => set({ unitId })} />
        <Select
          aria-label="撤销没有"
          value={stateOf(value)}
          onChange={(state: State) => set({ revoked: state === 'all', onlyRevoked: state === 'revoked' })}
          options={states}
        />
        {children}
      </div>
      <div className="dd-filter">
        <span className="dd-chips" role="group" aria-label="获得者">
          {holders.map(holder => (
            <button
              key={holder}
              type="button"
              aria-pressed={value.holders.includes(holder)}
              onClick={() => set({ holders: toggled(value.holders, holder) })}
            >
              {holderTitles[holder]}
            </button>
          ))}
        </span>
        <span className="dd-chips" role="group" aria-label="种类">
          {honourKinds.map(kind => (
            <button
              key={kind}
              type="button"
              aria-pressed={value.kinds.includes(kind)}
              onClick={() => set({ kinds: toggled(value.kinds, kind) })}
            >
              {kind}
            </button>
          ))}
        </span>
        <span className="dd-chips" role="group" aria-label="还有">
          <button type="button" aria-pressed={value.unverified} onClick={() => set({ unverified: !value.unverified })}>
            未核验
          </button>
          <button type="button" aria-pressed={value.posthumous} onClick={() => set({ posthumous: !value.posthumous })}>
            追授
          </button>
          <button
            type="button"
            aria-pressed={value.endsBy !== null}
            onClick={() => set({ endsBy: value.endsBy === null ? endingRegister(todayDay()).endsBy : null })}
          >
            有效期到期
          </button>
          {since !== null && (
            <button
              type="button"
              aria-pressed={value.since !== null}
              title={since === null ? undefined : `${showDate(since)} 起`}
              onClick={() => set({ since: value.since === null ? termFrom : null })}
            >
              换届以来
            </button>
          )}
        </span>
      </div>
    </div>
  )
}
