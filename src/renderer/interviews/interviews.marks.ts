import { Day } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import type { InterviewState } from '../../shared/interviews/interviews'
import type { TrackedPromise } from '../../shared/promises/promises'
import { daysLate, type Standing, standingOn } from '../../shared/promises/promises.rules'
import type { DueState } from '../../shared/talk-rules/talk-rules'
import type { MarkState } from '../ui/marks'

/** The shape that stands beside the word for how far a talk is. */
export const marks: Record<InterviewState, MarkState> = {
  planned: 'soon',
  open: 'today',
  closed: 'today',
  final: 'done',
  cancelled: 'done',
}

export const dueTitles: Record<DueState, string> = {
  late: '逾期',
  due: '今天到期',
  soon: '将到期',
  waived: '免谈',
  done: '已谈',
}
export const dueMarks: Record<DueState, MarkState> = {
  late: 'late',
  due: 'today',
  soon: 'soon',
  waived: 'done',
  done: 'done',
}

const standingMarks: Record<Standing, MarkState> = {
  late: 'late',
  today: 'today',
  soon: 'soon',
  open: 'soon',
  done: 'done',
  withdrawn: 'done',
}

/** How a promise stands today: a shape and its words. */
export function promiseMark(promise: TrackedPromise): { readonly mark: MarkState; readonly words: string } {
  const on = Day.parse(today())
  const standing = standingOn(on, promise)
  const words: Record<Standing, string> = {
    late: `逾期 ${daysLate(on, promise)} 天`,
    today: '今天到期',
    soon: `${showDate(promise.dueOn)} 前`,
    open: `${showDate(promise.dueOn)} 前`,
    done: promise.endedOn === null ? '已办结' : `${showDate(promise.endedOn)} 办结`,
    withdrawn: '已撤回',
  }
  return { mark: standingMarks[standing], words: words[standing] }
}
