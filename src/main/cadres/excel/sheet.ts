import { failed, type Parsed, parsed } from '../../../shared/cadres/imported'
import {
  type CellNote,
  type CellNoteKind,
  type ImportedTable,
  type Merge,
  tableLimits,
} from '../../../shared/imports/table'
import { withoutForbidden } from '../xml-repair'
import { type NumberFormat, showNumber, showSerial } from './number-format'
import { scanPart } from './parts'

/** What the cells of every sheet refer to. */
export interface CellStock {
  readonly strings: readonly string[]
  /** By the place of a cell's style. */
  readonly formats: readonly NumberFormat[]
  readonly from1904: boolean
}
export interface ReadSheet {
  readonly table: ImportedTable
  /** Lines with something in them that the sheet hides, as a filter does. */
  readonly hiddenLines: number
  /** Whether there is something right of the last column that is read. */
  readonly isWider: boolean
}

const most = { lastLine: 1_048_576, cells: 1_000_000, text: 40_000_000 }

/** _x000D_ and its like are how Excel writes what XML cannot hold. */
export const unescapeExcel = (text: string): string =>
  withoutForbidden(
    text.replaceAll(/_x([\da-fA-F]{4})_/g, (_whole, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    ),
  )

/** A1 as column 0 and line 1. */
export function readReference(text: string): { column: number; line: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text.toUpperCase()) ?? []
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { column: column - 1, line: Number(digits) }
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  inline: string
  formula: string | undefined
}

/** What a cell shows, and what it does not. */
function shown(cell: OpenCell, stock: CellStock): { text: string; note: CellNoteKind | undefined } {
  if (cell.formula !== undefined && /DISPIMG/i.test(cell.formula)) return { text: '', note: 'picture' }
  if (cell.type === 'e') return { text: '', note: 'error' }
  const { text, note } = plain(cell, stock)
  if (cell.formula === undefined || note !== undefined) return { text, note }
  return { text, note: text === '' ? 'formula-empty' : 'formula' }
}

function plain({ type, value, inline, style }: OpenCell, stock: CellStock): ReturnType<typeof shown> {
  const words = (text: string): ReturnType<typeof shown> => ({ text: unescapeExcel(text), note: undefined })
  if (type === 's') return { text: stock.strings[Number(value)] ?? '', note: undefined }
  if (type === 'inlineStr') return words(inline)
  if (type === 'str') return words(value)
  if (type === 'd') return words((value.split('T')[0] ?? '').replaceAll('-', '.'))
  if (type === 'b') return words(value === '1' ? '是' : '否')
  const number = value.trim() === '' ? Number.NaN : Number(value)
  if (!Number.isFinite(number)) return words(value)
  const format = stock.formats[style] ?? { kind: 'number', decimals: undefined }
  if (format.kind === 'date') return words(showSerial(number, format.precision, stock.from1904) ?? value)
  const text = showNumber(number, format.kind === 'number' ? format.decimals : undefined)
  if (/^-?\d{16}/.test(text)) return { text, note: 'lost-digits' }
  return { text, note: /^\d{4}\.1$/.test(text) ? 'lost-zero' : undefined }
}

/** Gathers the cells of one sheet that show something; what is only formatted costs nothing. */
class Gathering {
  readonly lines = new Map<number, string[]>()
  readonly notes: CellNote[] = []
  readonly merges: Merge[] = []
  hiddenLines = 0
  isWider = false
  /** Set when there is more than a table of people can hold. */
  isFull = false
  private line = 0
  private nextColumn = 0
  private isHidden = false
  private cells = 0
  private length = 0
  cell: OpenCell | undefined

  constructor(private readonly stock: CellStock) {}

  openLine({ r, hidden }: Readonly<Record<string, string>>): void {
    const named = Number(r)
    this.line = Number.isInteger(named) && named > 0 && named <= most.lastLine ? named : this.line + 1
    this.nextColumn = 0
    this.isHidden = hidden === '1' || hidden === 'true'
  }

  openCell({ r, t = '', s = '0' }: Readonly<Record<string, string>>): void {
    const place = r === undefined ? undefined : readReference(r)
    if (place) this.line = place.line
    const column = place?.column ?? this.nextColumn
    this.nextColumn = column + 1
    this.cell = { column, type: t, style: Number(s), value: '', inline: '', formula: undefined }
  }

  closeCell(): void {
    const { cell } = this
    this.cell = undefined
    if (!cell || (cell.value === '' && cell.inline === '' && cell.formula === undefined)) return
    const { text, note } = shown(cell, this.stock)
    if (text.trim() === '' && note === undefined) return
    if (cell.column >= tableLimits.columns) {
      this.isWider = true
      return
    }
    this.keep(cell.column, text, note)
  }

  private keep(column: number, whole: string, note: CellNoteKind | undefined): void {
    const text = whole.slice(0, tableLimits.cell)
    this.cells += 1
    this.length += text.length
    let cells = this.lines.get(this.line)
    if (!cells) {
      cells = []
      this.lines.set(this.line, cells)
      if (this.isHidden) this.hiddenLines += 1
    }
    while (cells.length < column) cells.push('')
    cells[column] = text
    if (note !== undefined && this.notes.length < tableLimits.notes)
      this.notes.push({ line: this.line, column, kind: note })
    this.isFull ||= this.lines.size > tableLimits.lines || this.cells > most.cells || this.length > most.text
  }

  addMerge(reference: string): void {
    const [from, to] = reference.split(':').map(readReference)
    if (!from || !to || this.merges.length >= tableLimits.merges) return
    if (from.line > to.line || from.column > to.column || from.column >= tableLimits.columns) return
    this.merges.push({ top: from.line, left: from.column, bottom: to.line, right: to.column })
  }
}

/** Stops the scan of a sheet that holds more than it may. */
class TooMuch extends Error {}

/** Reads one sheet as a person sees it. Formulas are never computed: what the file keeps as their result is taken and noted. */
export function readSheet(name: string, text: string, stock: CellStock): Parsed<ReadSheet> {
  const sheet = new Gathering(stock)
  const path: string[] = []
  const tooLarge = failed(
    'too-large',
    `工作表“${name.slice(0, 40)}”超过 ${Math.floor(tableLimits.lines / 1000) * 1000} 行，或者内容太多。请分成几个文件后再导入。`,
  )
  try {
    const scanned = scanPart(text, {
      open: (tag, attributes) => {
        path.push(tag)
        if (tag === 'row') sheet.openLine(attributes)
        else if (tag === 'c') sheet.openCell(attributes)
        else if (tag === 'f' && sheet.cell) sheet.cell.formula = ''
        else if (tag === 'mergeCell') sheet.addMerge(attributes['ref'] ?? '')
      },
      text: piece => {
        const { cell } = sheet
        const tag = path.at(-1)
        if (!cell) return
        if (tag === 'v') cell.value += piece
        else if (tag === 'f') cell.formula = (cell.formula ?? '') + piece
        else if (tag === 't' && !path.includes('rPh')) cell.inline += piece
      },
      close: tag => {
        path.pop()
        if (tag !== 'c') return
        sheet.closeCell()
        if (sheet.isFull) throw new TooMuch()
      },
    })
    if (!scanned.ok) return scanned
  } catch (error) {
    if (error instanceof TooMuch) return tooLarge
    throw error
  }
  const lines = [...sheet.lines].toSorted(([a], [b]) => a - b).map(([line, cells]) => ({ line, cells }))
  return parsed({
    table: { sheet: name.slice(0, 80), lines, merges: sheet.merges, notes: sheet.notes },
    hiddenLines: sheet.hiddenLines,
    isWider: sheet.isWider,
  })
}
