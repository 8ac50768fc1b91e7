import { useLocation } from 'wouter'
import { withSubUnits } from '../../shared/units/units.rules'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './units.css'

/** On the 系统管理员's workbench: how far the tree of units has been built, since scopes are cut along it. */
export function UnitsCard({ title }: { title: string }) {
  const units = useCall('units', 'tree', {})
  const [, go] = useLocation()
  const tops = new Set(units.data?.filter(unit => unit.parentId === null).map(unit => unit.id))
  const groups = units.data?.filter(unit => unit.parentId !== null && tops.has(unit.parentId)) ?? []
  return (
    <Card
      title={title}
      note={units.data && `共 ${units.data.length} 个`}
      more={
        <Button kind="link" size="small" onClick={() => go('/units')}>
          查看单位
        </Button>
      }
    >
      {units.isPending && <Loading />}
      {units.isError && <ErrorNote error={units.error} onRetry={() => void units.refetch()} />}
      {units.data &&
        (groups.length === 0 ? (
          <EmptyState title="还没有下级单位" hint="单位由组织干事建立。建好以前，账户的查看范围只能选“全部单位”。" />
        ) : (
          <dl className="unit-groups">
            {groups.map(group => (
              <div key={group.id}>
                <dt>{group.name}</dt>
                <dd>{withSubUnits(units.data, [group.id]).size - 1} 个下级</dd>
              </div>
            ))}
          </dl>
        ))}
    </Card>
  )
}
