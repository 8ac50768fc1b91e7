import type { CadreId } from '../../shared/cadres/cadres'
import { BasisWord } from '../ui/BasisWord'
import { Icon } from '../ui/icons'
import { entryKey, useTimeline } from './useTimeline'

/** What is in force and an officer must know before anything else: said plainly, with its basis. */
export function HeadNotices({ id }: { id: CadreId }) {
  const { entries } = useTimeline(id)
  return entries.flatMap(entry => {
    const { notice, basis } = entry
    if (notice === null) return []
    return [
      <p key={entryKey(entry)} className="cdr-strip">
        <Icon name="warning" size={16} />
        <b>{notice.title}</b>
        <span>{notice.words}</span>
        {basis && <BasisWord basis={basis} />}
      </p>,
    ]
  })
}
