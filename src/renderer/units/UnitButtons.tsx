import type { Unit } from '../../shared/units/units'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { useUnitsStore } from './units.store'
import type { UnitActs } from './useUnitActs'

/** What can be done with a unit of the tree. */
export function UnitButtons({ unit, acts }: { unit: Unit; acts: UnitActs }) {
  const edit = useUnitsStore(state => state.edit)
  const [up, down, place, gone] = [
    acts.mayStep(unit.id, -1),
    acts.mayStep(unit.id, 1),
    acts.mayPlace(unit.id),
    acts.mayDelete(unit.id),
  ].map(verdict => (verdict.allowed ? undefined : verdict.reason))
  return (
    <div className="unit-acts">
      <Button icon={<Icon name="plus" size={16} />} onClick={() => edit({ kind: 'add', parentId: unit.id })}>
        新增下级
      </Button>
      <Button icon={<Icon name="edit" size={16} />} onClick={() => edit({ kind: 'rename', id: unit.id })}>
        改名
      </Button>
      <Button reason={up} onClick={() => acts.step(unit.id, -1)}>
        上移
      </Button>
      <Button reason={down} onClick={() => acts.step(unit.id, 1)}>
        下移
      </Button>
      <Button reason={place} onClick={() => edit({ kind: 'move', id: unit.id })}>
        换上级
      </Button>
      <Button reason={gone} onClick={() => acts.remove(unit)}>
        删除
      </Button>
    </div>
  )
}
