import { MM_PER_PT } from '../cadres/form/form-geometry'
import { breakLine } from '../cadres/form/text-fit.rules'
import type { Block, PlacedLine, Rule } from '../papers/paper-page'
import type { Atom, DocumentMeasures } from './document-layout.rules'
import type { DocumentCell, DocumentPart } from './document-paper'
import { grid, placed } from './document-text.rules'

const PT = 14
const LINE_PT = 21
const PAD = { x: 1.6, y: 1.3 }
const RULE_PT = 0.5
/** A row with more lines is divided: it may go on overleaf. */
const MOST_TOGETHER = 6
/** Lines of a divided row that stay together. */
const PART = 2

type Table = Extract<DocumentPart, { kind: 'table' }>

interface Placed {
  readonly cell: DocumentCell
  readonly x: number
  readonly width: number
  readonly lines: readonly string[]
}

function cellsOf(row: readonly DocumentCell[], widths: readonly number[], measures: DocumentMeasures): Placed[] {
  let at = 0
  let x: number = grid.left
  return row.map(cell => {
    const width = widths.slice(at, at + cell.span).reduce((sum, each) => sum + each, 0)
    const em = (width - 2 * PAD.x) / (PT * MM_PER_PT)
    const measure = cell.label ? measures.mark : measures.fangsong
    const lines = cell.text.split('\n').flatMap(text => breakLine(text, em, measure).map(line => line.trimEnd()))
    const made = { cell, x, width, lines }
    at += cell.span
    x += width
    return made
  })
}

/** A stretch of a row: all of it, or some of the lines of a row that is divided. */
function stripOf(cells: readonly Placed[], from: number, to: number, rows: number): Atom {
  const line = LINE_PT * MM_PER_PT
  const [isFirst, isLast] = [from === 0, to >= rows]
  const pad = { top: isFirst ? PAD.y : 0, bottom: isLast ? PAD.y : 0 }
  const height = (to - from) * line + pad.top + pad.bottom
  return {
    height,
    tied: !isLast && (isFirst || to + PART > rows),
    draw(y) {
      const blocks = cells.map(({ cell, x, width, lines }): Block => {
        const shown = lines.slice(from, to)
        // What is shorter than its row stands in the middle of it, unless the row is divided.
        const drop = isFirst && isLast ? ((to - from - lines.length) * line) / 2 : 0
        const look = {
          pt: PT,
          face: cell.label ? ('mark' as const) : ('fangsong' as const),
          x: x + PAD.x,
          width: width - 2 * PAD.x,
        }
        const placedLines = shown.map(
          (text, index): PlacedLine =>
            placed(
              { text, spacing: 0 },
              y + pad.top + drop + index * line,
              look,
              cell.label ? 'center' : 'left',
              LINE_PT,
            ),
        )
        return { key: '', kind: cell.label ? 'label' : 'value', x, y, width, height, lines: placedLines }
      })
      const right = grid.left + grid.width
      const edges = [grid.left, ...cells.map(({ x, width }) => x + width)]
      const rules: Rule[] = edges.map(x => ({ from: [x, y], to: [x, y + height], weight: RULE_PT }))
      if (isFirst) rules.push({ from: [grid.left, y], to: [right, y], weight: RULE_PT })
      if (isLast) rules.push({ from: [grid.left, y + height], to: [right, y + height], weight: RULE_PT })
      return { blocks: blocks.filter(({ lines }) => lines.length > 0), rules }
    },
  }
}

function rowAtoms(row: readonly DocumentCell[], widths: readonly number[], measures: DocumentMeasures): Atom[] {
  const cells = cellsOf(row, widths, measures)
  const rows = Math.max(1, ...cells.map(({ lines }) => lines.length))
  if (rows <= MOST_TOGETHER) return [stripOf(cells, 0, rows, rows)]
  const atoms: Atom[] = []
  for (let from = 0; from < rows; from += PART) atoms.push(stripOf(cells, from, Math.min(rows, from + PART), rows))
  return atoms
}

/** A table row by row. Its head stands with the first row, and again where a row begins a page. */
export function tableAtoms({ widths: shares, head, rows }: Table, measures: DocumentMeasures): Atom[] {
  const sum = shares.reduce((total, share) => total + share, 0)
  const widths = shares.map(share => (share / sum) * grid.width)
  const atoms = rows.flatMap(row => rowAtoms(row, widths, measures))
  if (head.length === 0) return atoms
  const cells = cellsOf(head, widths, measures)
  const lines = Math.max(1, ...cells.map(each => each.lines.length))
  const above: Atom = { ...stripOf(cells, 0, lines, lines), tied: true }
  return [above, ...atoms.map(atom => ({ ...atom, head: above }))]
}
