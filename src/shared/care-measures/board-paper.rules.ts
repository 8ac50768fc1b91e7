import { basisCautions } from '../basis/basis'
import type { Day } from '../dates/add-months'
import { NOTES_GAP } from '../exports/roster.rules'
import type { Furniture } from '../papers/paper-page'
import type { TableColumn, TablePaper, TableValue } from '../papers/table-paper'
import type { BoardRow } from './care-measures'
import { boardFigures, doneOf, progressOf } from './care-measures.rules'
import { CareGroup, careGroupTitles } from './measures.data'

const columns: readonly TableColumn[] = [
  { title: '序号', width: 3, align: 'center' },
  { title: '措施', width: 12, align: 'left' },
  { title: '维度', width: 3, align: 'center' },
  { title: '周期', width: 3, align: 'center' },
  { title: '责任单位或责任人', width: 9, align: 'left' },
  { title: '计划', width: 14, align: 'left' },
  { title: '完成期限', width: 6, align: 'center' },
  { title: '落实', width: 9, align: 'left' },
  { title: '状态', width: 8, align: 'left' },
  { title: '依据', width: 12, align: 'left' },
]

/** What is planned, in one line: 4 次；每季度一次. */
export const planWords = ({ plan }: BoardRow): string =>
  plan === null
    ? ''
    : [plan.target === null ? '' : `${plan.target} ${plan.countOf}`, plan.goal].filter(part => part !== '').join('；')

/** What was done, in one line: 3 次，设施达到完好 2 次，到 46 人次. */
function doneWords(row: BoardRow): string {
  const { evidence, counted, plan } = row
  const others = counted.filter(({ count }) => count > 0).map(each => `${each.title} ${each.count} ${each.countOf}`)
  if (evidence.count === 0) return others.length > 0 ? others.join('，') : plan === null ? '' : '无'
  const { count, countOf } = doneOf(row)
  const people = countOf === '次' && evidence.people > 0 ? [`到 ${evidence.people} 人次`] : []
  return [`${count} ${countOf}`, ...others.map(each => `其中${each}`), ...people].join('，')
}

/** Where a measure comes from; what ships without a basis says that it is still to be written. */
function basisWords({ basis: { source, status }, version }: BoardRow): string {
  if (version === 0 && status === 'UNKNOWN') return '未填'
  const caution = basisCautions[status]
  return caution === '' ? source : `${source}（${caution}）`
}

const rowOf = (row: BoardRow, at: number, on: Day): readonly TableValue[] => {
  return [
    at,
    row.title === '' ? '（待本单位命名）' : row.title,
    row.title === '' ? '' : row.dimension,
    row.title === '' ? '' : row.period,
    row.plan?.owner || row.owner,
    planWords(row),
    row.plan?.dueOn.replaceAll('-', '.') ?? '',
    doneWords(row),
    progressOf(row, on).words,
    basisWords(row),
  ]
}

interface BoardFacts {
  readonly unit: string
  readonly year: number
  readonly on: Day
}

/** The board of a year as a table in its four groups, then the places without a name. Source: rule book §11, 26–30. */
export function boardPaper(
  rows: readonly BoardRow[],
  { unit, year, on }: BoardFacts,
  furniture: Furniture,
): TablePaper {
  const { planned, done, late } = boardFigures(rows, on)
  let at = 0
  const group = (heading: string, chosen: readonly BoardRow[]) => ({
    heading,
    rows: chosen.map(row => rowOf(row, (at += 1), on)),
  })
  const groups = CareGroup.options.map(name =>
    group(
      `${name}${careGroupTitles[name]}`,
      rows.filter(row => row.group === name),
    ),
  )
  const unnamed = rows.filter(row => row.group === null)
  return {
    kind: 'table',
    title: `${year}年关心关爱干部措施台账`,
    notes: [
      `制表单位：${unit}`,
      `截至 ${on.replaceAll('-', '.')}`,
      `有计划 ${planned} 条，完成 ${done} 条，逾期 ${late} 条`,
    ].join(NOTES_GAP),
    columns,
    groups: unnamed.length === 0 ? groups : [...groups, group('待本单位命名', unnamed)],
    sheet: { size: 'A4', upright: false },
    furniture,
  }
}
