import type { Unit } from '../../shared/units/units'
import { withSubUnits } from '../../shared/units/units.rules'
import { UnitButtons } from './UnitButtons'
import { pathOf } from './units.tree'
import type { UnitActs } from './useUnitActs'

/** The chosen unit and what can be done with it, beside the tree. */
export function UnitAside({ unit, units, acts }: { unit: Unit; units: readonly Unit[]; acts: UnitActs }) {
  const path = pathOf(units, unit.id)
  const direct = units.filter(other => other.parentId === unit.id).length
  const all = withSubUnits(units, [unit.id]).size - 1
  return (
    <aside className="unit-aside" aria-label={unit.name}>
      <h2>{unit.name}</h2>
      <dl>
        <div>
          <dt>上级</dt>
          <dd>
            {path.length > 1
              ? path
                  .slice(0, -1)
                  .map(({ name }) => name)
                  .join(' › ')
              : '无，本级'}
          </dd>
        </div>
        <div>
          <dt>下级</dt>
          <dd>{direct === 0 ? '没有' : all === direct ? `${direct} 个` : `直属 ${direct} 个，连同再下级 ${all} 个`}</dd>
        </div>
      </dl>
      {acts.edits ? (
        <>
          <UnitButtons unit={unit} acts={acts} />
          <Keys />
        </>
      ) : (
        <p className="unit-hint">单位由组织干事维护。</p>
      )}
    </aside>
  )
}

const keys = [
  ['↑ ↓', '上下走动'],
  ['← →', '收起、展开'],
  ['Insert', '新增下级'],
  ['F2', '改名'],
  ['Alt ↑ ↓', '上移、下移'],
  ['Delete', '删除'],
] as const

const Keys = () => (
  <dl className="unit-keys" aria-label="键盘">
    {keys.map(([key, act]) => (
      <div key={key}>
        <dt>
          <kbd>{key}</kbd>
        </dt>
        <dd>{act}</dd>
      </div>
    ))}
  </dl>
)
