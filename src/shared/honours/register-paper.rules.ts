import type { Day } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import { NOTES_GAP } from '../exports/roster.rules'
import { yuanWords } from '../money/fen'
import type { Furniture } from '../papers/paper-page'
import type { TableColumn, TablePaper } from '../papers/table-paper'
import { type BoardCell, type BoardTable, kindsByHolder, yearsByLevel } from './board.rules'
import type { Honour, HonourFilter } from './honours'
import { holderTitles } from './honours.data'

/** So many rows stand in one table; more are narrowed down. */
export const MOST_LISTED = 20_000

/** What was asked for, in words: nothing where it is the whole register. */
function filterWords(filter: HonourFilter): string {
  const { text, holders, kinds, levels, years, since, endsBy, unverified, onlyRevoked, revoked, posthumous } = filter
  const sorted = years.toSorted((a, b) => a - b)
  return [
    text === '' ? '' : `含“${text}”`,
    holders.map(holder => holderTitles[holder]).join('、'),
    kinds.join('、'),
    levels.map(level => `${level}级`).join('、'),
    sorted.length > 4 ? `${sorted[0]}—${sorted.at(-1)} 年` : sorted.map(year => `${year} 年`).join('、'),
    since === null ? '' : `${showDate(since)} 以来`,
    endsBy === null ? '' : `有效期到 ${showDate(endsBy)} 为止的`,
    unverified ? '未核验' : '',
    posthumous ? '追授' : '',
    onlyRevoked ? '已撤销' : revoked ? '含已撤销' : '',
  ]
    .filter(words => words !== '')
    .join('；')
}

const columns: readonly TableColumn[] = [
  { title: '序号', width: 3, align: 'center' },
  { title: '获得者', width: 8, align: 'left' },
  { title: '单位', width: 10, align: 'left' },
  { title: '荣誉', width: 16, align: 'left' },
  { title: '种类', width: 5, align: 'center' },
  { title: '层级', width: 4, align: 'center' },
  { title: '批准机关', width: 10, align: 'left' },
  { title: '批准日期', width: 6, align: 'center' },
  { title: '文号', width: 9, align: 'left' },
  { title: '证书号', width: 6, align: 'left' },
  { title: '奖金（元）', width: 5, align: 'center' },
  { title: '核验', width: 5, align: 'center' },
  { title: '备注', width: 8, align: 'left' },
]

const membersWords = ({ members }: Honour): string =>
  members.length === 0
    ? ''
    : `成员：${members.map(({ name, part }) => (part === '' ? name : `${name}（${part}）`)).join('、')}`

interface Around {
  readonly unit: string
  readonly on: Day
}

/** The filtered register as a table. */
export function registerPaper(
  honours: readonly Honour[],
  filter: HonourFilter,
  { unit, on, total }: Around & { readonly total: number },
  furniture: Furniture,
): TablePaper {
  const notes = [`制表单位：${unit}`, `截至 ${showDate(on)}`, `共 ${total} 项`, filterWords(filter)]
  return {
    kind: 'table',
    title: '荣誉册',
    notes: notes.filter(words => words !== '').join(NOTES_GAP),
    columns,
    groups: [
      {
        heading: '',
        rows: honours.map((honour, at) => [
          at + 1,
          honour.shownName,
          honour.unitName,
          honour.name,
          honour.kind,
          honour.level,
          honour.authority,
          showDate(honour.on),
          honour.documentNo,
          honour.certificateNo,
          honour.bonusFen === null ? '' : yuanWords(honour.bonusFen),
          honour.verified ? showDate(honour.verified.on) : '未核验',
          [
            honour.posthumous ? '追授' : '',
            honour.validUntil ? `有效期至 ${showDate(honour.validUntil)}` : '',
            honour.revoked ? `${showDate(honour.revoked.on)} 撤销` : '',
            membersWords(honour),
          ]
            .filter(words => words !== '')
            .join('；'),
        ]),
      },
    ],
    sheet: { size: 'A4', upright: false },
    furniture,
  }
}

interface Board {
  readonly cells: readonly BoardCell[]
  readonly units: readonly { readonly name: string; readonly count: number }[]
  /** Medals that the filter leaves and the board does not count. */
  readonly apart: number
}

/** The board as one table: years by level, kinds by holder, units, each under a heading of its own. */
export function boardPaper(
  { cells, units, apart }: Board,
  filter: HonourFilter,
  { unit, on }: Around,
  furniture: Furniture,
): TablePaper {
  const blank = (count: number): string[] => Array.from({ length: count }, () => '')
  const rowsOf = <K, C>(table: BoardTable<K, C>, name: (key: K) => string, head: (column: C) => string) => [
    ['', ...table.columns.map(head), ...blank(5 - table.columns.length), '合计'],
    ...table.rows.map(({ key, counts, sum }) => [name(key), ...counts, ...blank(5 - counts.length), sum]),
    ['合计', ...table.sums, ...blank(5 - table.sums.length), table.sum],
  ]
  const sum = cells.reduce((so, { count }) => so + count, 0)
  const besides = apart === 0 ? '' : `另有纪念章 ${apart} 枚，不计入`
  const notes = [`制表单位：${unit}`, `截至 ${showDate(on)}`, `共 ${sum} 项`, besides, filterWords(filter)]
  return {
    kind: 'table',
    title: '荣誉统计表',
    notes: notes.filter(words => words !== '').join(NOTES_GAP),
    columns: [
      { title: '项目', width: 18, align: 'left' },
      ...Array.from({ length: 5 }, () => ({ title: '', width: 6, align: 'center' as const })),
      { title: '合计', width: 6, align: 'center' },
    ],
    groups: [
      {
        heading: '按年度和层级',
        rows: rowsOf(
          yearsByLevel(cells),
          year => `${year} 年`,
          level => level,
        ),
      },
      {
        heading: '按种类和获得者',
        rows: rowsOf(
          kindsByHolder(cells),
          kind => kind,
          holder => holderTitles[holder],
        ),
      },
      { heading: '按单位', rows: units.map(({ name, count }) => [name, ...blank(5), count]) },
    ],
    sheet: { size: 'A4', upright: true },
    furniture,
  }
}
