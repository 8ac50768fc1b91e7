import { type Measure, songti } from '../../shared/cadres/form/text-fit.rules'
import type { FaceMeasures } from '../../shared/certificates/certificate-layout.rules'
import type { DocumentMeasures } from '../../shared/documents/document-layout.rules'
import { familyChain, type Substitution, substitutions, type TypefaceName } from '../../shared/papers/typefaces'

const SIZE = 100

function context(): CanvasRenderingContext2D | null {
  const found = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  // Characters stand side by side on a form as they do in a table: nothing is pulled together.
  if (found) Object.assign(found, { fontKerning: 'none', textRendering: 'optimizeSpeed' })
  return found
}

let drawing: CanvasRenderingContext2D | null | undefined
function canvas(): CanvasRenderingContext2D | null {
  if (drawing === undefined) drawing = context()
  return drawing
}

/**
 * Whether this computer has a family. A missing one takes the width of whatever is named after it; one that is there
 * keeps its own. `document.fonts.check` answers yes for families that it does not know.
 */
function hasFamily(family: string): boolean {
  const paper = canvas()
  if (!paper) return false
  const widthIn = (fallback: string): number => {
    paper.font = `${SIZE}px "${family}", ${fallback}`
    return paper.measureText('Wjil10mM.,').width
  }
  return widthIn('monospace') === widthIn('serif') && widthIn('serif') === widthIn('sans-serif')
}

/** What this computer lacks of these typefaces. */
export const missingTypefaces = (names: readonly TypefaceName[]): Substitution[] => substitutions(names, hasFamily)

/** The widths of a typeface as this computer sets it, one character at a time, as the sheets are set. */
export function measureOf(name: TypefaceName): Measure {
  const paper = canvas()
  if (!paper) return songti
  const widths = new Map<string, number>()
  const font = `${SIZE}px ${familyChain(name)}`
  return text => {
    let sum = 0
    for (const character of text) {
      let width = widths.get(character)
      if (width === undefined) {
        paper.font = font
        width = paper.measureText(character).width / SIZE
        widths.set(character, width)
      }
      sum += width
    }
    return sum
  }
}

/** The widths that a 公文 paper is laid out with. */
export const documentMeasures = (): DocumentMeasures => ({
  fangsong: measureOf('fangsong'),
  mark: measureOf('mark'),
  title: measureOf('title'),
  body: measureOf('body'),
})

/** The widths of every typeface that a paper may ask for. */
export const faceMeasures = (): FaceMeasures => ({ ...documentMeasures(), kaiti: measureOf('kaiti') })

/** Waits until the application's own fonts have what these words need of them. Fonts of the system are always there. */
export async function readyToSet(words: string): Promise<void> {
  const { fonts } = document as { fonts?: FontFaceSet }
  if (!fonts) return
  const characters = [...new Set(words)].join('')
  const names: TypefaceName[] = ['body', 'title', 'mark', 'fangsong', 'kaiti']
  const bundled = ['Noto Serif SC Variable', 'Noto Sans SC Variable']
  if (missingTypefaces(names).length > 0) {
    await import('../ui/fonts')
    await Promise.all(bundled.map(family => fonts.load(`20px "${family}"`, characters)))
  }
  await fonts.ready
}

/** A character that no font may ever have: what is drawn for it is drawn for every character without a shape. */
const NOBODYS = '\u{10FFFE}'
const BOX = 24

function shapeOf(character: string): string {
  const paper = canvas()
  if (!paper) return character
  const { canvas: sheet } = paper
  if (sheet.width !== BOX || sheet.height !== BOX) Object.assign(sheet, { width: BOX, height: BOX })
  paper.clearRect(0, 0, BOX, BOX)
  paper.font = `${BOX - 6}px ${familyChain('body')}`
  paper.textBaseline = 'top'
  paper.fillText(character, 2, 2)
  return paper.getImageData(0, 0, BOX, BOX).data.join('')
}

/** Characters that no font of this computer can draw. Common ones are not looked at. */
export function missingShapes(words: string): string[] {
  const rare = [...new Set(words)].filter(character =>
    /[^\p{ASCII}\u00A0-\u33FF\u4E00-\u9FA5\uF900-\uFFEF]/u.test(character),
  )
  if (rare.length === 0) return []
  const nothing = shapeOf(NOBODYS)
  return rare.filter(character => shapeOf(character) === nothing)
}

/** Every word of something to be set. */
export function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return ''
  return Object.values(value).map(wordsOf).join('')
}
