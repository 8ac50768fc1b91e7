import { timelineEntry } from '../../shared/cadres/timeline'
import { Day } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { reviewStanding } from '../../shared/hardships/hardships.rules'
import type { TimelineSource } from '../cadres/timeline'
import { list } from './hardships.repo'

/** That somebody is being helped and until when. No cause, no level, no figure. */
export const hardshipsTimeline: TimelineSource = {
  needs: 'care.read',
  async find({ db, caller }, { id }, at) {
    const on = Day.parse(at)
    const filter = { view: 'all', cadreId: id, unitId: null, due: false } as const
    const { rows } = await list(db, caller, { filter, offset: 0, limit: 100, on })
    return rows.map(row => {
      const standing = reviewStanding(on, row)
      return timelineEntry({
        id: row.id,
        kind: '帮扶',
        stamp: '帮',
        title: '困难帮扶',
        detail: row.closedOn === null ? `${showDate(row.nextReviewOn)} 复核` : `${showDate(row.closedOn)} 退出`,
        on: row.openedOn,
        until: row.closedOn,
        side: 'care',
        state: standing === 'running' ? null : standing === 'closed' ? 'done' : standing,
      })
    })
  },
}
