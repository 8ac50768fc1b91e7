import { NOTES_GAP } from '../exports/roster.rules'
import type { Furniture } from '../papers/paper-page'
import type { TablePaper, TableValue } from '../papers/table-paper'
import type { SurveyBoard } from './care-surveys'
import { LEAST_ANSWERS } from './surveys.rules'

/** 87%, or a dash. */
export const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '—' : `${Math.round(share * 100)}%`
export const coveredOf = ({ people, reached }: { people: number; reached: number }): number | null =>
  people === 0 ? null : reached / people

/** How care was felt beside how many it reached, unit by unit. Source: rule book §11, item 74. */
export function surveyPaper(board: SurveyBoard, { unit }: { readonly unit: string }, furniture: Furniture): TablePaper {
  const { year, form, units, folded, whole, desks } = board
  const shares = (of: Readonly<Record<string, number>> | null): TableValue[] =>
    form.questions.map(({ key }) => percent(of?.[key]))
  const told = units.filter(each => each.shares !== null)
  const said = desks.filter(({ asked }) => asked > 0).map(({ desk, content, asked }) => `${desk} ${content}/${asked}`)
  return {
    kind: 'table',
    title: `${year} 年关心关爱满意度和覆盖`,
    notes: [
      `制表单位：${unit}`,
      '各题为满意和基本满意占答卷的比例，无记名',
      folded > 0 ? `有 ${folded} 个单位答卷少于 ${LEAST_ANSWERS} 份或须一并合计，只计入全部` : '',
      said.length > 0 ? `三个台子办理后满意和基本满意：${said.join('，')}` : '',
    ]
      .filter(text => text !== '')
      .join(NOTES_GAP),
    columns: [
      { title: '单位', width: 14, align: 'left' },
      { title: '答卷', width: 4, align: 'center' },
      ...form.questions.map(({ text }) => ({ title: text, width: 7, align: 'center' }) as const),
      { title: '关爱覆盖', width: 6, align: 'center' },
    ],
    groups: [
      {
        heading: '',
        rows: [
          ...told.map(row => [row.unitName, row.answers ?? '', ...shares(row.shares), percent(coveredOf(row))]),
          ['全部', whole?.answers ?? '—', ...shares(whole?.shares ?? null), percent(coveredOf(board))],
        ],
      },
    ],
    sheet: { size: 'A4', upright: false },
    furniture,
  }
}
