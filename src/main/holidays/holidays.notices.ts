import { missingYears } from '../../shared/holidays/holidays.rules'
import { dayNow } from '../ipc/clock'
import type { NoticeSource } from '../notices/notices.source'
import { calendarIn } from './holidays.repo'

/** A year without a table has no working days that anybody could know: it is asked for in time. */
export const holidaysNotices: NoticeSource = {
  needs: 'care.configure',
  async find({ db, now }) {
    const on = dayNow({ now })
    const missing = missingYears(on, await calendarIn(db))
    return missing.map(each => ({
      id: `holidays-${each}`,
      level: on.startsWith(String(each)) ? 'today' : 'soon',
      title: `${each} 年的放假安排还没有导入`,
      detail: '没有这张表，工作日和期限推算不出来',
      route: '/care/configure/holidays',
    }))
  },
}
