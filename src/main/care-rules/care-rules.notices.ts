import { addDays } from '../../shared/dates/add-months'
import { dayNow } from '../ipc/clock'
import type { NoticeSource } from '../notices/notices.source'
import { dueHere } from './due.rows'

/** How much care is late or due today: numbers, and nobody's name. */
export const careNotices: NoticeSource = {
  needs: 'care.edit',
  async find(context) {
    // The same days as on the workbench, so that they are reckoned once.
    const on = dayNow(context)
    const items = await dueHere(context, { unitId: null, cadreId: null, window: { from: on, to: addDays(on, 6) } })
    const late = items.filter(({ state }) => state === 'late').length
    const due = items.filter(({ state }) => state === 'due').length
    if (late + due === 0) return []
    const told = [...(late > 0 ? [`逾期 ${late} 项`] : []), ...(due > 0 ? [`今天 ${due} 项`] : [])]
    return [
      {
        id: 'care',
        level: due > 0 ? 'today' : 'late',
        title: '关心关爱有到期的',
        detail: told.join('，'),
        route: '/care',
      },
    ]
  },
}
