import type { BatchId } from '../../shared/imports/imports'
import type { Unit, UnitId } from '../../shared/units/units'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { useAct } from './useAct'

/** Where people without a unit seem to belong by their posts. The officer takes it, for one unit or for all. */
export function UnitSuggestions({ batchId, units }: { batchId: BatchId; units: readonly Unit[] }) {
  const found = useCall('imports', 'suggestUnits', { batchId })
  const act = useAct()
  if (!found.data || found.data.length === 0) return null
  const take = (unitIds: UnitId[]): void => act(api.imports.takeSuggested({ batchId, unitIds }))
  const everyone = found.data.reduce((sum, { people }) => sum + people, 0)
  return (
    <section className="imp-suggested" aria-label="按现任职务的建议">
      <header>
        <h3>按现任职务的建议</h3>
        <span className="imp-quiet">文件没有写单位，但现任职务以这个单位的名称开头。</span>
        <Button size="small" onClick={() => take(found.data.map(({ unitId }) => unitId).slice(0, 500))}>
          全部采用（{everyone} 人）
        </Button>
      </header>
      <ul tabIndex={0} aria-label="建议">
        {found.data.map(({ unitId, people, posts }) => {
          const name = units.find(({ id }) => id === unitId)?.name ?? ''
          return (
            <li key={unitId}>
              <b>{name}</b>
              <span>{people} 人</span>
              <small title={posts.join('\n')}>{posts.join('；')}</small>
              <Button kind="link" size="small" onClick={() => take([unitId])}>
                采用
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
