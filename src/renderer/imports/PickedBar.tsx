import type { BatchId } from '../../shared/imports/imports'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { useImportsStore } from './imports.store'
import { PlaceSelect } from './PlaceSelect'
import { useAct } from './useAct'

/** What can be done with the people who are picked in the list. */
export function PickedBar({ batchId }: { batchId: BatchId }) {
  const { picked, pick } = useImportsStore()
  const act = useAct()
  const places = [...picked].slice(0, 500)
  if (places.length === 0) return null
  const clear = (): void => pick([])
  return (
    <div className="imp-picked" role="toolbar" aria-label="已选的人">
      <b>已选 {places.length} 人</b>
      <PlaceSelect
        batchId={batchId}
        which={{ places }}
        label="已选的人放到单位"
        placeholder="放到单位…"
        onPlaced={clear}
      />
      <Button
        size="small"
        onClick={() => {
          act(api.imports.choose({ batchId, which: { places }, fate: { kind: 'skip' } }))
          clear()
        }}
      >
        跳过，不导入
      </Button>
      <Button kind="link" size="small" onClick={clear}>
        取消选择
      </Button>
    </div>
  )
}
