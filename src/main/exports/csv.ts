import type { TableValue } from '../../shared/papers/table-paper'
import { cellText } from './cell-text'

/** What makes a spreadsheet take a field for a formula when it opens the file. Source: security design T6. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u
/** Spreadsheets read UTF-8 as such when this stands in front. */
const BOM = '\uFEFF'

function field(value: TableValue): string {
  if (typeof value === 'number') return String(value)
  const { text } = cellText(value ?? '')
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** Rows as CSV (RFC 4180, UTF-8). A text that a spreadsheet would take for a formula gets an apostrophe in front. */
export const writeCsv = (rows: readonly (readonly TableValue[])[]): string =>
  BOM + rows.map(row => `${row.map(field).join(',')}\r\n`).join('')
