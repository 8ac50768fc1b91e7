import { EducationRow, PostRow, PunishmentRow } from '../../../shared/cadres/cadres'
import { fieldLabels, type RowField } from '../../../shared/cadres/field-labels'
import { punishmentNames } from '../../../shared/cadres/punishment-names'
import { codeTables } from '../../../shared/codes/codes'

/** The file's tables that a person edits. */
export type RowsFieldName =
  | 'resume'
  | 'family'
  | 'assessments'
  | 'rewards'
  | 'posts'
  | 'education'
  | 'training'
  | 'punishments'

/** A row as it is typed, by column. */
export type RawRow = Readonly<Record<string, string>>

export interface RowColumn {
  readonly key: string
  readonly label: string
  /** text where it is missing. */
  readonly kind?: 'long' | 'date' | 'number' | 'choice' | 'unit'
  /** Width among the columns of a line. */
  readonly track?: string
  /** Of the eight columns of a block; 1 where it is missing. */
  readonly span?: number
  readonly nfkc?: boolean
  /** The only values of a choice; the first stands in a new row. */
  readonly options?: readonly string[]
  /** Usual wordings of a text. */
  readonly suggestions?: readonly string[] | ((row: RawRow) => readonly string[])
  /** What is said of a number that is none. */
  readonly wrong?: string
  /** What to write, shown while nothing is. */
  readonly hint?: string
  /** The text that a chosen unit's name is written into. */
  readonly names?: string
  /** When it is asked for. What is filled is always shown. */
  readonly when?: (row: RawRow) => boolean
}

/** Rows of few columns stand in one line each, those of many in a block of labelled fields each. */
export interface RowsSpec {
  readonly layout: 'line' | 'block'
  readonly columns: readonly RowColumn[]
}

type Table = keyof typeof codeTables
export const namesOf = (...tables: readonly Table[]): string[] => [
  ...new Set(tables.flatMap(table => codeTables[table].entries.map(({ name }) => name))),
]

type Column = Omit<RowColumn, 'key' | 'label'>
/** A block with the columns in order, each under its own name of the field list. */
const block = (table: RowsFieldName, columns: readonly (readonly [key: string, column?: Column])[]): RowsSpec => ({
  layout: 'block',
  columns: columns.map(([key, column]) => ({ key, label: fieldLabels[`${table}.${key}` as RowField], ...column })),
})
const line = (columns: readonly RowColumn[]): RowsSpec => ({ layout: 'line', columns })

const isHeld = ({ status }: RawRow): boolean => status !== '已免'
const hasLeft = ({ status }: RawRow): boolean => status === '已免'
const date = { kind: 'date' } as const

/** The columns of the file's tables as they are edited. */
export const rowsSpecs: Readonly<Record<RowsFieldName, RowsSpec>> = {
  resume: line([
    { key: 'from', label: '开始', track: '92px', kind: 'date' },
    { key: 'to', label: '结束', track: '92px', kind: 'date' },
    { key: 'text', label: '经历', track: 'minmax(200px, 1fr)', kind: 'long' },
    { key: 'level', label: '职务层次', track: '128px', suggestions: [...namesOf('leadershipLevel'), '科员'] },
  ]),
  family: line([
    { key: 'title', label: '称谓', track: '88px', suggestions: namesOf('familyTitle') },
    { key: 'name', label: '姓名', track: '96px' },
    { key: 'birth', label: '出生年月', track: '96px', nfkc: true },
    { key: 'politics', label: '政治面貌', track: '112px', suggestions: namesOf('political') },
    { key: 'unitAndPost', label: '工作单位及职务', track: 'minmax(200px, 1fr)' },
  ]),
  assessments: line([
    { key: 'year', label: '年度', track: '92px', kind: 'number', wrong: '写作四位数字，如 2025' },
    { key: 'grade', label: '等次', track: 'minmax(160px, 320px)', suggestions: namesOf('assessmentGrade') },
  ]),
  rewards: line([
    { key: 'on', label: '时间', track: '110px', kind: 'date' },
    { key: 'name', label: '名称', track: 'minmax(160px, 1fr)', suggestions: namesOf('reward') },
    { key: 'authority', label: '批准机关', track: 'minmax(140px, 1fr)' },
  ]),
  posts: block('posts', [
    ['unitId', { kind: 'unit', span: 2, names: 'unitName' }],
    ['unitName', { span: 2, hint: '照任职文件写' }],
    ['title', { span: 2 }],
    ['role', { kind: 'choice', options: PostRow.shape.role.options }],
    ['status', { kind: 'choice', options: PostRow.shape.status.options }],
    ['appointedOn', date],
    ['appointedBy', { span: 2 }],
    ['appointMode', { suggestions: namesOf('appointMode') }],
    ['level', { suggestions: namesOf('leadershipLevel') }],
    ['memberKind', { suggestions: namesOf('memberKind'), when: isHeld }],
    ['teamOrder', { kind: 'number', wrong: '写 1 到 999 的整数', when: isHeld }],
    ['removedOn', { ...date, when: hasLeft }],
    ['removedBy', { span: 2, when: hasLeft }],
  ]),
  education: block('education', [
    ['kind', { kind: 'choice', options: EducationRow.shape.kind.options }],
    ['education', { span: 2, suggestions: namesOf('education') }],
    ['degree', { span: 2, suggestions: namesOf('degree') }],
    ['from', date],
    ['to', date],
    ['degreeOn', date],
    ['school', { span: 4, hint: '写到院系' }],
    ['major', { span: 2, hint: '不写“专业”二字' }],
  ]),
  training: block('training', [
    ['name', { span: 3 }],
    ['kind', { suggestions: namesOf('trainingKind') }],
    ['from', date],
    ['to', date],
    ['days', { kind: 'number', wrong: '写整天数，最多 3660' }],
    ['hours', { kind: 'number', wrong: '写整学时数，最多 20000' }],
    ['organiser', { span: 3 }],
    ['institution', { span: 3 }],
  ]),
  punishments: block('punishments', [
    ['kind', { kind: 'choice', options: PunishmentRow.shape.kind.options }],
    ['name', { span: 2, suggestions: ({ kind = '' }) => punishmentNames[kind as PunishmentRow['kind']] ?? [] }],
    ['on', date],
    ['authority', { span: 2 }],
    ['documentNumber', { span: 2 }],
    ['reason', { span: 4 }],
    ['influenceUntil', { ...date, span: 2, hint: '决定写明的才填' }],
    ['revokedOn', date],
  ]),
}
