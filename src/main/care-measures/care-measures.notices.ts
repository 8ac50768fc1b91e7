import { progressOf, SOON_DAYS } from '../../shared/care-measures/care-measures.rules'
import { addDays } from '../../shared/dates/add-months'
import { dayNow } from '../ipc/clock'
import type { NoticeSource } from '../notices/notices.source'
import { boardOf } from './board'

/** Plans of this year that are late or near their day: numbers alone. */
export const careMeasuresNotices: NoticeSource = {
  needs: 'care.configure',
  async find(context) {
    const on = dayNow(context)
    const year = Number(on.slice(0, 4))
    const planned = await context.db
      .selectFrom('careMeasurePlans')
      .select('measureKey')
      .where('year', '=', year)
      .where('dueOn', '<=', addDays(on, SOON_DAYS))
      .execute()
    if (planned.length === 0) return []
    const rows = await boardOf(context, year, new Set(planned.map(({ measureKey }) => measureKey)))
    const states = rows.map(row => progressOf(row, on).state)
    const late = states.filter(state => state === 'late').length
    const soon = states.filter(state => state === 'soon').length
    if (late + soon === 0) return []
    const told = [...(late > 0 ? [`逾期 ${late} 条`] : []), ...(soon > 0 ? [`${SOON_DAYS} 天内到期 ${soon} 条`] : [])]
    return [
      {
        id: 'care-measures',
        level: late > 0 ? 'late' : 'soon',
        title: '关爱措施计划要跟进',
        detail: told.join('，'),
        route: '/care/measures',
      },
    ]
  },
}
