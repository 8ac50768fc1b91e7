import { elapsedYears, partyYearsOf, workYearsOf, yearsAtLevel, yearsAtRank, yearsInPost } from '../cadres/ages'
import { parseAssessments } from '../cadres/assessment-text'
import type { Cadre, FormTexts } from '../cadres/cadres'
import { SensitiveField } from '../cadres/cadres.contract'
import { completenessOf } from '../cadres/completeness.rules'
import { educationLevels, factsOf } from '../cadres/facts.rules'
import { type CadreField, cadreFields, type FieldPath, fieldLabels, isDateField } from '../cadres/field-labels'
import { grassrootsMonths, grassrootsOf } from '../cadres/grassroots.rules'
import { type RetirementOverride, retirementMonths, retirementOf } from '../cadres/retirement.rules'
import { monthsOf, PartialDate, showDate, type Years } from '../dates/partial-date'

/** One person as a roster sees them. */
export interface RosterPerson {
  readonly cadre: Cadre
  readonly unitName: string
  /** What the organisation has decided of 到龄年月; undefined where it has not. */
  readonly decided: RetirementOverride | undefined
}
export interface RosterContext {
  /** The day that ages and years are counted to. */
  readonly on: PartialDate
  /** From 1 through the whole roster. */
  readonly place: number
  /** On a screen what was decided and not reckoned is marked; paper bears the bare figure. */
  readonly marked?: boolean
}
export type RosterValue = string | number | null

export interface RosterColumn {
  readonly title: string
  /** Characters of its text that stand side by side where there is room. */
  readonly width: number
  /** Long texts begin at the left, short ones stand in the middle. */
  readonly align: 'left' | 'center'
  /** What is masked until it is asked for. */
  readonly sensitive: SensitiveField | null
  readonly value: (person: RosterPerson, context: RosterContext) => RosterValue
}

const column = (
  title: string,
  width: number,
  value: RosterColumn['value'],
  align: RosterColumn['align'] = 'center',
): RosterColumn => ({ title, width, align, sensitive: null, value })

/** A number where it is one; 48至49 where only a year is known. */
const years = (found: Years | undefined): RosterValue =>
  found === undefined ? null : found.least === found.most ? found.least : `${found.least}至${found.most}`

const dates = (earliest: PartialDate, latest: PartialDate): string =>
  earliest === latest ? showDate(earliest) : `${showDate(earliest)}至${showDate(latest)}`

function retireOn({ cadre, decided }: RosterPerson, { marked = false }: RosterContext): string {
  const months = retirementMonths(retirementOf(cadre, decided))
  if (months === undefined) return ''
  return `${dates(months.first, months.last)}${marked && decided ? ' 认定' : ''}`
}

/** The grades of the three years before, the earliest first: 2027优秀 2028称职 2029—. */
function recentGrades(cadre: Cadre, on: PartialDate): string {
  const year = Number(on.slice(0, 4))
  const rows = cadre.assessments.length > 0 ? cadre.assessments : parseAssessments(cadre.form.assessments).rows
  if (rows.length === 0) return ''
  return [year - 3, year - 2, year - 1]
    .map(each => `${each}${rows.find(row => row.year === each)?.grade ?? '—'}`)
    .join(' ')
}

const study = (name: string, ...words: string[]): string[] => {
  const said = words.filter(word => word !== '').join('　')
  return said === '' ? [] : [`${name}：${said}`]
}

/** What no field holds as it is: counted or put together from several. */
const computed = {
  place: column('序号', 3, (_person, { place }) => place),
  unit: column('单位', 8, ({ unitName }) => unitName),
  age: column('年龄', 3, ({ cadre }, { on }) => years(elapsedYears(cadre.birth, on))),
  partyYears: column('党龄', 3, ({ cadre }, { on }) => years(partyYearsOf(cadre, on))),
  workYears: column('工作年限', 4, ({ cadre }, { on }) => years(workYearsOf(cadre, on))),
  postYears: column('任现职年限', 5, ({ cadre }, { on }) => years(yearsInPost(cadre, on))),
  levelYears: column('任现职务层次年限', 5, ({ cadre }, { on }) => years(yearsAtLevel(cadre, on))),
  rankYears: column('任现职级年限', 5, ({ cadre }, { on }) => years(yearsAtRank(cadre, on))),
  retireOn: column('到龄时间', 5, retireOn),
  highestEducation: column('最高学历', 4, ({ cadre }) => {
    const { education } = factsOf(cadre)
    return educationLevels.find(({ level }) => level === education)?.title ?? null
  }),
  grassroots: column('乡镇街道村社区年限', 5, ({ cadre }, { on }) => {
    const roots = grassrootsOf(cadre)
    return roots ? Math.floor(grassrootsMonths(roots, monthsOf(on).earliest) / 12) : null
  }),
  recentGrades: column('近三年考核', 6, ({ cadre }, { on }) => recentGrades(cadre, on)),
  completeness: column('档案完整度', 4, ({ cadre }) => `${completenessOf(cadre).percent}%`),
  study: column(
    '学历学位',
    14,
    ({ cadre: { form } }) =>
      [
        ...study('全日制', form.fullTimeEducation, form.fullTimeDegree),
        ...study('在职', form.inServiceEducation, form.inServiceDegree),
      ].join('\n'),
    'left',
  ),
} satisfies Record<string, RosterColumn>

/** The store's own, which say nothing on paper; the unit stands by its name. */
const left = ['id', 'unitId', 'unitOrder', 'unknown', 'formVersion'] as const satisfies readonly CadreField[]
type FieldColumn = Exclude<CadreField, (typeof left)[number]>
const fieldColumns = cadreFields.filter((field): field is FieldColumn => !(left as readonly string[]).includes(field))

const isSensitive = (field: string): field is SensitiveField => SensitiveField.safeParse(field).success

/** 198403 as 1984.03; anything else as it stands. */
function cellOf(path: FieldPath, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  // 入党时间 may hold a date and words: 200108；民建.
  if (path === 'form.partyText') return value.replace(/^(\d{4})(\d{2})(\d{2})?(?!\d)/, '$1.$2')
  const date = isDateField(path) ? PartialDate.safeParse(value) : undefined
  return date?.success ? showDate(date.data) : value
}

/** One row of a table of the file as one line. */
function lineOf(table: FieldColumn, row: unknown): string {
  if (typeof row === 'string') return row
  const cells = Object.entries(row as object).filter(([key]) => key !== 'unitId')
  return cells
    .map(([key, value]) => cellOf(`${table}.${key}` as FieldPath, value).replaceAll('\n', ' '))
    .filter(text => text !== '')
    .join('　')
}

const isForm = (field: FieldColumn): field is Extract<FieldColumn, `form.${string}`> => field.startsWith('form.')

function valueOf({ cadre }: RosterPerson, field: FieldColumn): RosterValue {
  const value: unknown = isForm(field) ? cadre.form[field.slice('form.'.length) as keyof FormTexts] : cadre[field]
  if (!Array.isArray(value)) return cellOf(field, value)
  return value.map(row => lineOf(field, row)).join(field === 'tags' ? '、' : '\n')
}

const short = new Set<FieldColumn>(['name', 'sex', 'nation', 'status', 'wageGrade', 'secrecy', 'phone', 'idNumber'])
const widths: Partial<Record<FieldColumn, number>> = {
  name: 5,
  sex: 2,
  nation: 4,
  nativePlace: 6,
  birthPlace: 6,
  idNumber: 10,
  phone: 7,
  status: 4,
  rank: 7,
  postLevel: 6,
  'form.currentPost': 16,
  'form.partyText': 6,
  'form.health': 5,
  'form.resume': 40,
  resume: 40,
  family: 26,
  posts: 26,
  education: 26,
  training: 26,
  punishments: 26,
  rewards: 20,
  'form.rewardsAndPunishments': 26,
  'form.assessments': 20,
  'form.reason': 20,
}

const fieldColumn = (field: FieldColumn): RosterColumn => {
  const width = widths[field] ?? (isDateField(field) ? 5 : 10)
  return {
    title: fieldLabels[field],
    width,
    align: short.has(field) || isDateField(field) || width <= 7 ? 'center' : 'left',
    sensitive: isSensitive(field) ? field : null,
    value: person => valueOf(person, field),
  }
}

export type RosterKey = keyof typeof computed | FieldColumn
const columns: ReadonlyMap<string, RosterColumn> = new Map([
  ...Object.entries(computed),
  ...fieldColumns.map((field): [string, RosterColumn] => [field, fieldColumn(field)]),
])

/** Every column that a roster may have: what is counted first, then the fields in the order of their list. */
export const rosterKeys = [...columns.keys()] as RosterKey[]

export function columnOf(key: RosterKey): RosterColumn {
  const found = columns.get(key)
  if (!found) throw new Error(`no column ${key}`)
  return found
}
