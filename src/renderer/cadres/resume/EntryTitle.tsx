import { useLocation } from 'wouter'
import type { CadreId } from '../../../shared/cadres/cadres'
import type { TimelineEntry } from '../../../shared/cadres/timeline'
import { cadreTabs } from '../tabs'

/** What an entry is called; where it was recorded on a tab of the file, it leads there. */
export function EntryTitle({ id, entry: { title, tab } }: { id: CadreId; entry: TimelineEntry }) {
  const [, go] = useLocation()
  if (!cadreTabs.some(({ key }) => key === tab)) return <span>{title}</span>
  return (
    <button type="button" className="cdr-entry" onClick={() => go(`/cadres/${id}/${tab}`)}>
      {title}
    </button>
  )
}
