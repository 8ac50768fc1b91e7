import { useEffect, useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { instantWords } from './cadres.words'
import { useOpenPeople } from './open/open.store'

/** How many fields an unfinished change holds. */
function fieldsIn(body: string): number {
  try {
    const { raw } = JSON.parse(body) as { raw?: object }
    return Object.keys(raw ?? {}).length
  } catch {
    return 0
  }
}

/** What was begun and not saved must not be forgotten. */
export function DraftStrip({ id, onGoOn }: { id: CadreId; onGoOn: () => void }) {
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const mark = useOpenPeople(state => state.mark)
  useEffect(() => {
    let left = false
    api.drafts
      .get({ key: `cadres.edit:${id}` })
      .then(draft => {
        if (left) return
        const begun = draft !== null && fieldsIn(draft.body) > 0
        setSavedAt(begun ? draft.savedAt : null)
        mark(id, begun)
      })
      .catch(() => undefined)
    return () => {
      left = true
    }
  }, [id, mark])
  if (savedAt === null) return null
  return (
    <p className="cdr-strip">
      <Icon name="edit" size={16} />
      <b>有没有保存的修改</b>
      <span>{instantWords(savedAt)} 写下，还没有改到档案里。</span>
      <Button size="small" onClick={onGoOn}>
        接着改
      </Button>
    </p>
  )
}
