import { type Cell, type CellStyle, type MergeRange, rangeRef, writeXlsx } from 'hucre/xlsx'
import type { SheetSize } from '../../shared/papers/sheet-size'
import type { TablePaper, TableValue } from '../../shared/papers/table-paper'
import { cellText, escapedForXml } from './cell-text'

/** What stands around the table: it belongs to the copy and goes with it. */
export interface TableFurniture {
  /** What the sheet is called. */
  readonly sheetName: string
  /** 制表单位：… 密级：… 编号：… */
  readonly notes: string
  /** The foot of every printed page. */
  readonly foot: string
  readonly sheet: SheetSize
}

const edge = { style: 'thin', color: { rgb: '000000' } } as const
const border = { top: edge, right: edge, bottom: edge, left: edge }
/** Text, so that nobody's spreadsheet ever takes a cell for a formula. */
const asText = '@'
const body = { name: '宋体', size: 10 }

const styles = {
  title: {
    font: { name: '方正小标宋简体', size: 20 },
    alignment: { horizontal: 'center', vertical: 'center' },
    numFmt: asText,
  },
  notes: { font: body, alignment: { horizontal: 'left', vertical: 'center' }, numFmt: asText },
  head: {
    font: { name: '黑体', size: 10 },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    border,
    numFmt: asText,
  },
  group: {
    font: { name: '黑体', size: 10 },
    alignment: { horizontal: 'left', vertical: 'center' },
    border,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F0EB' } },
    numFmt: asText,
  },
  left: {
    font: body,
    alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
    border,
    numFmt: asText,
  },
  center: {
    font: body,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    border,
    numFmt: asText,
  },
  number: { font: body, alignment: { horizontal: 'center', vertical: 'center' }, border, numFmt: '0' },
} satisfies Record<string, CellStyle>

/** A Chinese character is as wide as two digits, which widths are counted in. */
const DIGITS = 2
const MOST_WIDTH = 100
/** Where the table begins: above it the title and the notes. */
const HEAD_ROW = 2
/** In printed heads and feet & begins a code. */
const plainHead = (text: string): string => text.replaceAll('&', '&&').slice(0, 200)

/** A table as a workbook of one sheet: title, notes, one head that is frozen and repeated in print, groups, people. */
export async function writeTableXlsx(
  table: Pick<TablePaper, 'title' | 'columns' | 'groups'>,
  { sheetName, notes, foot, sheet }: TableFurniture,
): Promise<{ bytes: Uint8Array; cut: number }> {
  const last = table.columns.length - 1
  const cells = new Map<string, Cell>()
  const merges: MergeRange[] = []
  let cut = 0
  let row = 0

  const put = (column: number, value: TableValue, style: CellStyle): void => {
    const at = `${row},${column}`
    if (typeof value === 'number' && Number.isFinite(value)) {
      cells.set(at, { type: 'number', value, style: styles.number })
      return
    }
    const { text, cut: shortened } = cellText(value === null ? '' : String(value))
    if (shortened) cut += 1
    const safe = escapedForXml(text)
    // #REF! and its like would become errors, which are no text; a run of text always is.
    if (text.startsWith('#')) cells.set(at, { type: 'richText', value: null, richText: [{ text: safe }], style })
    else cells.set(at, { type: 'string', value: safe === '' ? null : safe, style })
  }
  /** A line across the whole table. */
  const across = (text: string, style: CellStyle): void => {
    for (let column = 0; column <= last; column += 1) put(column, column === 0 ? text : null, style)
    if (last > 0) merges.push({ startRow: row, startCol: 0, endRow: row, endCol: last })
    row += 1
  }

  across(table.title, styles.title)
  across(notes, styles.notes)
  for (const [column, { title }] of table.columns.entries()) put(column, title, styles.head)
  row += 1
  for (const { heading, rows } of table.groups) {
    if (heading !== '') across(heading, styles.group)
    for (const values of rows) {
      for (const [column, value] of values.entries()) put(column, value, styles[table.columns[column]?.align ?? 'left'])
      row += 1
    }
  }
  const bytes = await writeXlsx({
    sheets: [
      {
        name: sheetName,
        rows: [],
        cells,
        merges,
        columns: table.columns.map(({ width }) => ({ width: Math.min(width * DIGITS + 2, MOST_WIDTH) })),
        rowDefs: new Map([
          [0, { height: 36 }],
          [1, { height: 18 }],
          [HEAD_ROW, { height: 30 }],
        ]),
        freezePane: { rows: HEAD_ROW + 1 },
        pageSetup: {
          paperSize: sheet.size === 'A3' ? 'a3' : 'a4',
          orientation: sheet.upright ? 'portrait' : 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 },
          printTitlesRow: `$${HEAD_ROW + 1}:$${HEAD_ROW + 1}`,
          printArea: rangeRef(0, 0, Math.max(row - 1, 0), last).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2'),
          horizontalCentered: true,
        },
        headerFooter: { oddFooter: `&L&8${plainHead(foot)}&R&8第 &P 页，共 &N 页` },
      },
    ],
    defaultFont: body,
    stringMode: 'shared',
  })
  return { bytes, cut }
}
