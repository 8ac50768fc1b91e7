import type { Campaign } from '../../shared/campaigns/campaigns'
import { publicityEnd, unknownYearWords } from '../../shared/campaigns/publicity.rules'
import { type Day, daysFrom } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import type { WorkCalendar } from '../../shared/dates/work-days'
import type { Notice } from '../../shared/notices/notices.contract'
import { calendarIn } from '../holidays/holidays.repo'
import { dayNow } from '../ipc/clock'
import type { NoticeSource } from '../notices/notices.source'
import * as campaigns from './campaigns.repo'

/** The end of nominations and of publicity is announced so many days before it. */
const SOON_DAYS = 5

type Due = Pick<Notice, 'level' | 'detail'>

/** Until when units nominate: near, today, or over and still not checked. */
function nominationsDue({ stage, deadlineOn }: Campaign, on: Day): Due | undefined {
  if (deadlineOn === null || (stage !== '发动' && stage !== '推荐')) return undefined
  const left = daysFrom(on, deadlineOn)
  const day = showDate(deadlineOn)
  if (left > SOON_DAYS) return undefined
  if (left > 0) return { level: 'soon', detail: `推荐到 ${day} 截止，还有 ${left} 天` }
  if (left === 0) return { level: 'today', detail: '推荐今天截止' }
  return { level: 'late', detail: `推荐 ${day} 已截止，还没有转入核查` }
}

/** Until when the list is public: its last days, and then that it can be decided. */
function publicityDue({ stage, publicity }: Campaign, calendar: WorkCalendar, on: Day): Due | undefined {
  if (publicity === null || (stage !== '公示' && stage !== '决定')) return undefined
  const end = publicityEnd(publicity, calendar)
  if (end.kind === 'unknown-year') return { level: 'today', detail: unknownYearWords(end) }
  const left = daysFrom(on, end.day)
  if (left > SOON_DAYS) return undefined
  if (left > 0) return { level: 'soon', detail: `公示到 ${showDate(end.day)} 期满，还有 ${left} 天` }
  return { level: 'today', detail: left === 0 ? '公示今天期满' : `公示 ${showDate(end.day)} 已期满，可以决定` }
}

/** What the campaigns that run wait for: days and numbers, nobody's name. */
export const campaignsNotices: NoticeSource = {
  needs: 'honours.edit',
  async find({ db, now }) {
    const on = dayNow({ now })
    const running = (await campaigns.list(db)).filter(({ stage }) => stage !== '表彰')
    if (running.length === 0) return []
    const calendar = await calendarIn(db)
    const found: Notice[] = []
    for (const { id, title, stage } of running) {
      const campaign = await campaigns.get(db, id)
      const tell = (what: string, due: Due | undefined): void => {
        if (due) found.push({ id: `campaign-${what}-${id}`, title, route: `/honours/campaigns/${id}`, ...due })
      }
      tell('nominations', nominationsDue(campaign, on))
      tell('publicity', publicityDue(campaign, calendar, on))
      if (stage !== '公示' && stage !== '决定') continue
      const open = (await campaigns.objectionsOf(db, id)).filter(({ settlement }) => settlement === null).length
      tell('objections', open === 0 ? undefined : { level: 'today', detail: `${open} 件异议没有办结` })
    }
    return found
  },
}
