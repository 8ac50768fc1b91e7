import type { Basis } from '../basis/basis'
import { monthsOf, type PartialDate, showDate } from '../dates/partial-date'
import { ageOf, partyYearsOf, showYears, workYearsOf, yearsAtLevel, yearsAtRank, yearsInPost } from './ages'
import { parseAssessments } from './assessment-text'
import type { Cadre } from './cadres'
import { grassrootsMonths, grassrootsOf } from './grassroots.rules'
import { type RetirementOverride, retirementMonths, retirementOf } from './retirement.rules'
import type { TimelineEntry } from './timeline'

/** One fact, with what belongs to it said more quietly. */
interface ComparedLine {
  readonly text: string
  readonly quiet: string
  readonly basis: Basis | null
}

/** One kind of fact of everybody compared. It says that they differ, never who is better off. */
export interface ComparedRow {
  readonly group: string
  readonly title: string
  /** How the figures come about, where that is not plain. */
  readonly hint: string
  /** One cell a person, in their order; without lines where the file tells nothing. */
  readonly cells: readonly (readonly ComparedLine[])[]
  readonly differs: boolean
}

export interface Compared {
  readonly cadre: Cadre
  /** What every module knows; restrictions in force come from here. */
  readonly entries: readonly TimelineEntry[]
  /** What the organisation has decided of 到龄年月; undefined where it has not. */
  readonly decided: RetirementOverride | undefined
}

type Lines = (person: Compared, on: PartialDate) => readonly ComparedLine[]

const line = (text: string, quiet = '', basis: Basis | null = null): ComparedLine[] =>
  text === '' ? [] : [{ text, quiet, basis }]
const month = (date: PartialDate | null): string => (date ? showDate(date).slice(0, 7) : '')
type Reckon = (cadre: Cadre, on: PartialDate) => Parameters<typeof showYears>[0] | undefined
const years = (reckon: Reckon, unit: '岁' | '年', cadre: Cadre, on: PartialDate): string => {
  const told = reckon(cadre, on)
  return told ? showYears(told, unit) : ''
}
/** A date, and how long ago it is. */
const since =
  (dateOf: (cadre: Cadre) => PartialDate | null, reckon: Reckon, unit: '岁' | '年' = '年'): Lines =>
  ({ cadre }, on) =>
    line(month(dateOf(cadre)), years(reckon, unit, cadre, on))
const text =
  (textOf: (cadre: Cadre) => string): Lines =>
  ({ cadre }) =>
    line(textOf(cadre))
const joined = (...parts: readonly string[]): string => parts.filter(part => part !== '').join('、')

function grassroots({ cadre }: Compared, on: PartialDate): ComparedLine[] {
  const found = grassrootsOf(cadre)
  if (!found) return []
  const months = grassrootsMonths(found, monthsOf(on).earliest)
  if (months === 0) return line('没有')
  const [whole, rest] = [Math.floor(months / 12), months % 12]
  return line(
    `${whole === 0 ? '' : `${whole}年`}${rest === 0 ? '' : `${rest}个月`}`,
    found.since === null ? '' : '现仍在',
  )
}

function retirement({ cadre, decided }: Compared): ComparedLine[] {
  const reached = retirementOf(cadre, decided)
  const months = retirementMonths(reached)
  if (reached.kind === 'unknown' || months === undefined) return []
  const { first, last } = months
  const words = first === last ? month(first) : `${month(first)} 至 ${month(last)}`
  return line(words, reached.kind === 'decided' ? '组织认定' : '', reached.basis)
}

/** The latest first; what has no date comes last. */
const byDate = (a: { on: PartialDate | null }, b: { on: PartialDate | null }): number =>
  (b.on ?? '').localeCompare(a.on ?? '')
const MOST_LINES = 6

function rewards({ cadre }: Compared): ComparedLine[] {
  const rows = cadre.rewards.toSorted(byDate).flatMap(({ name, on }) => line(name, month(on)))
  const rest = rows.length - MOST_LINES
  return rest > 0 ? [...rows.slice(0, MOST_LINES), ...line(`另有 ${rest} 项`)] : rows
}

const posts: Lines = ({ cadre }) =>
  cadre.posts
    .filter(({ status, role }) => status === '在任' && role === '兼职')
    .flatMap(({ unitName, title, appointedOn }) => line(`${unitName}${title}`, month(appointedOn)))

interface RowSpec {
  readonly group: string
  readonly title: string
  readonly hint?: string
  readonly lines: Lines
}
const row = (group: string, title: string, lines: Lines, hint = ''): RowSpec => ({ group, title, lines, hint })

const before: readonly RowSpec[] = [
  row(
    '基本情况',
    '性别',
    text(({ sex }) => sex ?? ''),
  ),
  row(
    '基本情况',
    '出生年月',
    since(({ birth }) => birth, ageOf, '岁'),
    '按月计算的周岁',
  ),
  row(
    '基本情况',
    '民族',
    text(({ nation }) => nation),
  ),
  row(
    '基本情况',
    '籍贯',
    text(({ nativePlace }) => nativePlace),
  ),
  row(
    '基本情况',
    '参加工作',
    since(({ workStart }) => workStart, workYearsOf),
  ),
  row(
    '基本情况',
    '状态',
    text(({ status }) => status),
  ),
  row(
    '政治面貌',
    '入党',
    ({ cadre }, on) => {
      const age = years(partyYearsOf, '年', cadre, on)
      return cadre.partyJoined ? line(month(cadre.partyJoined), age && `党龄${age}`) : line(cadre.form.partyText)
    },
    '党龄从转正之日算起；没有预备期的年代从入党之日算起',
  ),
  row(
    '职务职级',
    '现任职务',
    text(({ form }) => form.currentPost),
  ),
  row(
    '职务职级',
    '任现职',
    since(({ currentPostSince }) => currentPostSince, yearsInPost),
  ),
  row('职务职级', '兼任', posts),
  row(
    '职务职级',
    '职务层次',
    text(({ postLevel }) => postLevel),
  ),
  row(
    '职务职级',
    '任现层次',
    since(({ postLevelSince }) => postLevelSince, yearsAtLevel),
  ),
  row(
    '职务职级',
    '职级',
    text(({ rank }) => rank),
  ),
  row(
    '职务职级',
    '任现职级',
    since(({ rankSince }) => rankSince, yearsAtRank),
  ),
  row('职务职级', '到龄年月', retirement, '按渐进式延迟退休的办法推算，以组织认定为准'),
  row('履历', '乡镇街道和村（社区）', grassroots, '按履历中写有乡、镇、街道、村、社区的经历估算，不含学习；以档案为准'),
  row('学历学位', '全日制', ({ cadre: { form } }) =>
    line(joined(form.fullTimeEducation, form.fullTimeDegree), form.fullTimeSchool),
  ),
  row('学历学位', '在职', ({ cadre: { form } }) =>
    line(joined(form.inServiceEducation, form.inServiceDegree), form.inServiceSchool),
  ),
  row(
    '学历学位',
    '专业技术职务',
    text(({ form }) => form.technicalTitle),
  ),
]
const after: readonly RowSpec[] = [
  row('奖惩', '奖励', rewards),
  row('奖惩', '处分、处理', ({ cadre }) =>
    cadre.punishments
      .toSorted(byDate)
      .flatMap(({ name, kind, on, revokedOn }) => line(name || kind, `${month(on)}${revokedOn ? '，已撤销' : ''}`)),
  ),
  row('奖惩', '现有限制', ({ entries }) =>
    entries.flatMap(({ notice, basis }) => (notice ? line(notice.title, notice.words, basis) : [])),
  ),
]

/** As many years of assessments as are looked at. */
const YEARS_BACK = 5

function assessments(people: readonly Compared[], on: PartialDate): RowSpec[] {
  const year = Number(on.slice(0, 4))
  const known = people.map(({ cadre }) => {
    const rows = cadre.assessments.length > 0 ? cadre.assessments : parseAssessments(cadre.form.assessments).rows
    return { cadre, grades: new Map(rows.map(each => [each.year, each.grade])) }
  })
  return Array.from({ length: YEARS_BACK }, (_, back) => year - 1 - back).map(each =>
    row('年度考核', `${each}年`, ({ cadre }) =>
      line(known.find(person => person.cadre === cadre)?.grades.get(each) ?? ''),
    ),
  )
}

const wordsOf = (lines: readonly ComparedLine[]): string =>
  lines.map(({ text: said, quiet }) => `${said} ${quiet}`).join('\n')

/** Facts of several people side by side, fact by fact. What nobody's file tells is left out; nothing is added up or ranked. */
export function comparedRows(people: readonly Compared[], on: PartialDate): ComparedRow[] {
  return [...before, ...assessments(people, on), ...after].flatMap(({ lines, group, title, hint = '' }) => {
    const cells = people.map(person => lines(person, on))
    if (cells.every(cell => cell.length === 0)) return []
    const [first, ...others] = cells.map(wordsOf)
    return [{ group, title, hint, cells, differs: others.some(words => words !== first) }]
  })
}
