import type { Block, PlacedLine, Rule } from '../../papers/paper-page'
import type { Cell, FormTable } from './form-cells'
import { fitCell, frameOf, mayGoOn } from './form-fit'
import { FRAME_PT, MM_PER_PT, RULE_PT } from './form-geometry'
import type { Fitted, Measure, SetLine } from './text-fit.rules'

type Frame = ReturnType<typeof frameOf>

/** Millimetres left blank above and below the characters of a tall label, together. */
const STACK_MARGIN = 2.4

/** Characters one below the other, spread over the cell as the blank has them. */
function stackedLines(stacks: readonly string[], { x, y, width, height }: Frame, { pt, linePt }: Fitted): PlacedLine[] {
  const em = pt * MM_PER_PT
  const line = linePt * MM_PER_PT
  const gap = stacks.length > 1 ? em * 0.25 : 0
  const left = x + (width - stacks.length * em - (stacks.length - 1) * gap) / 2
  return stacks.flatMap((stack, column) => {
    const characters = [...stack]
    const pitch = Math.min((height - STACK_MARGIN) / characters.length, line * (characters.length < 3 ? 2.4 : 1.4))
    const top = y + (height - pitch * characters.length) / 2
    return characters.map((text, index) => ({
      text,
      x: left + column * (em + gap),
      y: top + index * pitch + (pitch - line) / 2,
      width: em,
      align: 'center' as const,
      pt,
      linePt,
      face: 'body' as const,
    }))
  })
}

/** Short texts stand in the middle, and turn to the left when they need a second line. Source: A4.config, MultiTextAlign. */
function alignOf({ setting, text }: Cell, lines: number): PlacedLine['align'] {
  const wrapped = lines > text.split('\n').length
  if (setting === 'middle') return 'center'
  if (setting === 'short' && !wrapped) return 'center'
  return setting === 'signed' && !wrapped ? 'right' : 'left'
}

/** Where the first line of a cell begins. */
function topOf(cell: Cell, frame: Frame, text: number): number {
  const { top, bottom } = cell.padding
  if (cell.setting === 'resume') return frame.y + top * MM_PER_PT
  if (cell.setting === 'signed') return frame.y + frame.height - bottom * MM_PER_PT - text
  return frame.y + (frame.height + (top - bottom) * MM_PER_PT - text) / 2
}

function placeLines(cell: Cell, frame: Frame, fitted: Fitted): PlacedLine[] {
  if (cell.stacks) return stackedLines(cell.stacks, frame, fitted)
  const { pt, linePt, lines } = fitted
  const line = linePt * MM_PER_PT
  const x = frame.x + cell.padding.left * MM_PER_PT
  const width = frame.width - (cell.padding.left + cell.padding.right) * MM_PER_PT
  const first = topOf(cell, frame, lines.length * line)
  const align = alignOf(cell, lines.length)
  return lines.flatMap((each: SetLine, index): PlacedLine[] => {
    const indent = each.indent * pt * MM_PER_PT
    const place = { y: first + index * line, pt, linePt, face: 'body' as const }
    const words = { ...place, text: each.text, x: x + indent, width: width - indent, align }
    return each.lead === undefined ? [words] : [{ ...place, text: each.lead, x, width: indent, align: 'left' }, words]
  })
}

type Stretch = readonly [at: number, from: number, to: number]

/** Stretches on one line that touch become one. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const found: [number, number, number][] = []
  for (const [at, from, to] of stretches.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = found.at(-1)
    if (last && Math.abs(last[0] - at) < 0.01 && from <= last[2] + 0.01) last[2] = Math.max(last[2], to)
    else found.push([at, from, to])
  }
  return found
}

/** Every rule of a table once: thin ones inside, and the frame around. */
function rulesOf(table: FormTable): Rule[] {
  const frame = frameOf(table, { row: 0, column: 0, rows: table.rows.length, columns: table.columns.length })
  const [left, top, right, bottom] = [frame.x, frame.y, frame.x + frame.width, frame.y + frame.height]
  const across: Stretch[] = []
  const down: Stretch[] = []
  for (const cell of table.cells) {
    const { x, y, width } = frameOf(table, cell)
    const { height } = frameOf(table, cell)
    if (y > top + 0.01 && cell.joined !== true) across.push([y, x, x + width])
    if (x > left + 0.01) down.push([x, y, y + height])
  }
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const
  return [
    ...merged(across).map(([y, from, to]): Rule => ({ from: [from, y], to: [to, y], weight: RULE_PT })),
    ...merged(down).map(([x, from, to]): Rule => ({ from: [x, from], to: [x, to], weight: RULE_PT })),
    ...corners.map((from, index): Rule => ({ from, to: corners[(index + 1) % 4] ?? from, weight: FRAME_PT })),
  ]
}

export interface PlacedTable {
  readonly blocks: readonly Block[]
  readonly rules: readonly Rule[]
  /** What did not fit, by the key of its cell. */
  readonly rests: ReadonlyMap<string, readonly SetLine[]>
  /** Sizes in points, by the key of the cell. */
  readonly sizes: ReadonlyMap<string, number>
}

export function placeTable(table: FormTable, measure: Measure): PlacedTable {
  const rests = new Map<string, readonly SetLine[]>()
  const sizes = new Map<string, number>()
  const blocks = table.cells.map((cell): Block => {
    const fitted = fitCell(table, cell, measure)
    const frame = frameOf(table, cell)
    if (fitted.rest.length > 0 && mayGoOn(cell)) rests.set(cell.key, fitted.rest)
    sizes.set(cell.key, fitted.pt)
    const lines = placeLines(cell, frame, fitted).filter(({ text }) => text.trim() !== '')
    return { key: cell.key, kind: cell.kind, ...frame, lines }
  })
  return { blocks, rules: rulesOf(table), rests, sizes }
}
