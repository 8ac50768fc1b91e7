import { PDFDocument } from '@cantoo/pdf-lib'
import type { Press } from '../../src/main/ipc/press'
import { layAlbum } from '../../src/shared/albums/album-layout.rules'
import { albumSheet } from '../../src/shared/albums/album-sheet'
import { layoutForm } from '../../src/shared/cadres/form/form-layout.rules'
import { songti } from '../../src/shared/cadres/form/text-fit.rules'
import { layDocument } from '../../src/shared/documents/document-layout.rules'
import { inParts, type Laid, type PageRange, type Paper, type PrintOrder } from '../../src/shared/papers/paper-protocol'
import { type Sheet, sheetSides, uprightA4 } from '../../src/shared/papers/sheet-size'
import { planTable } from '../../src/shared/papers/table-plan.rules'
import { AppError } from '../../src/shared/result'

const documentMeasures = { fangsong: songti, mark: songti, title: songti, body: songti }
const faceMeasures = { ...documentMeasures, kaiti: songti }
const PT_PER_MM = 72 / 25.4

function layOut(paper: Paper): Laid {
  if (paper.kind === 'table') {
    const { pages, rowsBy } = planTable(paper, { body: songti, head: songti })
    return { pages: pages.length, rowsBy }
  }
  if (paper.kind === 'document')
    return { pages: layDocument(paper.body, paper.furniture, documentMeasures).length, rowsBy: [] }
  if (paper.kind === 'album') {
    const { pages, pictures } = layAlbum(paper.content, paper.furniture, faceMeasures)
    return { pages: pages.length, rowsBy: [], pictures }
  }
  if (paper.kind === 'certificates') return { pages: paper.test ? 1 : paper.rows.length, rowsBy: [] }
  const pages = paper.sheets.reduce((sum, sheet) => sum + layoutForm(sheet, paper.furniture).pages.length, 0)
  return { pages, rowsBy: [] }
}

/** On what a paper is printed. */
function sheetOf(paper: Paper | undefined): Sheet {
  if (paper?.kind === 'table') return paper.sheet
  if (paper?.kind === 'album') return albumSheet(paper.content.facts)
  return paper?.kind === 'certificates' ? paper.template.sheet : uprightA4
}

/**
 * A press without Electron: it lays papers out by the same rules and makes PDFs of as many empty pages. What was laid and
 * printed is kept for the test to look at.
 */
export function createTestPress() {
  const laid: Paper[] = []
  const printed: { paper: Paper; pages: PageRange; order: PrintOrder }[] = []
  const shown: string[] = []
  let open = 0
  let failing = false
  let hear: ((act: 'laid' | 'printed') => void) | undefined
  const insistWorking = (): void => {
    if (failing) throw new AppError('internal', '排版窗口没有完成，请再试一次')
  }
  const press: Press = {
    async open() {
      open += 1
      let stands: PageRange = { from: 0, to: 0 }
      let closed = false
      return {
        async lay(paper) {
          laid.push(paper)
          const found = layOut(paper)
          stands = { from: 0, to: inParts(paper) ? 0 : found.pages }
          hear?.('laid')
          return found
        },
        async show(pages, pictures = {}) {
          stands = pages
          shown.push(...Object.keys(pictures))
        },
        async pdf() {
          insistWorking()
          const made = await PDFDocument.create()
          const paper = laid.at(-1)
          const { width, height } = sheetSides(sheetOf(paper))
          for (let page = stands.from; page < stands.to; page += 1)
            made.addPage([width * PT_PER_MM, height * PT_PER_MM])
          return made.save()
        },
        async print(order) {
          insistWorking()
          const paper = laid.at(-1)
          if (paper) printed.push({ paper, pages: stands, order })
          hear?.('printed')
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
    /** Keys of the pictures that pages were shown with. */
    shown,
    /** From now on nothing is printed and no PDF is made. */
    fail(): void {
      failing = true
    },
    /** Tells each time a paper was laid out or printed. */
    on(listener: typeof hear): void {
      hear = listener
    },
    /** Windows that are still there. */
    get open() {
      return open
    },
  }
}
