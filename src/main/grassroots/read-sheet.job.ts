import { firstSheet } from '../imports/first-sheet'
import type { CoreHandlers } from '../ipc/contexts'

/** What is shown to be taken over is read by a person: no more lines than that, and no wider. */
const most = { lines: 2001, columns: 12, cell: 400 }

/** The first sheet of a workbook as texts. */
export const readSheet: CoreHandlers['grassroots']['readSheet'] = async (context, { token }) => {
  const { sheet, rows } = await firstSheet(context, token, most)
  return { sheet, rows: rows.map(({ cells }) => cells) }
}
