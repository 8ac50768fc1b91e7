import type { Day } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import { NOTES_GAP } from '../exports/roster.rules'
import { yuanWords } from '../money/fen'
import type { Furniture } from '../papers/paper-page'
import type { TableColumn, TablePaper } from '../papers/table-paper'
import type { CareRecordRow } from './care-records.contract'

const columns: readonly TableColumn[] = [
  { title: '序号', width: 3, align: 'center' },
  { title: '日期', width: 6, align: 'center' },
  { title: '姓名', width: 5, align: 'center' },
  { title: '单位和职务', width: 12, align: 'left' },
  { title: '事由', width: 6, align: 'left' },
  { title: '方式', width: 4, align: 'center' },
  { title: '看到什么、做了什么', width: 18, align: 'left' },
  { title: '慰问金、慰问品', width: 12, align: 'left' },
  { title: '谁去办', width: 7, align: 'left' },
]

/** What was given, in words; empty where nothing was. */
export const givenWords = ({ moneyFen, goods, source, standard, voucher, approvedBy }: CareRecordRow): string =>
  [
    moneyFen > 0 ? `慰问金 ${yuanWords(moneyFen)} 元${source === null ? '' : `（${source}）`}` : '',
    goods,
    standard === '' ? '' : `标准：${standard}`,
    voucher === '' ? '' : `凭证 ${voucher}`,
    approvedBy === '' ? '' : `${approvedBy}批准`,
  ]
    .filter(text => text !== '')
    .join('，')

/** One that was withdrawn stays on the paper with its reason, as it stays in the list. */
const doneWords = ({ what, withdrawnFor }: CareRecordRow): string =>
  withdrawnFor === null ? what : `已撤回（${withdrawnFor}）　${what}`

const periodWords = (from: Day | null, to: Day | null): string =>
  from === null && to === null
    ? '全部日期'
    : `${from === null ? '开始' : showDate(from)} 至 ${to === null ? '今天' : showDate(to)}`

interface Around {
  readonly unit: string
  readonly from: Day | null
  readonly to: Day | null
  readonly total: number
  /** What was given by those that count. */
  readonly moneyFen: number
}

/** What was done in a period, the latest first. */
export function recordsPaper(
  rows: readonly CareRecordRow[],
  { unit, from, to, total, moneyFen }: Around,
  furniture: Furniture,
): TablePaper {
  return {
    kind: 'table',
    title: '关心关爱记录',
    notes: [
      `制表单位：${unit}`,
      periodWords(from, to),
      `共 ${total} 条`,
      ...(moneyFen > 0 ? [`慰问金 ${yuanWords(moneyFen)} 元`] : []),
    ].join(NOTES_GAP),
    columns,
    groups: [
      {
        heading: '',
        rows: rows.map((row, at) => [
          at + 1,
          showDate(row.on),
          row.cadreName,
          row.cadrePost === '' ? row.unitName : row.cadrePost,
          row.occasion,
          row.form,
          doneWords(row),
          givenWords(row),
          row.visitors === '' ? row.byName : row.visitors,
        ]),
      },
    ],
    sheet: { size: 'A4', upright: false },
    furniture,
  }
}
