import { MM_PER_PT } from '../cadres/form/form-geometry'
import { sheetSides } from './sheet-size'
import type { TablePaper } from './table-paper'
import { cellLines, cellPad, headLines, type TableMeasures, tableWidths } from './table-widths'

/** Blank millimetres around a table. Mark and foot stand in them. */
export const tableMargins = { side: 14, top: 14, bottom: 15 } as const
/** What stands above the table of the first page. */
export const titleSize = { pt: 20, height: 12 } as const
export const notesSize = { pt: 9, gap: 1.5 } as const

const LEAST_ROW = 7
/** A row that is divided has at least so many lines on either page. */
const LEAST_PART = 2
export const lineOf = (pt: number): number => pt * 1.25

/** One row across a page. */
export type Strip =
  | { readonly kind: 'group'; readonly text: string; readonly height: number }
  | {
      readonly kind: 'row'
      readonly group: number
      readonly row: number
      /** The lines of its cells that stand here; all but for a row that is longer than a page. */
      readonly from: number
      readonly to: number
      readonly height: number
    }

/** How a table lies on its pages: which rows stand where. The lines themselves are made when a page is drawn. */
export interface TablePlan {
  readonly pt: number
  readonly widths: readonly number[]
  readonly headHeight: number
  /** Where the first page's table begins. */
  readonly firstTop: number
  readonly notes: readonly string[]
  readonly pages: readonly (readonly Strip[])[]
  /** How many rows have ended by the end of each page. */
  readonly rowsBy: readonly number[]
}

/** Words across the head, and what the table has below. */
function headOf(paper: TablePaper, room: number, { body }: TableMeasures) {
  const notes = paper.notes === '' ? [] : cellLines(paper.notes, room + 2 * cellPad.x, notesSize.pt, body)
  const height = notes.length * lineOf(notesSize.pt) * MM_PER_PT + notesSize.gap
  return { notes, firstTop: tableMargins.top + titleSize.height + height }
}

/**
 * Divides a table over pages: the head again on each, a group's heading never alone at the foot and repeated where the
 * group goes on, a row whole unless it is longer than a page.
 */
export function planTable(paper: TablePaper, measures: TableMeasures): TablePlan {
  const { width, height } = sheetSides(paper.sheet)
  const room = width - 2 * tableMargins.side
  const { pt, widths } = tableWidths(paper, room, measures)
  const line = lineOf(pt) * MM_PER_PT
  const heightOf = (lines: number): number => Math.max(LEAST_ROW, lines * line + 2 * cellPad.y)
  const headHeight = heightOf(
    Math.max(...paper.columns.map(({ title }, at) => headLines(title, widths[at] ?? 0, pt, measures.head).length)),
  )
  const { notes, firstTop } = headOf(paper, room, measures)
  const bottom = height - tableMargins.bottom
  const whole = bottom - tableMargins.top - headHeight

  const pages: Strip[][] = [[]]
  const rowsBy = [0]
  let left = bottom - firstTop - headHeight
  let ended = 0
  const turn = (): void => {
    pages.push([])
    rowsBy.push(ended)
    left = whole
  }
  const put = (strip: Strip): void => {
    pages.at(-1)?.push(strip)
    left -= strip.height
  }

  for (const [group, { heading, rows }] of paper.groups.entries()) {
    let begun = false
    /** The page on which the heading stands. */
    let headed = -1
    for (const [row, values] of rows.entries()) {
      const lines = Math.max(
        1,
        ...values.map((value, at) => cellLines(value, widths[at] ?? 0, pt, measures.body).length),
      )
      for (let from = 0; from < lines; ) {
        const above = heading !== '' && headed !== pages.length - 1 ? heightOf(1) : 0
        const rest = heightOf(lines - from)
        const fitting = Math.floor((left - above - 2 * cellPad.y) / line + 1e-6)
        const isFresh = pages.at(-1)?.length === 0
        const isWhole = rest <= left - above + 1e-6
        const mayBeDivided = rest > whole - above && fitting >= LEAST_PART && lines - from - fitting >= LEAST_PART
        if (!isWhole && !isFresh && !mayBeDivided) {
          turn()
          continue
        }
        if (above > 0) {
          put({ kind: 'group', text: begun ? `${heading}（续）` : heading, height: above })
          headed = pages.length - 1
          begun = true
        }
        const to = isWhole ? lines : from + Math.max(1, Math.min(fitting, lines - from))
        put({ kind: 'row', group, row, from, to, height: heightOf(to - from) })
        from = to
        if (from < lines) turn()
      }
      ended += 1
      rowsBy[pages.length - 1] = ended
    }
  }
  return { pt, widths, headHeight, firstTop, notes, pages, rowsBy }
}
