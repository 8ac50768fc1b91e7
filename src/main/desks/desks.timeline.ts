import { timelineEntry } from '../../shared/cadres/timeline'
import { Day } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { type DeskItem, deskTitles } from '../../shared/desks/desks'
import { deskDaysLate, deskStandingOn } from '../../shared/desks/desks.rules'
import type { TimelineSource } from '../cadres/timeline'
import { list } from './desks.repo'

const MOST = 200

const wordsOf = (item: DeskItem, on: Day): string => {
  const late = deskDaysLate(on, item)
  if (late > 0) return `逾期 ${late} 天`
  if (item.state === 'open') return `${showDate(item.dueOn)} 前答复`
  return item.satisfaction === null ? '已答复，待回访' : `已办结，${item.satisfaction}`
}

/** That something came in and how it stands. What it is about is told on the desks alone, since it may be an illness. */
export const desksTimeline: TimelineSource = {
  needs: 'care.read',
  async find({ db, caller }, { id }, at) {
    const on = Day.parse(at)
    const filter = { desks: [], view: 'all', ownerId: null, unitId: null, late: false, cadreId: id } as const
    const { rows } = await list(db, caller, { filter: { ...filter, desks: [] }, offset: 0, limit: MOST, on })
    return rows.map(item => {
      const standing = deskStandingOn(on, item)
      return timelineEntry({
        id: item.id,
        kind: '惑困老',
        stamp: item.desk,
        title: `${deskTitles[item.desk]}：${item.channel}`,
        detail: `承办人 ${item.ownerName}，${wordsOf(item, on)}`,
        on: item.cameOn,
        side: 'care',
        state: standing === 'open' ? null : standing === 'answered' || standing === 'closed' ? 'done' : standing,
      })
    })
  },
}
