import { Day } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import type { DeskItem } from '../../shared/desks/desks'
import { type DeskStanding, deskDaysLate, deskStandingOn } from '../../shared/desks/desks.rules'
import type { MarkState } from '../ui/marks'

const marks: Record<DeskStanding, MarkState> = {
  late: 'late',
  today: 'today',
  soon: 'soon',
  open: 'soon',
  answered: 'today',
  closed: 'done',
}

/** How an item stands today: a shape and its words. */
export function deskMark(item: DeskItem): { readonly mark: MarkState; readonly words: string } {
  const on = todayDay()
  const standing = deskStandingOn(on, item)
  const until = `${showDate(item.dueOn)} 前答复`
  const words: Record<DeskStanding, string> = {
    late: `逾期 ${deskDaysLate(on, item)} 天`,
    today: '今天到期',
    soon: until,
    open: until,
    answered: '已答复，待回访',
    closed: item.satisfaction === null ? '已办结' : `已办结，${item.satisfaction}`,
  }
  return { mark: marks[standing], words: words[standing] }
}

/** Whom it concerns: a person with the post, a unit, or nobody alone. */
export const concernWords = ({ cadreId, cadreName, cadrePost, unitName }: DeskItem): string =>
  cadreId === null ? unitName || '一般事项' : [cadreName, cadrePost || unitName].filter(text => text !== '').join('，')

/** Dates are typed as they stand in the file. */
export const dayRefusal = (text: string): string | undefined =>
  Day.safeParse(text).success ? undefined : '日期写作 2026-11-30'
