import type { Day } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import { NOTES_GAP } from '../exports/roster.rules'
import type { Furniture } from '../papers/paper-page'
import type { TableColumn, TablePaper } from '../papers/table-paper'
import { careTitles } from './care-rules'
import type { CareDueRow } from './care-rules.contract'

const columns: readonly TableColumn[] = [
  { title: '序号', width: 3, align: 'center' },
  { title: '姓名', width: 5, align: 'center' },
  { title: '单位和职务', width: 14, align: 'left' },
  { title: '事项', width: 9, align: 'left' },
  { title: '办理日期', width: 6, align: 'center' },
  { title: '状态', width: 4, align: 'center' },
  { title: '由来', width: 13, align: 'left' },
  { title: '责任', width: 7, align: 'left' },
  { title: '结对', width: 5, align: 'center' },
]

/** What a state needs to be understood: why a matter was waived, or that it went up. */
const stateWords = ({ state, waivedFor, escalated }: CareDueRow): string =>
  `${careTitles[state]}${waivedFor === null ? '' : `：${waivedFor}`}${escalated ? '，已提级' : ''}`

/** What is due, as it stands in the list. */
export function duePaper(
  rows: readonly CareDueRow[],
  { unit, on, total }: { readonly unit: string; readonly on: Day; readonly total: number },
  furniture: Furniture,
): TablePaper {
  const late = rows.filter(({ state }) => state === 'late').length
  return {
    kind: 'table',
    title: '关心关爱应办清单',
    notes: [
      `制表单位：${unit}`,
      `截至 ${showDate(on)}`,
      `共 ${total} 项`,
      ...(rows.length === total && late > 0 ? [`逾期 ${late} 项`] : []),
      '按规则列出，怎么办由人定',
    ].join(NOTES_GAP),
    columns,
    groups: [
      {
        heading: '',
        rows: rows.map((row, at) => [
          at + 1,
          row.name,
          row.post === '' ? row.unitName : row.post,
          row.title,
          showDate(row.actOn),
          stateWords(row),
          row.why,
          row.owner,
          row.visitor,
        ]),
      },
    ],
    sheet: { size: 'A4', upright: false },
    furniture,
  }
}
