import { useState } from 'react'
import { useLocation } from 'wouter'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import type { Comparison } from './differences'
import { useDuplicatesStore } from './duplicates.store'
import { mergeWords } from './duplicates.words'
import type { useMergeDraft } from './useMergeDraft'

interface MergeBarProps {
  compared: Comparison
  draft: ReturnType<typeof useMergeDraft>
}

const MAX_REASON = 200

/** What will happen in one sentence, why, and the one button that does it. */
export function MergeBar({ compared: { kept, other }, draft: { choices, choose, discard } }: MergeBarProps) {
  const [, go] = useLocation()
  const setMerged = useDuplicatesStore(state => state.setMerged)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { sides, takePhoto, reason } = choices
  const text = reason.trim()
  const missing = text === '' ? '先写明理由' : [...text].length > MAX_REASON ? `理由最多 ${MAX_REASON} 个字` : undefined
  const taken = sides.filter(side => side !== 'kept').length + (takePhoto ? 1 : 0)
  const { id: keptId, name } = kept.cadre

  const merge = async (): Promise<void> => {
    if (missing !== undefined || busy) return
    setBusy(true)
    setError(null)
    try {
      await api.duplicates.merge({
        keep: keptId,
        drop: other.cadre.id,
        revisions: { keep: kept.revision, drop: other.revision },
        sides: [...sides],
        takePhoto,
        reason: text,
      })
      await discard().catch(() => undefined)
      setMerged({ keptId, name, taken })
      go('/cadres/duplicates')
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  return (
    <form
      className="mrg-bar"
      aria-label="合并"
      onSubmit={event => {
        event.preventDefault()
        void merge()
      }}
    >
      <p>{mergeWords({ kept: kept.cadre, sides, takePhoto })}</p>
      {error !== null && <ErrorNote error={error} />}
      <div className="mrg-do">
        <TextField
          label="合并理由"
          value={reason}
          onChange={now => choose({ reason: now })}
          onEnter={() => void merge()}
          placeholder="例如：同一人，由两个单位分别建档"
          maxChars={MAX_REASON}
          required
        />
        <Button kind="primary" submit busy={busy} reason={missing}>
          合并
        </Button>
      </div>
    </form>
  )
}
