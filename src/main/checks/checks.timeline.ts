import { timelineEntry } from '../../shared/cadres/timeline'
import type { TimelineSource } from '../cadres/timeline'
import { openCounts } from './checks.repo'

/** What stands open in the checks of a file, on the side of 严管. */
export const checksTimeline: TimelineSource = {
  needs: 'cadres.read',
  async find({ db }, { id }) {
    const open = await openCounts(db, id)
    const count = open ? open.certain + open.likely + open.look : 0
    if (!open || count === 0) return []
    return [
      timelineEntry({
        id: 'open',
        kind: '核对',
        stamp: '核',
        title: `核对出 ${count} 处待看`,
        detail: open.certain > 0 ? `其中 ${open.certain} 处必有一误` : '',
        on: null,
        side: 'strict',
        state: 'soon',
        tab: 'checks',
      }),
    ]
  },
}
