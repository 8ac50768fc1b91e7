import { timelineEntry } from '../../shared/cadres/timeline'
import { showDate } from '../../shared/dates/partial-date'
import type { PromiseKind } from '../../shared/promises/promises'
import { daysLate, standingOn } from '../../shared/promises/promises.rules'
import type { TimelineSource } from '../cadres/timeline'
import { dayNow } from '../ipc/clock'
import * as promises from './promises.repo'
import { oversees } from './promises.sight'

const MOST = 500
const stamps: Record<PromiseKind, string> = { 诉求: '求', 承诺: '诺', 要求: '要' }

/** What was promised to a person, asked for by them and asked of them: the matter, until when, and how it stands. */
export const promisesTimeline: TimelineSource = {
  needs: 'interviews.hold',
  async find(context, { id }) {
    const { db, caller, now } = context
    const on = dayNow({ now })
    const filter = { kinds: [], ownerId: null, interviewId: null, unitId: null, late: false, cadreId: id }
    const { rows } = await promises.list(db, caller, oversees(context), {
      filter: { ...filter, states: ['open', 'done'] },
      offset: 0,
      limit: MOST,
      on,
    })
    return rows.map(promise => {
      const standing = standingOn(on, promise)
      const late = daysLate(on, promise)
      const words = late > 0 ? `逾期 ${late} 天` : promise.state === 'done' ? '已办结' : `${showDate(promise.dueOn)} 前`
      return timelineEntry({
        id: promise.id,
        kind: '承诺诉求',
        stamp: stamps[promise.kind],
        title: `${promise.kind}：${promise.text}`.slice(0, 200),
        detail: [promise.theme, `责任人 ${promise.ownerName}`, words].join('，'),
        on: promise.endedOn ?? promise.dueOn,
        side: promise.kind === '要求' ? 'strict' : 'care',
        state: standing === 'open' || standing === 'withdrawn' ? null : standing,
        tab: 'talks',
      })
    })
  },
}
