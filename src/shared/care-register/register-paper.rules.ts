import type { Day } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import { NOTES_GAP } from '../exports/roster.rules'
import type { Furniture } from '../papers/paper-page'
import type { TableColumn, TablePaper } from '../papers/table-paper'
import { type Entry, registerKinds } from './care-register'

const columns: readonly TableColumn[] = [
  { title: '序号', width: 3, align: 'center' },
  { title: '名单', width: 7, align: 'left' },
  { title: '姓名', width: 5, align: 'center' },
  { title: '单位和职务', width: 14, align: 'left' },
  { title: '列入', width: 6, align: 'center' },
  { title: '情形', width: 8, align: 'left' },
  { title: '地点', width: 8, align: 'left' },
  { title: '联系人', width: 7, align: 'left' },
  { title: '结对走访人', width: 6, align: 'center' },
  { title: '上次关爱', width: 6, align: 'center' },
]

const situationWords = ({ situations, endedFor }: Entry): string =>
  [...situations, ...(endedFor === null ? [] : [`已移出：${endedFor}`])].join('、')

/** Who is looked after, list by list; the list stands in each line, for whoever sorts the workbook. Telephone numbers and what was confided stay in the application. */
export function registerPaper(
  entries: readonly Entry[],
  { unit, on, total }: { readonly unit: string; readonly on: Day; readonly total: number },
  furniture: Furniture,
): TablePaper {
  const lists = registerKinds.flatMap(kind => entries.filter(entry => entry.kind === kind))
  return {
    kind: 'table',
    title: '关心关爱名册',
    notes: [`制表单位：${unit}`, `截至 ${showDate(on)}`, `共 ${total} 人次`].join(NOTES_GAP),
    columns,
    groups: [
      {
        heading: '',
        rows: lists.map((entry, at) => [
          at + 1,
          entry.kind,
          entry.cadreName,
          entry.cadrePost === '' ? entry.unitName : entry.cadrePost,
          showDate(entry.from),
          situationWords(entry),
          entry.place,
          entry.contact,
          entry.visitorName,
          entry.lastOn === null ? '没有记录' : showDate(entry.lastOn),
        ]),
      },
    ],
    sheet: { size: 'A4', upright: false },
    furniture,
  }
}
