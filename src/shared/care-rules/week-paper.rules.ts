import { addDays, type Day, weekdayOf } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import type { Furniture } from '../papers/paper-page'
import type { TableColumn, TablePaper, TableValue } from '../papers/table-paper'
import type { CareDueRow } from './care-rules.contract'

const columns: readonly TableColumn[] = [
  { title: '序号', width: 3, align: 'center' },
  { title: '姓名', width: 5, align: 'center' },
  { title: '单位和职务', width: 14, align: 'left' },
  { title: '事项', width: 9, align: 'left' },
  { title: '由来', width: 13, align: 'left' },
  { title: '谁去办', width: 9, align: 'left' },
  { title: '办理情况', width: 12, align: 'left' },
]
const WEEK_DAYS = 6
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const
const dayTitle = (day: Day): string => `${showDate(day)}　周${weekdays[weekdayOf(day)] ?? ''}`

/** The last day of the week that begins on a day. */
export const weekEnd = (from: Day): Day => addDays(from, WEEK_DAYS)

/** The matters of a week to be taken along: what is late first, then day by day; the last column is written in by hand. */
export function weekPaper(
  rows: readonly CareDueRow[],
  { unit, from }: { readonly unit: string; readonly from: Day },
  furniture: Furniture,
): TablePaper {
  let place = 0
  const line = ({ name, post, unitName, title, why, visitor, owner }: CareDueRow): readonly TableValue[] => [
    (place += 1),
    name,
    post === '' ? unitName : post,
    title,
    why,
    visitor === '' ? owner : visitor,
    '',
  ]
  const late = rows.filter(({ state }) => state === 'late')
  const days = [...new Set(rows.filter(({ state }) => state !== 'late').map(({ actOn }) => actOn))].toSorted()
  const groups = [
    ...(late.length > 0 ? [{ heading: `逾期 ${late.length} 项`, rows: late.map(line) }] : []),
    ...days.map(day => ({
      heading: dayTitle(day),
      rows: rows.filter(({ state, actOn }) => state !== 'late' && actOn === day).map(line),
    })),
  ]
  return {
    kind: 'table',
    title: '一周关心关爱清单',
    notes: `${unit}　${showDate(from)} 至 ${showDate(weekEnd(from))}　共 ${rows.length} 项。按规则列出，怎么办由人定。`,
    columns,
    groups: groups.length > 0 ? groups : [{ heading: '这一周没有应办的事', rows: [] }],
    sheet: { size: 'A4', upright: false },
    furniture,
  }
}
