import '../environment'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { layAlbum } from '../../shared/albums/album-layout.rules'
import { FORM_TITLE, layoutForm } from '../../shared/cadres/form/form-layout.rules'
import { layCertificate, layTestPage } from '../../shared/certificates/certificate-layout.rules'
import { layDocument } from '../../shared/documents/document-layout.rules'
import type { Laid, PageRange, Paper, PaperBridge, Pictures } from '../../shared/papers/paper-protocol'
import { inParts } from '../../shared/papers/paper-protocol'
import { type Sheet, sheetSides, uprightA4 } from '../../shared/papers/sheet-size'
import { tablePage } from '../../shared/papers/table-page.rules'
import { planTable } from '../../shared/papers/table-plan.rules'
import { addressOf } from '../ui/photoAddress'
import { documentMeasures, faceMeasures, measureOf, readyToSet, wordsOf } from './fonts'
import { PaperPages } from './PaperPages'
import './window.css'

declare global {
  interface Window {
    readonly paper: PaperBridge
  }
}

/** A paper that was laid out, and how a part of it is drawn. */
interface Standing {
  readonly laid: Laid
  readonly sheet: Sheet
  readonly draw: (pages: PageRange, pictures: Pictures) => ReactNode
}

const place = document.getElementById('root')
const root = place ? createRoot(place) : undefined
/** The size of the printer's pages. */
const pageRule = new CSSStyleSheet()
document.adoptedStyleSheets = [pageRule]
let turn = 0
let standing: Standing | undefined

function layForms({ sheets, furniture }: Extract<Paper, { kind: 'form' }>): Standing {
  const measure = measureOf('body')
  const forms = sheets.map(sheet => ({
    pages: layoutForm(sheet, furniture, measure).pages,
    photo: sheet.photo ? addressOf(sheet.photo) : undefined,
  }))
  return {
    laid: { pages: forms.reduce((sum, { pages }) => sum + pages.length, 0), rowsBy: [] },
    sheet: uprightA4,
    draw: () => forms.map((form, index) => <PaperPages key={`${turn}-${index}`} name={FORM_TITLE} {...form} />),
  }
}

function layTable(paper: Extract<Paper, { kind: 'table' }>): Standing {
  const measures = { body: measureOf('body'), head: measureOf('mark') }
  const plan = planTable(paper, measures)
  return {
    laid: { pages: plan.pages.length, rowsBy: plan.rowsBy },
    sheet: paper.sheet,
    draw({ from, to }) {
      const places = Array.from({ length: to - from }, (_, index) => from + index)
      const pages = places.map(index => tablePage(paper, plan, index, measures))
      return <PaperPages key={turn} name={paper.title} sheet={paper.sheet} pages={pages} />
    },
  }
}

function layDocuments({ body, furniture }: Extract<Paper, { kind: 'document' }>): Standing {
  const pages = layDocument(body, furniture, documentMeasures())
  return {
    laid: { pages: pages.length, rowsBy: [] },
    sheet: uprightA4,
    draw: ({ from, to }) => <PaperPages key={turn} name={body.title} pages={pages.slice(from, to)} />,
  }
}

function layCertificates(paper: Extract<Paper, { kind: 'certificates' }>): Standing {
  const { template, rows, blank, offset, furniture } = paper
  const measures = faceMeasures()
  const look = { blank, offset, mark: furniture.mark }
  const pages = paper.test
    ? [layTestPage(template, offset, measures)]
    : rows.map(row => layCertificate(template, row, look, measures).page)
  return {
    laid: { pages: pages.length, rowsBy: [] },
    sheet: template.sheet,
    draw: ({ from, to }) => <PaperPages key={turn} name="证书" sheet={template.sheet} pages={pages.slice(from, to)} />,
  }
}

function layAlbumPaper({ content, furniture }: Extract<Paper, { kind: 'album' }>): Standing {
  const { pages, pictures, sheet } = layAlbum(content, furniture, faceMeasures())
  return {
    laid: { pages: pages.length, rowsBy: [], pictures },
    sheet,
    draw({ from, to }, shown) {
      const addresses = new Map(Object.entries(shown).map(([key, photo]) => [key, addressOf(photo)]))
      const slice = pages.slice(from, to)
      const address = (key: string): string | undefined => addresses.get(key)
      return <PaperPages key={turn} name={content.facts.title} sheet={sheet} pages={slice} photo={address} />
    },
  }
}

function layAny(paper: Paper): Standing {
  if (paper.kind === 'form') return layForms(paper)
  if (paper.kind === 'album') return layAlbumPaper(paper)
  if (paper.kind === 'certificates') return layCertificates(paper)
  return paper.kind === 'table' ? layTable(paper) : layDocuments(paper)
}

/** Resolves when a picture is there or will never be. Nothing asks for it decoded: that would stay in memory, and a PDF takes it as it is. */
async function arrived(image: HTMLImageElement): Promise<unknown> {
  if (image.complete) return undefined
  return new Promise(resolve => {
    image.addEventListener('load', resolve, { once: true })
    image.addEventListener('error', resolve, { once: true })
  })
}

/** Draws pages and waits until everything in them stands. */
async function show({ sheet, draw }: Standing, pages: PageRange, pictures: Pictures): Promise<void> {
  const { width, height } = sheetSides(sheet)
  pageRule.replaceSync(`@page { size: ${width}mm ${height}mm; margin: 0 }`)
  turn += 1
  // Keys of their own for each turn: nothing of the paper before is kept.
  flushSync(() => root?.render(draw(pages, pictures)))
  await document.fonts.ready
  await Promise.all([...document.images].map(arrived))
}

async function lay(paper: Paper): Promise<Laid> {
  standing = undefined
  await readyToSet(`${wordsOf(paper)}0123456789第页，共—年月日未定稿`)
  standing = layAny(paper)
  // What may have hundreds of pages the core lets stand a part at a time.
  if (!inParts(paper)) await show(standing, { from: 0, to: standing.laid.pages }, {})
  return standing.laid
}

type Told = { readonly paper: Paper } | { readonly show: PageRange; readonly pictures: Pictures }
async function answerTo(message: Told): Promise<Laid> {
  if ('paper' in message) return lay(message.paper)
  if (!standing) throw new Error('nothing was laid out')
  flushSync(() => root?.render(null))
  window.paper.forget()
  await show(standing, message.show, message.pictures)
  return standing.laid
}

window.paper.onPaper(message => {
  const { id } = message
  answerTo(message).then(
    laid => window.paper.answer({ id, ...laid }),
    () => window.paper.answer({ id, failed: true }),
  )
})
