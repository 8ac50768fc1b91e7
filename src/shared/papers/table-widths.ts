import { MM_PER_PT } from '../cadres/form/form-geometry'
import { type Measure, plainLines } from '../cadres/form/text-fit.rules'
import type { TablePaper, TableValue } from './table-paper'

/** Blank millimetres beside and above the text of a cell. */
export const cellPad = { x: 1, y: 1.1 } as const

/** Widths of the fonts that a table is set in: its rows, and its head. */
export interface TableMeasures {
  readonly body: Measure
  readonly head: Measure
}

/** From what is read easily to what is read at all, in points. */
const sizes = [10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6] as const
/** Below this a table is read with effort: more paper or fewer columns are advised. */
export const READ_WITH_EASE_PT = 8
/** A date or a number is never divided up to this many em. */
const MOST_UNDIVIDED = 12
/** Of a glyph that a printer draws a hair wider than it was measured. */
const HAIR = 0.1

/** The widest stretch without a place to divide it: dates, numbers, Latin words. */
function undivided(paper: TablePaper, column: number, measure: Measure): number {
  const seen = new Set<string>()
  let widest = 0
  for (const { rows } of paper.groups)
    for (const row of rows) {
      for (const [run] of String(row[column] ?? '').matchAll(/[!-~]+/g)) {
        // Digits are all of a width: a shape that was measured is not measured again.
        const shape = run.replaceAll(/\d/g, '0')
        if (seen.has(shape)) continue
        seen.add(shape)
        const width = measure(shape)
        if (width <= MOST_UNDIVIDED) widest = Math.max(widest, width)
      }
    }
  return widest
}

const wanted = (paper: TablePaper, measures: TableMeasures): number[] =>
  paper.columns.map(({ width }, column) => Math.max(width, undivided(paper, column, measures.body)) + HAIR)

/** The longest line of a column, as far as a line of a narrow column may be. */
function longestLine(paper: TablePaper, column: number, measure: Measure): number {
  let longest = 0
  for (const { rows } of paper.groups)
    for (const row of rows)
      for (const line of String(row[column] ?? '').split('\n'))
        if (line.length > longest) longest = Math.max(longest, Math.min(measure(line), MOST_UNDIVIDED))
  return longest
}

/**
 * What is over goes first to narrow columns of which a line would just not fit, such as long names, those that need least
 * before the others; then to the columns with long texts, by their widths, or to all where there is none.
 */
function spread(paper: TablePaper, widths: readonly number[], over: number, pt: number, measure: Measure): number[] {
  const given = [...widths]
  let left = over
  const short = paper.columns
    .map(({ align }, column) => {
      const em = align === 'center' ? longestLine(paper, column, measure) + HAIR : 0
      return { column, more: em * pt * MM_PER_PT + 2 * cellPad.x - (widths[column] ?? 0) }
    })
    .filter(({ more }) => more > 0)
  for (const { column, more } of short.toSorted((a, b) => a.more - b.more)) {
    if (more > left) break
    given[column] = (given[column] ?? 0) + more
    left -= more
  }
  const takes = paper.columns.map(({ align }) => align === 'left')
  const all = !takes.includes(true)
  const sum = given.reduce((total, width, index) => (all || takes[index] ? total + width : total), 0)
  return given.map((width, index) => (all || takes[index] ? width + (left * width) / sum : width))
}

/**
 * The largest size at which every column has the room that it asks for, and the columns' millimetres. Too many columns are
 * narrowed alike: nothing is left out, the rows grow.
 * @param room millimetres of the whole table
 */
export function tableWidths(
  paper: TablePaper,
  room: number,
  measures: TableMeasures,
): { readonly pt: number; readonly widths: readonly number[] } {
  const ems = wanted(paper, measures)
  let found: { pt: number; widths: number[] } = { pt: 0, widths: [] }
  for (const pt of sizes) {
    found = { pt, widths: ems.map(em => em * pt * MM_PER_PT + 2 * cellPad.x) }
    const sum = found.widths.reduce((total, width) => total + width, 0)
    if (sum <= room) return { pt, widths: spread(paper, found.widths, room - sum, pt, measures.body) }
  }
  const sum = found.widths.reduce((total, width) => total + width, 0)
  return { pt: found.pt, widths: found.widths.map(width => (width * room) / sum) }
}

/** A title of the head: where it needs several lines they are of one length, 参加工 over 作时间. */
export function headLines(title: string, width: number, pt: number, measure: Measure): string[] {
  const needed = cellLines(title, width, pt, measure)
  const characters = [...title]
  const each = Math.ceil(characters.length / needed.length)
  return needed.map((_line, index) => characters.slice(index * each, (index + 1) * each).join(''))
}

/** Lines of a cell in a column of so many millimetres. */
export function cellLines(value: TableValue, width: number, pt: number, measure: Measure): string[] {
  const text = value === null ? '' : String(value).trimEnd()
  if (text === '') return []
  const em = (width - 2 * cellPad.x) / (pt * MM_PER_PT)
  if (!text.includes('\n') && measure(text) <= em) return [text]
  return plainLines(text, Math.max(1, em), measure).map(line => line.text)
}
