import { Day } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { type ReviewStanding, reviewStanding } from '../../shared/hardships/hardships.rules'
import type { MarkState } from '../ui/marks'

const marks: Record<ReviewStanding, MarkState> = { late: 'late', today: 'today', running: 'soon', closed: 'done' }

/** When a case is to be looked at anew, as it stands today. */
export function reviewMark(dates: { readonly nextReviewOn: Day; readonly closedOn: Day | null }): {
  readonly mark: MarkState
  readonly words: string
} {
  const standing = reviewStanding(todayDay(), dates)
  const words: Record<ReviewStanding, string> = {
    late: `该复核了，${showDate(dates.nextReviewOn)} 到期`,
    today: '今天复核',
    running: `${showDate(dates.nextReviewOn)} 复核`,
    closed: dates.closedOn === null ? '' : `${showDate(dates.closedOn)} 退出`,
  }
  return { mark: marks[standing], words: words[standing] }
}
