import { useState } from 'react'
import { Link } from 'wouter'
import type { BatchId } from '../../shared/imports/imports'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { ReasonDialog } from '../ui/ReasonDialog'
import { undo } from './imports.acts'

/** Takes a whole import back, or says which files were changed since. */
export function Undo({ batchId }: { batchId: BatchId }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button kind="link" size="small" onClick={() => setAsking(true)}>
        撤销
      </Button>
      {asking && <UndoDialog batchId={batchId} onClose={() => setAsking(false)} />}
    </>
  )
}

function UndoDialog({ batchId, onClose }: { batchId: BatchId; onClose: () => void }) {
  const check = useCall('imports', 'undoCheck', { batchId })
  const blocked = check.data?.blocked
  return (
    <ReasonDialog
      open
      title="撤销这次导入"
      consequence={
        <>
          {blocked ?? `${check.data?.people ?? ''} 人回到导入以前的样子：新增的移出名册，改过的恢复原来的内容。`}
          {check.data && check.data.changedSince.length > 0 && (
            <span className="imp-changed-since">
              {check.data.changedSince.slice(0, 20).map(({ id, name }) => (
                <Link key={id} href={`/cadres/${id}/history`}>
                  {name}
                </Link>
              ))}
            </span>
          )}
        </>
      }
      confirmText="撤销导入"
      danger
      onConfirm={async reason => {
        onClose()
        await undo(batchId, reason)
      }}
      onClose={onClose}
    />
  )
}
