import { addDays, Day } from '../../shared/dates/add-months'
import type { Notice } from '../../shared/notices/notices.contract'
import { standingOn } from '../../shared/promises/promises.rules'
import { dayNow } from '../ipc/clock'
import type { NoticeSource } from '../notices/notices.source'

const route = '/interviews/promises'

/** What one answers for oneself and what has become late or is due now. Nobody is reminded of what others have to do. */
export const promisesNotices: NoticeSource = {
  needs: 'interviews.hold',
  async find({ db, caller, now }) {
    const on = dayNow({ now })
    const rows = await db
      .selectFrom('promises')
      .select('dueOn')
      .where('ownerId', '=', caller.id)
      .where('state', '=', 'open')
      .where('dueOn', '<=', addDays(on, 1))
      .execute()
    const standings = rows.map(({ dueOn }) => standingOn(on, { state: 'open', dueOn: Day.parse(dueOn) }))
    const told = (level: Notice['level'], standing: string, title: string): Notice[] => {
      const count = standings.filter(each => each === standing).length
      return count === 0 ? [] : [{ id: `promises-${level}`, level, title, detail: `${count} 件`, route }]
    }
    return [
      ...told('late', 'late', '您负责的承诺和诉求逾期了'),
      ...told('today', 'today', '您负责的承诺和诉求今天到期'),
    ]
  },
}
