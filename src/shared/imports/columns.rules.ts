import { labelOf } from '../cadres/field-labels'
import { allowed, refused, type Verdict } from '../result'
import { columnNames, notAUnit, noUnit, type RosterTarget, studyKinds, studyParts } from './columns.words'
import type { Sureness } from './sheets'
import type { CellNoteKind, ImportedTable, Merge, TableLine } from './table'

/** Where the names of the columns stand: so many lines of the table from its place `from`, counted from 0. */
export interface HeaderPlace {
  readonly from: number
  readonly depth: number
}
/** What each column becomes; null stays out. */
export type Columns = readonly (RosterTarget | null)[]

/** Whether people can be made of a sheet with these columns. */
export function mayMatch(columns: Columns, people: number): Verdict {
  if (!columns.includes('name')) return refused('先选出“姓名”是哪一列')
  const chosen = columns.filter(target => target !== null)
  const twice = chosen.find((target, at) => chosen.indexOf(target) !== at)
  if (twice) return refused(`“${labelOf(twice)}”选了两列，只能留一列`)
  if (chosen.length < 2) return refused('除了姓名，至少再选一列')
  return people === 0 ? refused('表头下面没有人员') : allowed
}

/** Titles, units and dates stand above the header; more lines than this never do. */
const searched = 30
const deepest = 3
/** Honest sheets merge far fewer cells about their header, and fill far fewer below it. */
const most = { headerMerges: 1000, filled: 500_000 }
const longestSignature = 4000

const tight = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '')
const withoutMarks = (text: string): string => text.replaceAll(/[*:、,./·;"'“”‘’_\-—|\\★☆]/g, '')
/** A column's name for comparing: 出生年月（  岁） and *出生年月： are 出生年月. */
export const normalLabel = (label: string): string =>
  withoutMarks(tight(label).replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, ''))

const targetByName = new Map(
  (Object.entries(columnNames) as [RosterTarget, readonly string[]][]).flatMap(([target, names]) =>
    names.map(name => [name, target] as const),
  ),
)

/** What a column of this name is; undefined when nobody can say, such as 学历 alone. */
export function targetOf(label: string): RosterTarget | undefined {
  const names = [normalLabel(label), withoutMarks(tight(label))]
  for (const name of names) {
    const target = namedTarget(name)
    if (target) return target
  }
  return undefined
}

const namedTarget = (name: string): RosterTarget | undefined => targetByName.get(name) ?? studyTarget(name)

function studyTarget(name: string): RosterTarget | undefined {
  for (const [pattern, kind] of studyKinds) {
    if (!pattern.test(name)) continue
    const rest = name.replace(pattern, '').replace(/^(?:毕业)?/, '')
    const part = studyParts.find(([of]) => of.test(rest))?.[1]
    if (part) return `form.${kind}${part}`
  }
  return undefined
}

const widthOf = (table: ImportedTable): number =>
  table.lines.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)

/** The text that a person sees over a cell: that of the merge that covers it, or its own. */
function coveringText(table: ImportedTable, byLine: ReadonlyMap<number, TableLine>) {
  const last = table.lines[searched + deepest]?.line ?? Number.MAX_SAFE_INTEGER
  const covers = table.merges.filter(({ top }) => top <= last).slice(0, most.headerMerges)
  return (line: number, column: number): string => {
    const own = byLine.get(line)?.cells[column] ?? ''
    if (own !== '') return own
    const merge = covers.find(
      ({ top, left, bottom, right }) => line >= top && line <= bottom && column >= left && column <= right,
    )
    return merge ? (byLine.get(merge.top)?.cells[merge.left] ?? '') : ''
  }
}

/** Names of the columns under headers of several lines: 全日制教育 over 学历 is 全日制教育学历. */
export function labelsAt(table: ImportedTable, { from, depth }: HeaderPlace): string[] {
  const first = table.lines[from]?.line
  if (first === undefined) return []
  const textAt = coveringText(table, new Map(table.lines.map(each => [each.line, each])))
  const width = widthOf(table)
  let group = ''
  return Array.from({ length: width }, (_each, column) => {
    const parts = Array.from({ length: depth }, (_part, down) => textAt(first + down, column).trim())
    const [top = '', ...below] = parts
    // Where the name of a group is not merged, it stands over its first column alone.
    if (top !== '') group = studyKinds.some(([pattern]) => pattern.test(normalLabel(top))) ? top : ''
    const whole = top === '' && below.some(part => part !== '') ? [group, ...below] : parts
    return whole
      .filter((part, at) => part !== '' && part !== whole[at - 1])
      .join('')
      .replaceAll(/\s+/g, ' ')
  })
}

/** The same sheet of the next month has the same names in the same order: by them its columns are remembered. */
export function signatureOf(labels: readonly string[]): string {
  const names = labels.map(normalLabel)
  while (names.at(-1) === '') names.pop()
  return names.join('|').slice(0, longestSignature)
}

/** Every place where a header could stand, those that speak most like one first. */
export function headersIn(table: ImportedTable): HeaderPlace[] {
  const places: (HeaderPlace & { score: number })[] = []
  for (let from = 0; from < Math.min(searched, table.lines.length); from++) {
    for (let depth = 1; depth <= deepest && from + depth <= table.lines.length; depth++) {
      const targets = new Set(labelsAt(table, { from, depth }).map(targetOf))
      targets.delete(undefined)
      if (targets.size > 0) places.push({ from, depth, score: targets.size + (targets.has('name') ? 1 : 0) })
    }
  }
  return places
    .toSorted((a, b) => b.score - a.score || a.depth - b.depth || a.from - b.from)
    .map(({ from, depth }) => ({ from, depth }))
}

/** The header, when the table has one: 姓名 and something else that is known. */
export function findHeader(table: ImportedTable): HeaderPlace | undefined {
  const [best] = headersIn(table)
  if (!best) return undefined
  const targets = new Set(labelsAt(table, best).map(targetOf))
  targets.delete(undefined)
  return targets.has('name') && targets.size > 1 ? best : undefined
}

/** 级别 is a step of pay or the level of a post: what stands in the column says which. */
const levelWords = /[正副].{0,3}级|[科处股厅局][级长员]?$|调研员|主任科员/

export interface Proposed {
  readonly target: RosterTarget | null
  readonly sureness: Sureness | null
}

/** What each column is likely to be, and why. A field is proposed once, for the first column of its name. */
export function proposals(table: ImportedTable, header: HeaderPlace): Proposed[] {
  const used = new Set<RosterTarget>()
  const samples = table.lines.slice(header.from + header.depth, header.from + header.depth + 50)
  return labelsAt(table, header).map((label, column) => {
    const texts = samples.map(({ cells }) => cells[column]?.trim() ?? '').filter(text => text !== '')
    const isByContent = normalLabel(label) === '级别'
    const byContent = texts.some(text => levelWords.test(text)) ? 'postLevel' : 'wageGrade'
    const target = isByContent ? byContent : targetOf(label)
    if (!target || used.has(target)) return { target: null, sureness: null }
    used.add(target)
    const isSame = namedTarget(withoutMarks(tight(label))) === target
    return { target, sureness: isByContent ? 'content' : isSame ? 'same' : 'alike' }
  })
}

export const proposeColumns = (table: ImportedTable, header: HeaderPlace): (RosterTarget | null)[] =>
  proposals(table, header).map(({ target }) => target)

export interface PersonCell {
  readonly text: string
  readonly note: CellNoteKind | undefined
}
/** One person of a table. */
export interface PersonLine {
  readonly line: number
  readonly cells: ReadonlyMap<RosterTarget, PersonCell>
  /** The unit's heading that the person stands under; empty without one. */
  readonly unit: string
}
export interface PersonLines {
  readonly people: readonly PersonLine[]
  /** Lines with something in them but no name. */
  readonly nameless: readonly number[]
}

/** 一、县委办公室（12人） is 县委办公室. */
export const unitHeading = (text: string): string =>
  tight(text)
    .replace(/^(?:第?[一二三四五六七八九十百零]+[、.]|\([一二三四五六七八九十百零\d]+\)|\d+[、.])/, '')
    .replace(/\((?:共)?\d+(?:人|名)\)$|[:：]?(?:共)?\d+(?:人|名)$/, '')
    .replace(/^单位(?:名称)?:/, '')

/** The text of a line that holds one text alone, and whether it is laid over several columns. */
function loneText(
  { line, cells }: TableLine,
  wide: ReadonlyMap<number, Merge>,
): { text: string; column: number } | undefined {
  const filled = cells.flatMap((text, column) => (text.trim() === '' ? [] : [{ text: text.trim(), column }]))
  const [first] = filled
  if (!first || filled.some(({ text }) => text !== first.text)) return undefined
  const merge = wide.get(line)
  return { text: first.text, column: merge && merge.left <= first.column ? -1 : first.column }
}

const joined = (a: string, b: string): string =>
  b === '' || a.split('\n').includes(b) ? a : a === '' ? b : `${a}\n${b}`

/**
 * The people of a table under its header. A unit is named by its column, or by a line of its own above its people; lines that
 * one name is merged over are one person; sums, notes and repeated headers are left out.
 */
export function personLines(table: ImportedTable, header: HeaderPlace, columns: Columns): PersonLines {
  const nameColumn = columns.indexOf('name')
  const [people, nameless]: [PersonLine[], number[]] = [[], []]
  const body = table.lines.slice(header.from + header.depth)
  const top = body[0]?.line
  if (nameColumn === -1 || top === undefined) return { people, nameless }
  const nameLabel = normalLabel(labelsAt(table, header)[nameColumn] ?? '')
  const inBody = table.merges.filter(merge => merge.bottom >= top)
  const wide = new Map(inBody.filter(({ left, right }) => right - left > 1).map(merge => [merge.top, merge]))
  const tall = inBody.filter(({ left, right, top: first, bottom }) => left === right && bottom > first)
  /** The line of the name that covers this one. */
  const nameAbove = new Map<number, number>()
  const filledDown = new Map<string, string>()
  let filled = 0
  const texts = new Map(body.map(({ line, cells }) => [line, cells]))
  for (const { top: first, bottom, left } of tall) {
    const text = texts.get(first)?.[left]?.trim() ?? ''
    for (let line = first + 1; line <= bottom && filled < most.filled; line++) {
      filled += 1
      if (left === nameColumn) nameAbove.set(line, first)
      else if (text !== '') filledDown.set(`${line}:${left}`, text)
    }
  }
  const notes = new Map(table.notes.map(({ line, column, kind }) => [`${line}:${column}`, kind]))
  const byLine = new Map<number, Map<RosterTarget, PersonCell>>()
  let unit = ''
  for (const each of body) {
    const { line, cells } = each
    const name = cells[nameColumn]?.trim() ?? ''
    const above = byLine.get(nameAbove.get(line) ?? -1)
    const lone = above ? undefined : loneText(each, wide)
    if (lone && (lone.column !== nameColumn || [...lone.text].length > 4)) {
      if (noUnit.test(tight(lone.text))) unit = ''
      else if (!notAUnit.test(tight(lone.text))) unit = unitHeading(lone.text)
      continue
    }
    if (normalLabel(name) === nameLabel || notAUnit.test(tight(name))) continue
    const own = above ?? new Map<RosterTarget, PersonCell>()
    for (const [column, target] of columns.entries()) {
      if (target === null) continue
      const place = `${line}:${column}`
      const text = (cells[column] ?? '').trim() || (filledDown.get(place) ?? '')
      const note = notes.get(place)
      const before = own.get(target)
      if (text === '' && note === undefined) continue
      own.set(target, { text: joined(before?.text ?? '', text), note: before?.note ?? note })
    }
    if (above) continue
    if (name === '') {
      if (own.size > 1) nameless.push(line)
      continue
    }
    byLine.set(line, own)
    people.push({ line, cells: own, unit })
  }
  return { people, nameless }
}
