import { dayNow } from '../ipc/clock'
import type { NoticeSource } from '../notices/notices.source'

/** What one answers for oneself: late, due today, and answered without the person's word yet. Numbers and no names. */
export const desksNotices: NoticeSource = {
  needs: 'care.edit',
  async find({ db, caller, now }) {
    const on = dayNow({ now })
    const rows = await db
      .selectFrom('deskItems')
      .select(['dueOn', 'state'])
      .where('ownerId', '=', caller.id)
      .where('state', '<>', 'closed')
      .where('dueOn', '<=', on)
      .execute()
    const late = rows.filter(({ state, dueOn }) => state === 'open' && dueOn < on).length
    const due = rows.filter(({ state, dueOn }) => state === 'open' && dueOn === on).length
    const asked = rows.filter(({ state }) => state === 'answered').length
    if (late + due + asked === 0) return []
    const told = [
      ...(late > 0 ? [`逾期 ${late} 件`] : []),
      ...(due > 0 ? [`今天到期 ${due} 件`] : []),
      ...(asked > 0 ? [`待回访 ${asked} 件`] : []),
    ]
    return [
      {
        id: 'desks',
        level: late > 0 ? 'late' : due > 0 ? 'today' : 'soon',
        title: '您承办的惑、困、老事项',
        detail: told.join('，'),
        route: '/care/desks',
      },
    ]
  },
}
