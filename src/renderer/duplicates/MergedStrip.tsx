import { useLocation } from 'wouter'
import type { CadreId } from '../../shared/cadres/cadres'
import { SavedStrip } from '../cadres/SavedStrip'
import { Button } from '../ui/Button'
import { useDuplicatesStore } from './duplicates.store'

/** What was merged last and the way back. @param at the file in whose page it stands; without it everywhere */
export function MergedStrip({ at }: { at?: CadreId }) {
  const { merged, setMerged } = useDuplicatesStore()
  const [, go] = useLocation()
  if (merged === null || (at !== undefined && at !== merged.keptId)) return null
  const { keptId, name, taken } = merged
  return (
    <SavedStrip
      id={keptId}
      kind="merge"
      undoWords="撤销合并"
      acts={
        at === undefined && (
          <Button size="small" onClick={() => go(`/cadres/${keptId}`)}>
            打开{name}
          </Button>
        )
      }
      onGone={() => setMerged(null)}
    >
      {name}的两份档案已合并，{taken > 0 ? `从另一份取了 ${taken} 处` : '没有取另一份的内容'}
      。另一份在回收站；以后也可以在这份档案的“变更”里撤销。
    </SavedStrip>
  )
}
