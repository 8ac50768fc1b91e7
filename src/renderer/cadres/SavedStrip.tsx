import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { ErrorNote } from '../ui/states'

/** What was just saved, and the way back. */
export function SavedStrip({ id, fields, onGone }: { id: CadreId; fields: number; onGone: () => void }) {
  const history = useCall('cadres', 'history', { id })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const last = history.data?.[0]
  const undo = async (): Promise<void> => {
    if (!last) return
    setBusy(true)
    try {
      await api.cadres.undo({ id, changeSetId: last.id })
      onGone()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  if (error !== null) return <ErrorNote error={error} />
  return (
    <p className="cdr-strip cdr-strip-done" role="status">
      <Icon name="check" size={16} />
      <span>已保存，改了 {fields} 项</span>
      {last?.kind === 'change' && (
        <Button size="small" busy={busy} onClick={() => void undo()}>
          撤销
        </Button>
      )}
      <Button size="small" kind="link" onClick={onGone}>
        知道了
      </Button>
    </p>
  )
}
