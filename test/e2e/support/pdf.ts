import { readFileSync } from 'node:fs'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

const MM_PER_PT = 25.4 / 72

/** A stretch of text as the PDF has it: millimetres from the upper left corner, the box of its characters. */
export interface PdfText extends PdfBox {
  readonly text: string
  /** Points. */
  readonly size: number
}
export interface PdfBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
/** A straight line that is drawn, from the smaller end to the larger. */
export interface PdfLine extends PdfBox {
  /** Points. */
  readonly weight: number
}
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly texts: readonly PdfText[]
  readonly lines: readonly PdfLine[]
  readonly pictures: readonly PdfBox[]
}

type Matrix = readonly [number, number, number, number, number, number]
const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]

/** The part of pdf.js that is used. */
interface SourcePage {
  readonly view: readonly number[]
  getOperatorList(): Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }>
  getTextContent(options: object): Promise<{ readonly items: readonly object[] }>
}
interface Operators {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly setGState: number
  readonly setLineWidth: number
  readonly constructPath: number
  readonly stroke: number
  readonly paintImageXObject: number
}

/** Every ascender and descender of a Chinese typeface stays within its em: a little less above the baseline than the em. */
const ABOVE = 0.88
const BELOW = 0.12

async function textsOf(page: SourcePage, toPage: (x: number, y: number) => [number, number]): Promise<PdfText[]> {
  // As the file has it: what only looks the same is not taken for the same.
  const { items } = await page.getTextContent({ disableNormalization: true, disableCombineTextItems: true })
  return (items as { str?: string; width: number; transform: number[] }[]).flatMap(({ str = '', width, transform }) => {
    if (str.trim() === '') return []
    const [, , , size = 0, x = 0, y = 0] = transform
    const [left, baseline] = toPage(x, y)
    const em = size * MM_PER_PT
    return [
      {
        text: str,
        size,
        left,
        // A blank at the end reaches to the next text; no character is wider than its em.
        right: left + Math.min(width * MM_PER_PT, [...str.trimEnd()].length * em),
        top: baseline - ABOVE * em,
        bottom: baseline + BELOW * em,
      },
    ]
  })
}

async function drawnOn(page: SourcePage, ops: Operators, toPage: (x: number, y: number) => [number, number]) {
  const { fnArray, argsArray } = await page.getOperatorList()
  const lines: PdfLine[] = []
  const pictures: PdfBox[] = []
  let now = { matrix: [1, 0, 0, 1, 0, 0] as Matrix, width: 1 }
  const kept: (typeof now)[] = []
  const at = (x: number, y: number): [number, number] => {
    const [, , , , e, f] = times(now.matrix, [1, 0, 0, 1, x, y])
    return toPage(e, f)
  }
  const boxOf = (corners: readonly (readonly [number, number])[]): PdfBox => {
    const xs = corners.map(([x]) => x)
    const ys = corners.map(([, y]) => y)
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
  }
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] as unknown[]
    if (operator === ops.save) kept.push(now)
    else if (operator === ops.restore) now = kept.pop() ?? now
    else if (operator === ops.transform) now = { ...now, matrix: times(now.matrix, args as unknown as Matrix) }
    else if (operator === ops.setLineWidth) now = { ...now, width: args[0] as number }
    else if (operator === ops.setGState) {
      const width = (args[0] as [string, unknown][]).find(([name]) => name === 'LW')?.[1]
      if (typeof width === 'number') now = { ...now, width }
    } else if (operator === ops.constructPath && args[0] === ops.stroke) {
      // Move to, line to: six numbers.
      const path = Object.values((args[1] as [Record<string, number>])[0])
      if (path.length !== 6) continue
      const [, x1 = 0, y1 = 0, , x2 = 0, y2 = 0] = path
      const weight = now.width * Math.hypot(now.matrix[0], now.matrix[1])
      lines.push({ ...boxOf([at(x1, y1), at(x2, y2)]), weight })
    } else if (operator === ops.paintImageXObject) pictures.push(boxOf([at(0, 0), at(1, 1)]))
  }
  return { lines, pictures }
}

/** What stands on each page of a PDF, measured in the file itself by a reader that did not make it. */
export async function readPdf(path: string): Promise<PdfPage[]> {
  const { OPS } = (await getResolvedPDFJS()) as unknown as { OPS: Operators }
  const source = await getDocumentProxy(new Uint8Array(readFileSync(path)))
  const pages: PdfPage[] = []
  for (let number = 1; number <= source.numPages; number += 1) {
    const page = (await source.getPage(number)) as unknown as SourcePage
    const [, , width = 0, height = 0] = page.view
    const toPage = (x: number, y: number): [number, number] => [x * MM_PER_PT, (height - y) * MM_PER_PT]
    const drawn = await drawnOn(page, OPS, toPage)
    pages.push({ width: width * MM_PER_PT, height: height * MM_PER_PT, texts: await textsOf(page, toPage), ...drawn })
  }
  return pages
}

/** How many fonts a PDF uses, and those whose shapes are not in it. */
export async function fontsOf(path: string): Promise<{ readonly fonts: number; readonly missing: readonly string[] }> {
  const { context } = await PDFDocument.load(readFileSync(path))
  const missing: string[] = []
  let fonts = 0
  const get = (dict: PDFDict, name: string) => context.lookup(dict.get(PDFName.of(name)))
  for (const [, font] of context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || get(font, 'Type')?.toString() !== '/Font') continue
    const kind = get(font, 'Subtype')?.toString()
    // The descendants of a composite font are looked at with it.
    if (kind?.startsWith('/CIDFont')) continue
    fonts += 1
    const descendants = get(font, 'DescendantFonts')
    const described = descendants instanceof PDFArray ? context.lookup(descendants.get(0)) : font
    const descriptor = described instanceof PDFDict ? get(described, 'FontDescriptor') : undefined
    const file =
      descriptor instanceof PDFDict
        ? ['FontFile', 'FontFile2', 'FontFile3'].some(name => get(descriptor, name) instanceof PDFRawStream)
        : false
    if (!file && !(kind === '/Type3' && get(font, 'CharProcs') instanceof PDFDict)) missing.push(String(kind))
  }
  return { fonts, missing }
}
