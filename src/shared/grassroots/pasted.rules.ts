import { Day } from '../dates/add-months'
import { fenOf } from '../money/fen'
import { BurdenFacts, BurdenKind } from './burdens'
import { mayEnterBurden } from './burdens.rules'
import type { BoardUnit } from './facilities'
import { PayFacts, PaySide } from './pay'

/** A line that cannot be taken, by its number in what was pasted, from 1. */
export interface Fault {
  readonly line: number
  readonly words: string
}
export interface Pasted<T> {
  readonly rows: readonly T[]
  readonly faults: readonly Fault[]
}

/** Cells as a spreadsheet copies them: tabs between, quotes around what holds a tab, a line end or a quote. */
export function cellsOf(text: string): string[][] {
  const lines: string[][] = []
  let [cell, line]: [string, string[]] = ['', []]
  let quoted = false
  const endCell = (): void => {
    line.push(cell.trim())
    cell = ''
  }
  const endLine = (): void => {
    endCell()
    lines.push(line)
    line = []
  }
  const plain = text.replaceAll(/\r\n?/g, '\n')
  for (let at = 0; at < plain.length; at += 1) {
    const char = plain[at] ?? ''
    if (quoted) {
      if (char !== '"') cell += char
      else if (plain[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === '\t') endCell()
    else if (char === '\n') endLine()
    else cell += char
  }
  endLine()
  return lines
}

/** The same the other way round: rows of a sheet as the text that one would have pasted. */
export const pastedOf = (rows: readonly (readonly string[])[]): string =>
  rows
    .map(cells => cells.map(cell => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\n')

const plainName = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '')

/** 2026-11-3, 2026.11.03, 2026/11/3, 2026年11月3日. */
export function typedDay(text: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(plainName(text)) ?? []
  if (!year || !month || !day) return undefined
  return Day.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data
}

/** The one unit of a name. @returns words where there is none or more than one */
function unitNamed(units: readonly BoardUnit[], name: string): BoardUnit | string {
  const found = units.filter(unit => plainName(unit.name) === plainName(name))
  const [only] = found
  if (!only) return `没有叫“${name}”的单位`
  return found.length > 1 ? `有 ${found.length} 个单位都叫“${name}”` : only
}

/** A head and what stands above it are passed over: a title, a note. */
const MOST_ABOVE = 6

function readLines<T>(text: string, head: string, read: (cells: readonly string[]) => T | string): Pasted<T> {
  const rows: T[] = []
  const faults: Fault[] = []
  const lines = cellsOf(text)
  const headAt = lines.slice(0, MOST_ABOVE).findIndex(([first = '']) => plainName(first) === head)
  for (const [at, cells] of lines.entries()) {
    if (at <= headAt || cells.every(cell => cell === '')) continue
    const got = read(cells)
    if (typeof got === 'string') faults.push({ line: at + 1, words: got })
    else rows.push(got)
  }
  return { rows, faults }
}

export const burdenHeads = ['类别', '日期', '标题', '发出部门', '发到单位'] as const
/** In place of names: every street and town. */
export const EVERY_TOWN = '全部街镇'

/** 类别, 日期, 标题, 发出部门, 发到单位, line by line. */
export const burdensFrom = (text: string, units: readonly BoardUnit[], today: Day): Pasted<BurdenFacts> =>
  readLines<BurdenFacts>(text, burdenHeads[0], ([kindText = '', dayText = '', title = '', sender = '', names = '']) => {
    const kind = BurdenKind.safeParse(plainName(kindText))
    if (!kind.success) return `类别要写${BurdenKind.options.join('、')}之一`
    const on = typedDay(dayText)
    if (!on) return `日期“${dayText}”看不懂，写作 2026-11-30`
    const verdict = mayEnterBurden({ on }, today)
    if (!verdict.allowed) return verdict.reason
    const unitIds = new Set<BoardUnit['id']>()
    const isEverybody = plainName(names) === EVERY_TOWN
    if (isEverybody) for (const { id, side } of units) if (side === '街镇') unitIds.add(id)
    for (const name of isEverybody ? [] : names.split(/[、，,;；\n]/)) {
      if (name.trim() === '') continue
      const unit = unitNamed(units, name.trim())
      if (typeof unit === 'string') return unit
      unitIds.add(unit.id)
    }
    if (unitIds.size === 0) return '没有写发到哪个单位'
    const facts = BurdenFacts.safeParse({ kind: kind.data, on, title, sender, unitIds: [...unitIds] })
    if (facts.success) return facts.data
    return title === '' ? '没有写标题' : sender === '' ? '没有写发出部门' : '标题或者发出部门太长'
  })

export const payHeads = ['年度', '单位或类别', '层级', '年人均收入（元）', '人数'] as const

/** 年度, 单位或街镇、机关, 层级, 年人均收入, 人数, line by line. */
export const payFrom = (text: string, units: readonly BoardUnit[]): Pasted<PayFacts> =>
  readLines<PayFacts>(text, payHeads[0], ([yearText = '', whose = '', level = '', payText = '', peopleText = '']) => {
    const year = Number(plainName(yearText).replace(/年$/, ''))
    const averageFen = fenOf(payText)
    if (averageFen === null || averageFen === undefined) return `收入“${payText}”看不懂，写作 86000 或 86000.50`
    const people = Number(plainName(peopleText).replace(/人$/, ''))
    const side = PaySide.safeParse(plainName(whose))
    let of: Pick<PayFacts, 'unitId' | 'side'> | undefined = side.success ? { unitId: null, side: side.data } : undefined
    if (!of) {
      const unit = unitNamed(units, whose)
      if (typeof unit === 'string') return unit
      if (unit.side === '其他') return `“${whose}”的单位性质不是镇街也不是机关，先在单位页面写明`
      of = { unitId: unit.id, side: unit.side }
    }
    const facts = PayFacts.safeParse({ year, ...of, level, averageFen, people })
    if (facts.success) return facts.data
    if (!PayFacts.shape.year.safeParse(year).success) return `年度“${yearText}”看不懂`
    return level === ''
      ? '没有写层级'
      : PayFacts.shape.people.safeParse(people).success
        ? '有的地方太长'
        : '人数写一个整数'
  })
