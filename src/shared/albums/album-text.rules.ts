import { MM_PER_PT } from '../cadres/form/form-geometry'
import { breakWithCompany } from '../cadres/form/text-fit.rules'
import type { FaceMeasures } from '../certificates/certificate-layout.rules'
import { justified, type TextLine } from '../documents/document-text.rules'
import type { Block, Face, PlacedLine, Tone } from '../papers/paper-page'

/** How a text of the album is set. `lead` is the distance of lines in heights of the type. */
export interface AlbumLook {
  readonly face: Face
  readonly lead: number
  readonly tone?: Tone
  readonly align?: PlacedLine['align']
  /** Characters by which a paragraph begins further in. */
  readonly indent?: number
}
export interface AlbumRoom {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface SetText {
  readonly pt: number
  readonly lines: readonly TextLine[]
  readonly fits: boolean
  /** Millimetres from one line to the next. */
  readonly step: number
}

/** Lines of a text in one size, each paragraph drawn out to the width; no line begins with a mark that closes. */
export function setLines(text: string, width: number, pt: number, look: AlbumLook, measures: FaceMeasures): TextLine[] {
  const measure = measures[look.face]
  const measured = { pt, face: look.face, measure, x: 0, width, characters: 0, divide: breakWithCompany }
  return text.split('\n').flatMap(paragraph => justified(paragraph, measured, look.indent ?? 0))
}

/** A text at the first size of a ladder at which it fits; at the last one where it fits in none. */
export function fitText(
  text: string,
  { width, height }: Pick<AlbumRoom, 'width' | 'height'>,
  ladder: readonly number[],
  look: AlbumLook,
  measures: FaceMeasures,
): SetText {
  let last: SetText = { pt: 0, lines: [], fits: false, step: 0 }
  for (const pt of ladder) {
    const step = pt * look.lead * MM_PER_PT
    const lines = setLines(text, width, pt, look, measures)
    last = { pt, lines, step, fits: lines.length * step <= height + 1e-6 }
    if (last.fits) break
  }
  return last
}

/** Lines where they stand, one below the other. */
export function textBlock(
  { pt, lines, step }: Pick<SetText, 'pt' | 'lines' | 'step'>,
  { x, y, width }: Pick<AlbumRoom, 'x' | 'y' | 'width'>,
  look: AlbumLook,
  kind: Block['kind'] = 'value',
): Block {
  const { face, align = 'left', tone = 'black' } = look
  return {
    key: '',
    kind,
    x,
    y,
    width,
    height: lines.length * step,
    lines: lines.map(({ text, spacing }, index) => ({
      text,
      x,
      y: y + index * step,
      width,
      align,
      pt,
      linePt: step / MM_PER_PT,
      face,
      spacing: align === 'left' ? spacing : 0,
      tone,
    })),
  }
}

/** A name from above to below on the plate that stands for a portrait. */
export function plateLines(name: string, { x, y, width, height }: AlbumRoom): PlacedLine[] {
  const characters = [...name]
  for (const pt of [30, 26, 22, 18, 15, 12, 10, 8, 6.5]) {
    const em = pt * MM_PER_PT
    const perColumn = Math.max(1, Math.floor((height - 8) / (em * 1.15)))
    const columns = Math.ceil(characters.length / perColumn)
    const step = em * 1.35
    if (columns * step > width - 4 && pt > 6.5) continue
    // Columns of about the same length.
    const each = Math.ceil(characters.length / columns)
    return Array.from({ length: columns }, (_, index): PlacedLine => {
      const text = characters.slice(index * each, (index + 1) * each).join('')
      const length = [...text].length * em * 1.15
      return {
        text,
        x: x + width / 2 + (columns * step) / 2 - (index + 1) * step,
        y: y + (height - length) / 2,
        width: length + em,
        align: 'left',
        pt,
        linePt: step / MM_PER_PT,
        face: 'title',
        spacing: em * 0.15,
        vertical: true,
        tone: 'vermilion',
      }
    })
  }
  return []
}
