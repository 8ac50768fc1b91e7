import type { Day } from '../dates/add-months'
import { NOTES_GAP } from '../exports/roster.rules'
import type { Furniture } from '../papers/paper-page'
import type { TableColumn, TablePaper } from '../papers/table-paper'
import type { CaredPerson, CareMissed } from './care-coverage.contract'

const columns: readonly TableColumn[] = [
  { title: '序号', width: 3, align: 'center' },
  { title: '姓名', width: 6, align: 'center' },
  { title: '单位', width: 12, align: 'left' },
  { title: '现任职务', width: 18, align: 'left' },
  { title: '最近一次关爱', width: 7, align: 'center' },
]
const dutyColumn: TableColumn = { title: '一线任务', width: 10, align: 'left' }

/** 近 12 个月没有关爱记录. */
export const missedTitle = (of: CareMissed): string =>
  of.list === 'frontline'
    ? `一线干部近 ${of.months} 个月没有关爱、本年没有休假`
    : `${of.whom === '退休' ? '退休干部' : '干部'}近 ${of.months} 个月没有${of.dimension === null ? '' : of.dimension}关爱`

/** What the words of the list do not mean: it counts records, and judges nobody. */
const missedCaution = (of: CareMissed): string =>
  of.list === 'frontline' ? '按关爱记录和休假登记算' : '按关爱记录算，没有记录不等于没有关心'

/** Those for whom nothing was done, as a table. Source: rule book §11, item 45. */
export function missedPaper(
  people: readonly CaredPerson[],
  of: CareMissed,
  { unit, on, total }: { readonly unit: string; readonly on: Day; readonly total: number },
  furniture: Furniture,
): TablePaper {
  const withDuty = of.list === 'frontline'
  return {
    kind: 'table',
    title: `${missedTitle(of)}名单`,
    notes: [`制表单位：${unit}`, `截至 ${on.replaceAll('-', '.')}`, `共 ${total} 人`, missedCaution(of)].join(
      NOTES_GAP,
    ),
    columns: withDuty ? [...columns, dutyColumn] : columns,
    groups: [
      {
        heading: '',
        rows: people.map(({ name, unitName, post, lastOn, duty }, at) => [
          at + 1,
          name,
          unitName,
          post,
          lastOn === null ? '没有记录' : lastOn.replaceAll('-', '.'),
          ...(withDuty ? [duty] : []),
        ]),
      },
    ],
    sheet: { size: 'A4', upright: false },
    furniture,
  }
}
