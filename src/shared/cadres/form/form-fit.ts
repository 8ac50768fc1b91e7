import type { Cell, FormTable } from './form-cells'
import { MM_PER_PT } from './form-geometry'
import { resumeLines } from './resume-lines'
import {
  cellLadder,
  type Fitted,
  fitText,
  longLadder,
  type Measure,
  plainLines,
  type Room,
  type Step,
} from './text-fit.rules'

/** Labels are 14 pt where they have room. */
const labelLadder: readonly Step[] = [14, 13, 12, 11, 10, 9, 8].map(pt => ({ pt, linePt: pt * 1.06 }))
/** Two columns of characters side by side take smaller ones. */
const pairLadder: readonly Step[] = labelLadder.filter(({ pt }) => pt <= 12)
/** A short text rather shrinks to this than takes a second line. */
const LEAST_ON_ONE_LINE = 10.5
/** These may go on elsewhere, and have room enough for lines that are not packed. */
const longTexts = new Set(['resume', 'rewards', 'assessments', 'reason'])
export const mayGoOn = ({ key }: Cell): boolean => longTexts.has(key)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Millimetres of a cell on its page. */
export function frameOf(table: FormTable, cell: Pick<Cell, 'row' | 'column' | 'rows' | 'columns'>) {
  return {
    x: table.x + sum(table.columns.slice(0, cell.column)),
    y: table.y + sum(table.rows.slice(0, cell.row)),
    width: sum(table.columns.slice(cell.column, cell.column + cell.columns)),
    height: sum(table.rows.slice(cell.row, cell.row + cell.rows)),
  }
}

/** What the padding leaves of a cell for its text. */
function roomOf(table: FormTable, cell: Cell): Room {
  const { width, height } = frameOf(table, cell)
  const { left, right, top, bottom } = cell.padding
  return { width: width - (left + right) * MM_PER_PT, height: height - (top + bottom) * MM_PER_PT }
}

/** A cell's text at the size at which it fits. */
export function fitCell(table: FormTable, cell: Cell, measure: Measure): Fitted {
  const room = roomOf(table, cell)
  if (cell.stacks) {
    const longest = Math.max(...cell.stacks.map(stack => [...stack].length))
    return fitText(
      Array.from({ length: longest }, () => '口').join('\n'),
      room,
      measure,
      cell.stacks.length > 1 ? pairLadder : labelLadder,
    )
  }
  if (cell.setting === 'short' && cell.kind === 'value' && !cell.text.includes('\n')) {
    for (const each of cellLadder) {
      if (each.pt < LEAST_ON_ONE_LINE) break
      const found = fitText(cell.text, room, measure, [each])
      if (found.lines.length === 1 && found.rest.length === 0) return found
    }
  }
  const ladder = cell.ladder ?? (mayGoOn(cell) ? longLadder : cell.kind === 'value' ? cellLadder : labelLadder)
  return fitText(cell.text, room, measure, ladder, cell.setting === 'resume' ? resumeLines : plainLines)
}
