import { PDFDocument } from '@cantoo/pdf-lib'
import type { Press } from '../../src/main/ipc/press'
import { layoutForm } from '../../src/shared/cadres/form/form-layout.rules'
import type { Paper, PrintOrder } from '../../src/shared/papers/paper-protocol'
import { AppError } from '../../src/shared/result'

const A4 = [595.28, 841.89] as const

/**
 * A press without Electron: it lays papers out by the same rules and makes PDFs of as many empty pages. What was laid and
 * printed is kept for the test to look at.
 */
export function createTestPress() {
  const laid: Paper[] = []
  const printed: { paper: Paper; order: PrintOrder }[] = []
  let open = 0
  let failing = false
  const insistWorking = (): void => {
    if (failing) throw new AppError('internal', '排版窗口没有完成，请再试一次')
  }
  const press: Press = {
    async open() {
      open += 1
      let pages = 0
      let closed = false
      return {
        async lay(paper) {
          laid.push(paper)
          pages = paper.sheets.reduce((sum, sheet) => sum + layoutForm(sheet, paper.furniture).pages.length, 0)
          return pages
        },
        async pdf() {
          insistWorking()
          const made = await PDFDocument.create()
          for (let page = 0; page < pages; page += 1) made.addPage([...A4])
          return made.save()
        },
        async print(order) {
          insistWorking()
          const paper = laid.at(-1)
          if (paper) printed.push({ paper, order })
        },
        close() {
          if (!closed) open -= 1
          closed = true
        },
      }
    },
  }
  return {
    press,
    laid,
    printed,
    /** From now on nothing is printed and no PDF is made. */
    fail(): void {
      failing = true
    },
    /** Windows that are still there. */
    get open() {
      return open
    },
  }
}
