import { useLocation } from 'wouter'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Stamp } from '../ui/marks'

/** Offers what can be done now: units come first, since scopes and people hang on them. @param busy something else is due */
export function FirstStep({ busy }: { readonly busy: boolean }) {
  const units = useCall('units', 'tree', {})
  const [, go] = useLocation()
  if (!units.data) return null
  const below = units.data.filter(unit => unit.parentId !== null).length
  return below === 0 ? (
    <div className="home-due home-first">
      <Stamp>单</Stamp>
      <div className="home-due-what">
        <p>先把单位建起来</p>
        <p>镇街、部门和企事业单位建好以后，才能按单位划定账户的查看范围。</p>
      </div>
      <Button size="small" onClick={() => go('/units')}>
        建立单位
      </Button>
    </div>
  ) : busy ? null : (
    <p className="home-quiet-line">今天没有到期的事，到期的事会列在这里。</p>
  )
}
