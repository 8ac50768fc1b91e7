import { Segmented, Select } from 'antd'
import { useId } from 'react'
import type * as z from 'zod'
import { surenessTitles } from '../../../shared/cadres/checks/check'
import { type CheckFilter, Sureness } from '../../../shared/checks/checks'
import type { checksContract } from '../../../shared/checks/checks.contract'
import { UnitSelect } from '../UnitSelect'

type Counts = z.output<typeof checksContract.list.output>['counts']

interface ChecksFilterProps {
  filter: CheckFilter
  counts: Counts
  onChange: (filter: CheckFilter) => void
}

const toggled = <T,>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter(other => other !== item) : [...list, item]

/** Unit, sureness and rule; each choice says how many findings stand behind it. */
export function ChecksFilter({ filter, counts, onChange }: ChecksFilterProps) {
  const unit = useId()
  const byRule = new Map<string, { title: string; count: number }>()
  for (const { rule, title, sureness, count } of counts) {
    if (filter.sureness.length > 0 && !filter.sureness.includes(sureness)) continue
    byRule.set(rule, { title, count: (byRule.get(rule)?.count ?? 0) + count })
  }
  const ofSureness = (wanted: string): number =>
    counts.filter(({ sureness }) => sureness === wanted).reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="chk-filter">
      <label className="dd-hidden" htmlFor={unit}>
        单位
      </label>
      <span className="chk-unit-select">
        <UnitSelect
          id={unit}
          value={filter.unitId}
          placeholder="全部单位"
          onChange={unitId => onChange({ ...filter, unitId })}
        />
      </span>
      <div className="cad-chips" role="group" aria-label="把握">
        {Sureness.options.map(sureness => (
          <button
            key={sureness}
            type="button"
            className="cad-chip"
            aria-pressed={filter.sureness.includes(sureness)}
            onClick={() => onChange({ ...filter, sureness: toggled(filter.sureness, sureness) })}
          >
            {surenessTitles[sureness]} {ofSureness(sureness)}
          </button>
        ))}
      </div>
      <Select<string[]>
        mode="multiple"
        className="chk-rules"
        aria-label="核对项目"
        placeholder="全部核对项目"
        maxTagCount="responsive"
        value={filter.rules}
        onChange={rules => onChange({ ...filter, rules })}
        options={[...byRule].map(([value, { title, count }]) => ({ value, label: `${title}（${count}）` }))}
        showSearch={{ optionFilterProp: 'label' }}
      />
      <Segmented
        aria-label="处理情况"
        options={[
          { value: 'open', label: '待看' },
          { value: 'dismissed', label: '不再提示' },
        ]}
        value={filter.dismissed ? 'dismissed' : 'open'}
        onChange={value => onChange({ ...filter, dismissed: value === 'dismissed' })}
      />
    </div>
  )
}
