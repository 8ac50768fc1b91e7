import { useState } from 'react'
import { Link } from 'wouter'
import type { ArrivalId } from '../../shared/exchange/exchange'
import { BatchId } from '../../shared/imports/imports'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { ReasonDialog } from '../ui/ReasonDialog'
import { useExchange } from './exchange.store'

/** Takes a whole package back, as an import is, or says which files were changed since. */
export function UndoButton({ id }: { id: ArrivalId }) {
  const [asking, setAsking] = useState(false)
  if (!useMay()('cadres.edit')) return null
  return (
    <>
      <Button kind="link" size="small" onClick={() => setAsking(true)}>
        撤销
      </Button>
      {asking && <UndoDialog id={id} onClose={() => setAsking(false)} />}
    </>
  )
}

function UndoDialog({ id, onClose }: { id: ArrivalId; onClose: () => void }) {
  const batchId = BatchId.parse(id)
  const check = useCall('imports', 'undoCheck', { batchId })
  const blocked = check.data?.blocked
  return (
    <ReasonDialog
      open
      title="撤销这个数据包"
      consequence={
        <>
          {blocked ??
            `${check.data?.people ?? ''} 人回到并入以前的样子：新增的移出名册，改过的恢复原来的内容，随包来的记录撤回。`}
          {check.data && check.data.changedSince.length > 0 && (
            <span className="exc-since">
              {check.data.changedSince.slice(0, 20).map(({ id: cadreId, name }) => (
                <Link key={cadreId} href={`/cadres/${cadreId}/history`}>
                  {name}
                </Link>
              ))}
            </span>
          )}
        </>
      }
      confirmText="撤销数据包"
      danger
      onConfirm={async reason => {
        const { people } = await api.imports.undo({ batchId, reason })
        useExchange.setState({ done: { words: `已撤销这个数据包，${people} 人回到并入以前的样子`, id: null } })
      }}
      onClose={onClose}
    />
  )
}
