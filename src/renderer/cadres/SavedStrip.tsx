import { type ReactNode, useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import type { ChangeSet } from '../../shared/cadres/cadres.contract'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { ErrorNote } from '../ui/states'

interface SavedStripProps {
  id: CadreId
  /** The step that was just taken, which must still be the last. */
  kind: ChangeSet['kind']
  /** What was done. */
  children: ReactNode
  undoWords?: string
  /** More that can be done next. */
  acts?: ReactNode
  onGone: () => void
}

/** What was just done to a file, and the way back. */
export function SavedStrip({ id, kind, children, undoWords = '撤销', acts, onGone }: SavedStripProps) {
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
      <span>{children}</span>
      {acts}
      {last?.kind === kind && (
        <Button size="small" busy={busy} onClick={() => void undo()}>
          {undoWords}
        </Button>
      )}
      <Button size="small" kind="link" onClick={onGone}>
        知道了
      </Button>
    </p>
  )
}
