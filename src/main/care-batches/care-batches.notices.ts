import { addDays } from '../../shared/dates/add-months'
import { dayNow } from '../ipc/clock'
import type { NoticeSource } from '../notices/notices.source'
import { list } from './care-batches.repo'

/** A batch comes near its end so many days before it. */
const SOON_DAYS = 7

/** Batches that end soon or are over and still have people who wait: numbers, no names. */
export const careBatchesNotices: NoticeSource = {
  needs: 'care.edit',
  async find({ db, now }) {
    const on = dayNow({ now })
    const near = (await list(db)).filter(({ state, to }) => state === '进行中' && to <= addDays(on, SOON_DAYS))
    if (near.length === 0) return []
    const late = near.some(({ to }) => to < on)
    const waiting = near.reduce((sum, { people, visited }) => sum + people - visited, 0)
    return [
      {
        id: 'care-batches',
        level: late ? 'late' : 'soon',
        title: '走访慰问要办结',
        detail: `${near.length} 次，还有 ${waiting} 人没有登记走访`,
        route: '/care/batches',
      },
    ]
  },
}
