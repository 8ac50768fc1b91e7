import type { CadreId } from '../../shared/cadres/cadres'
import type { TimelineEntry } from '../../shared/cadres/timeline'
import { useCall } from '../api/query'

const none: readonly TimelineEntry[] = []

/** What every module knows about a person; nothing while it is on its way. */
export function useTimeline(id: CadreId) {
  const timeline = useCall('cadres', 'timeline', { id })
  return { entries: timeline.data ?? none, error: timeline.error, retry: () => void timeline.refetch() }
}

export const entryKey = ({ kind, id }: TimelineEntry): string => `${kind}-${id}`
