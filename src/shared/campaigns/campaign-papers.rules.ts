import type { Day } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import type { Furniture } from '../papers/paper-page'
import type { TableColumn, TablePaper } from '../papers/table-paper'
import type { Stop } from './boards'
import { type Campaign, type Nominee, nomineeKindTitles } from './campaigns'
import { running } from './stages.rules'

interface Around {
  readonly unit: string
  readonly on: Day
  readonly furniture: Furniture
}
const column = (title: string, width: number, align: TableColumn['align'] = 'left'): TableColumn => ({
  title,
  width,
  align,
})

/** The tour of talks, stop by stop. */
export const tourPaper = (title: string, stops: readonly Stop[], { unit, on, furniture }: Around): TablePaper => ({
  kind: 'table',
  title: title === '' ? '先进事迹巡回报告' : title,
  notes: `制表单位：${unit}　　截至 ${showDate(on)}　　${stops.length} 场`,
  columns: [
    column('场次', 4, 'center'),
    column('日期', 8, 'center'),
    column('地点', 16),
    column('主题', 16),
    column('报告人', 14),
    column('听众', 6, 'center'),
    column('反响', 22),
  ],
  groups: [
    {
      heading: '',
      rows: stops.map(({ on: day, place, topic, speakers, audience, feedback }, at) => [
        at + 1,
        showDate(day),
        place,
        topic,
        speakers.map(({ name }) => name).join('、'),
        audience,
        feedback,
      ]),
    },
  ],
  sheet: { size: 'A4', upright: false },
  furniture,
})

/** 拟表彰名单 as it is made public: by unit, in no order of merit, without marks. */
export function listPaper(
  { title, publicity }: Pick<Campaign, 'title' | 'publicity'>,
  nominees: readonly Nominee[],
  { unit, on, furniture }: Around,
): TablePaper {
  const listed = running(nominees).filter(each => each.listed)
  const from = publicity === null ? '' : `　　公示自 ${showDate(publicity.from)} 起 ${publicity.days} 个工作日`
  return {
    kind: 'table',
    title: `${title}拟表彰名单`,
    notes: `制表单位：${unit}　　制表日期：${showDate(on)}${from}`,
    columns: [column('序号', 4, 'center'), column('姓名、团队', 14), column('单位职务', 24), column('主要事迹', 44)],
    groups: (['person', 'team'] as const).flatMap(kind => {
      const rows = listed.filter(each => each.kind === kind)
      return rows.length === 0
        ? []
        : [
            {
              heading: nomineeKindTitles[kind],
              rows: rows.map(({ shownName, post, unitName, deeds }, at) => [
                at + 1,
                shownName,
                post || unitName,
                deeds,
              ]),
            },
          ]
    }),
    sheet: { size: 'A4', upright: false },
    furniture,
  }
}
