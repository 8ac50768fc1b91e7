import { addDays } from '../../shared/dates/add-months'
import { stampOf } from '../../shared/dates/stamps'
import { ENDED_DAYS, ENDING_DAYS } from '../../shared/honours/validity'
import { dayNow } from '../ipc/clock'
import type { NoticeSource } from '../notices/notices.source'
import { endingBetween } from './counts.repo'

/** Titles whose time runs out, and those of which it has lately: numbers, no names. */
export const honoursNotices: NoticeSource = {
  needs: 'honours.edit',
  async find({ db, caller, now }) {
    const on = dayNow({ now })
    const count = (from: number, to: number) =>
      endingBetween(db, caller, stampOf(addDays(on, from)), stampOf(addDays(on, to)))
    const [ended, ending] = [await count(-ENDED_DAYS, -1), await count(0, ENDING_DAYS)]
    if (ended + ending === 0) return []
    const told = [...(ended > 0 ? [`${ended} 项已到期`] : []), ...(ending > 0 ? [`${ending} 项快到期`] : [])]
    return [
      {
        id: 'honours-validity',
        level: ended > 0 ? 'today' : 'soon',
        title: '荣誉称号有效期要复核',
        detail: told.join('，'),
        route: '/honours/register/ending',
      },
    ]
  },
}
