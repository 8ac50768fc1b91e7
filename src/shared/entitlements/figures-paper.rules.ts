import type * as z from 'zod'
import type { Day } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import type { Furniture } from '../papers/paper-page'
import type { TableColumn, TablePaper } from '../papers/table-paper'
import type { UnitFigures } from './entitlements'

interface Around {
  readonly unit: string
  readonly year: number
  readonly on: Day
}
const column = (title: string, width: number): TableColumn => ({ title, width, align: 'center' })

/** 休假、体检和疗休养 unit by unit: figures alone, nobody is named. */
export function figuresPaper(
  rows: readonly z.infer<typeof UnitFigures>[],
  { unit, year, on }: Around,
  furniture: Furniture,
): TablePaper {
  const columns: readonly TableColumn[] = [
    { title: '单位', width: 24, align: 'left' },
    column('人数', 6),
    column('应休（天）', 8),
    column('已休（天）', 8),
    column('一天没休（人）', 8),
    column('一线未休（人）', 8),
    column('没有体检（人）', 8),
    column('已疗休养（人）', 8),
  ]
  return {
    kind: 'table',
    title: `${year}年休假、体检和疗休养情况`,
    notes: `制表单位：${unit}　　截至 ${showDate(on)}　　应休按最少的算，参加工作时间不详的不计`,
    columns,
    groups: [
      {
        heading: '',
        rows: rows.map(each => [
          each.unitName === '' ? '没有单位' : each.unitName,
          each.people,
          each.entitled,
          each.taken,
          each.nothing,
          each.frontline,
          each.unchecked,
          each.resting,
        ]),
      },
    ],
    sheet: { size: 'A4', upright: false },
    furniture,
  }
}
