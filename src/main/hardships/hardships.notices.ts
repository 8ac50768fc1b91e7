import { dayNow } from '../ipc/clock'
import type { NoticeSource } from '../notices/notices.source'
import { reviewDays } from './hardships.repo'

/** Cases that are to be looked at anew: numbers, and nobody's name. */
export const hardshipsNotices: NoticeSource = {
  needs: 'care.edit',
  async find({ db, caller, now }) {
    const on = dayNow({ now })
    const days = await reviewDays(db, caller, on)
    if (days.length === 0) return []
    const late = days.filter(day => day < on).length
    const told = [
      ...(late > 0 ? [`逾期 ${late} 户`] : []),
      ...(days.length > late ? [`今天 ${days.length - late} 户`] : []),
    ]
    return [
      {
        id: 'hardships',
        level: late > 0 ? 'late' : 'today',
        title: '困难帮扶要复核',
        detail: told.join('，'),
        route: '/care/hardships',
      },
    ]
  },
}
