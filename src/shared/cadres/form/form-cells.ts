import {
  FAMILY_HEAD,
  FAMILY_ROW,
  FAMILY_ROWS,
  firstColumns,
  firstRows,
  firstTable,
  OPINION_ROW,
  type Padding,
  paddings,
  reportingRows,
  secondColumns,
  secondTable,
  textRows,
} from './form-geometry'
import type { FormSheet } from './form-sheet'
import type { Step } from './text-fit.rules'

/** How a cell sets its text: in the middle; in the middle while it is one line; from the left; at the right below. */
export type Setting = 'middle' | 'short' | 'start' | 'resume' | 'signed'

/** One cell of a table: where in the grid, and what stands in it. */
export interface Cell {
  /** Names the value; labels have none. */
  readonly key: string
  readonly kind: 'label' | 'value' | 'photo' | 'covered'
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly text: string
  readonly setting: Setting
  readonly padding: Padding
  /** A label whose characters stand one below the other, in so many columns from left to right. */
  readonly stacks?: readonly string[]
  /** The sizes that its text may have, where they are not the usual ones. */
  readonly ladder?: readonly Step[]
  /** Whether the rule above the cell is left out: it goes on from the one above. */
  readonly joined?: boolean
}

/** A table with its grid in millimetres. */
export interface FormTable {
  readonly x: number
  readonly y: number
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  readonly cells: readonly Cell[]
}

type Place = readonly [row: number, column: number, rows: number, columns: number]
const at = ([row, column, rows, columns]: Place) => ({ row, column, rows, columns })

const label = (place: Place, text: string): Cell => ({
  ...at(place),
  key: '',
  kind: 'label',
  text,
  setting: 'middle',
  padding: paddings.bare,
})
/** @param stacks the columns of characters, from left to right */
const tall = (place: Place, ...stacks: string[]): Cell => ({ ...label(place, stacks.join('')), stacks })
const value = (place: Place, key: string, text: string, setting: Setting, padding: Padding = paddings.cell): Cell => ({
  ...at(place),
  key,
  kind: 'value',
  text,
  setting,
  padding,
})
const covered = (place: Place, key: string): Cell => ({ ...label(place, '已遮住'), key, kind: 'covered' })

/** The label 学历 and 学位 with its four rows: two lines for each way of learning, one where the second is not filled. */
function educationCells(row: number, way: string, key: string, told: FormSheet['fullTime']): Cell[] {
  const { education, degree, school, degreeSchool } = told
  const halves = (column: number, name: string, upper: string, lower: string, setting: Setting): Cell[] =>
    lower === ''
      ? [value([row, column, 2, 2], name, upper, setting)]
      : [
          value([row, column, 1, 2], name, upper, setting),
          value([row + 1, column, 1, 2], `${name}Lower`, lower, setting),
        ]
  return [
    label([row, 2, 2, 1], way),
    ...halves(3, key, education, degree, 'short'),
    label([row, 5, 2, 1], '毕业院校\n系及专业'),
    ...halves(6, `${key}School`, school, degreeSchool, 'start'),
  ]
}

/** Rows three and four, where the two editions differ. Source: formats 3, v4.x variant. */
function editionCells(sheet: FormSheet): Cell[] {
  const health = (place: Place): Cell =>
    sheet.covered.includes('health') ? covered(place, 'health') : value(place, 'health', sheet.health, 'short')
  if (sheet.edition === '3')
    return [
      label([2, 5, 1, 1], '健康状况'),
      health([2, 6, 1, 1]),
      label([3, 0, 1, 2], '专业技\n术职务'),
      value([3, 2, 1, 2], 'technicalTitle', sheet.technicalTitle, 'short'),
      label([3, 4, 1, 1], '熟悉专业\n有何专长'),
      value([3, 5, 1, 2], 'speciality', sheet.speciality, 'short'),
    ]
  return [
    label([2, 5, 1, 1], '到龄时间'),
    value([2, 6, 1, 1], 'retirement', sheet.retirement, 'middle', paddings.bare),
    label([3, 0, 1, 2], '健　康\n状　况'),
    health([3, 2, 1, 1]),
    label([3, 3, 1, 1], '专业技\n术职务'),
    value([3, 4, 1, 1], 'technicalTitle', sheet.technicalTitle, 'short'),
    label([3, 5, 1, 1], '熟悉专业\n有何专长'),
    value([3, 6, 1, 1], 'speciality', sheet.speciality, 'short'),
  ]
}

/** Page one: who somebody is, the posts and the résumé. */
export function firstTableOf(sheet: FormSheet): FormTable {
  const posts = [
    ['现　任　职　务', 'currentPost'],
    ['拟　任　职　务', 'proposedPost'],
    ['拟　免　职　务', 'removedPost'],
  ] as const
  return {
    ...firstTable,
    columns: firstColumns,
    rows: firstRows,
    cells: [
      label([0, 0, 1, 2], '姓　名'),
      value([0, 2, 1, 1], 'name', sheet.name, 'short'),
      label([0, 3, 1, 1], '性　别'),
      value([0, 4, 1, 1], 'sex', sheet.sex, 'short'),
      label([0, 5, 1, 1], '出生年月\n（　岁）'),
      value([0, 6, 1, 1], 'birth', sheet.birth, 'middle', paddings.bare),
      { ...label([0, 7, 4, 1], '照　片'), key: 'photo', kind: 'photo' },
      label([1, 0, 1, 2], '民　族'),
      value([1, 2, 1, 1], 'nation', sheet.nation, 'short'),
      label([1, 3, 1, 1], '籍　贯'),
      value([1, 4, 1, 1], 'nativePlace', sheet.nativePlace, 'short'),
      label([1, 5, 1, 1], '出生地'),
      value([1, 6, 1, 1], 'birthPlace', sheet.birthPlace, 'short'),
      label([2, 0, 1, 2], '入　党\n时　间'),
      value([2, 2, 1, 1], 'party', sheet.party, 'middle', paddings.bare),
      label([2, 3, 1, 1], '参加工\n作时间'),
      value([2, 4, 1, 1], 'workStart', sheet.workStart, 'short'),
      ...editionCells(sheet),
      label([4, 0, 4, 2], '学　历\n学　位'),
      ...educationCells(4, '全日制\n教　育', 'fullTime', sheet.fullTime),
      ...educationCells(6, '在　职\n教　育', 'inService', sheet.inService),
      ...posts.flatMap(([title, key], index) => [
        label([8 + index, 0, 1, 3], title),
        value([8 + index, 3, 1, 5], key, sheet[key], 'start', paddings.post),
      ]),
      tall([11, 0, 1, 1], '简历'),
      value([11, 1, 1, 7], 'resume', sheet.resume, 'resume', paddings.resume),
    ],
  }
}

const memberKeys = ['title', 'name', 'age', 'politics', 'unitAndPost'] as const

/** The head of the family's columns and its rows from a row of the grid on. */
export function familyCells(row: number, members: FormSheet['family'], rows: number, title: string): Cell[] {
  const columnOf = (index: number): Place => [0, index + 1, 1, index === 4 ? 3 : 1]
  const place = (index: number, line: number): Place => [line, columnOf(index)[1], 1, columnOf(index)[3]]
  const heads = ['称　谓', '姓　名', '年龄', '政　治\n面　貌', '工　作　单　位　及　职　务']
  return [
    tall([row, 0, rows + 1, 1], title),
    ...heads.map((text, index) => label(place(index, row), text)),
    ...Array.from({ length: rows }, (_, line) =>
      memberKeys.map((key, index) =>
        value(
          place(index, row + 1 + line),
          `family.${line}.${key}`,
          members[line]?.[key] ?? '',
          key === 'unitAndPost' ? 'start' : 'short',
          key === 'age' ? paddings.bare : paddings.member,
        ),
      ),
    ).flat(),
  ]
}

export const FAMILY_TITLE = '家庭主要成员及重要社会关系'
const stamp = '（盖章）\n　　　年　　月　　日'

/** Page two: rewards, assessments, reason, the first seven of the family, and who reports, approves and appoints. */
export function secondTableOf(sheet: FormSheet): FormTable {
  const family = familyCells(3, sheet.family.slice(0, FAMILY_ROWS), FAMILY_ROWS, FAMILY_TITLE)
  const hidden = sheet.covered.includes('family')
  return {
    ...secondTable,
    columns: secondColumns,
    rows: [
      ...Object.values(textRows),
      FAMILY_HEAD,
      ...Array.from({ length: FAMILY_ROWS }, () => FAMILY_ROW),
      reportingRows.unit,
      reportingRows.date,
      OPINION_ROW,
    ],
    cells: [
      tall([0, 0, 1, 1], '奖惩情况'),
      value([0, 1, 1, 7], 'rewards', sheet.rewards, 'start', paddings.text),
      tall([1, 0, 1, 1], '年度考', '核结果'),
      value([1, 1, 1, 7], 'assessments', sheet.assessments, 'start', paddings.text),
      tall([2, 0, 1, 1], '任免理由'),
      value([2, 1, 1, 7], 'reason', sheet.reason, 'start', paddings.text),
      ...(hidden ? [...family.slice(0, 6), covered([4, 1, FAMILY_ROWS, 7], 'family')] : family),
      tall([11, 0, 2, 1], '呈报单位'),
      value([11, 1, 1, 7], 'reportingUnit', sheet.reportingUnit, 'signed', paddings.signed),
      {
        ...value([12, 1, 1, 7], 'filledOn', sheet.filledOn || '　　　年　　月　　日', 'signed', paddings.signed),
        joined: true,
      },
      tall([13, 0, 1, 1], '审批机', '关意见'),
      value([13, 1, 1, 5], 'approval', stamp, 'signed', paddings.signed),
      tall([13, 6, 1, 1], '行政机关', '任免意见'),
      value([13, 7, 1, 1], 'appointment', stamp, 'signed', paddings.signed),
    ],
  }
}
