import { addDays, Day } from '../../shared/dates/add-months'
import { medalSteps } from '../../shared/medals/medals.data'
import { dayNow } from '../ipc/clock'
import type { NoticeSource } from '../notices/notices.source'
import { settledSteps } from './medals.repo'

/** A step is announced so many days before it is due. */
const SOON_DAYS = 10
/** Nobody is reminded for ever of a year that was done elsewhere. */
const UNTIL = '09-30'

/** What the work of this award year still needs: numbers of steps, and nobody's name. */
export const medalsNotices: NoticeSource = {
  needs: 'honours.edit',
  async find({ db, now }) {
    const on = dayNow({ now })
    const year = Number(on.slice(0, 4))
    const near = medalSteps.filter(({ by }) => addDays(on, SOON_DAYS) >= Day.parse(`${year}-${by}`))
    if (near.length === 0 || on.slice(5) > UNTIL) return []
    const done = new Set((await settledSteps(db, year)).map(({ step }) => step))
    const open = near.filter(({ key }) => !done.has(key))
    const late = open.filter(({ by }) => on > `${year}-${by}`).length
    if (open.length === 0) return []
    return [
      {
        id: 'medals',
        level: late > 0 ? 'late' : 'soon',
        title: `${year} 年“光荣在党50年”纪念章`,
        detail: late > 0 ? `${open.length} 步没有办，其中 ${late} 步过了日期` : `${open.length} 步快到日期`,
        route: '/honours/medals',
      },
    ]
  },
}
