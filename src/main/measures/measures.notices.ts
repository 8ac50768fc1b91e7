import { clockOf } from '../../shared/measures/measures.rules'
import { calendarIn } from '../holidays/holidays.repo'
import { dayNow } from '../ipc/clock'
import type { NoticeSource } from '../notices/notices.source'
import { waiting } from './measures.repo'

/** Answers and follow-ups that are due: only what is due reminds. */
export const measuresNotices: NoticeSource = {
  needs: 'measures.edit',
  async find({ db, caller, now }) {
    const on = dayNow({ now })
    const calendar = await calendarIn(db)
    const clocks = (await waiting(db, caller)).map(measure => clockOf(measure, on, calendar))
    const late = clocks.filter(({ state }) => state === 'late').length
    const due = clocks.filter(({ state }) => state === 'today').length
    if (late + due === 0) return []
    const told = [...(late > 0 ? [`逾期 ${late} 件`] : []), ...(due > 0 ? [`到期待办 ${due} 件`] : [])]
    return [
      {
        id: 'measures',
        level: late > 0 ? 'late' : 'today',
        title: '函询、诫勉要跟进',
        detail: told.join('，'),
        route: '/interviews/measures',
      },
    ]
  },
}
