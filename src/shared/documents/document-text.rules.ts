import { MM_PER_PT } from '../cadres/form/form-geometry'
import { breakLine, type Measure } from '../cadres/form/text-fit.rules'
import type { Face, PlacedLine } from '../papers/paper-page'

/** 版心 of an upright A4 sheet in millimetres and its grid. Source: GB/T 9704—2012 (22 lines of 28 characters, 3 号). */
export const grid = { left: 28, top: 37, width: 156, height: 225, lines: 22, characters: 28, pt: 16 } as const
/** Millimetres from one line to the next. */
export const LINE = grid.height / grid.lines
export const linePt = LINE / MM_PER_PT

/** How many characters a paragraph begins further in. */
export const INDENT = 2
const BLANK = '　'
/** As wide as a blank; blanks at its end are nothing to a line that is broken. */
const STAND_IN = '国'
/** A line that would have to be drawn out further than this stands as it is: a long word stood at its end. */
const MOST_SPREAD_EM = 0.2

export interface TextLook {
  readonly pt: number
  readonly face: Face
  readonly measure: Measure
  /** From where to how far, in millimetres. */
  readonly x: number
  readonly width: number
  /** Characters of this size that the width takes at the least; they are pushed together for it. */
  readonly characters: number
  /** How a paragraph is divided; as it fills the lines where nothing is said. */
  readonly divide?: typeof breakLine
}

export interface TextLine {
  readonly text: string
  /** What is added between two characters, in millimetres; below zero where the grid is narrower than the type. */
  readonly spacing: number
}

/**
 * Lines of one paragraph, drawn out to the width but for the last one.
 * @param blanks so many characters of the first line are left free
 */
export function justified(
  text: string,
  { pt, measure, width, characters, divide = breakLine }: TextLook,
  blanks = 0,
): TextLine[] {
  const em = pt * MM_PER_PT
  const room = Math.max(width / em, characters)
  const tight = Math.min(0, (width - characters * em) / Math.max(1, characters - 1))
  const broken = divide(STAND_IN.repeat(blanks) + text, room, measure)
  const lines = broken.map((line, index) =>
    (index === 0 ? BLANK.repeat(blanks) + line.slice(blanks) : line).replace(/ +$/, ''),
  )
  return lines.map((line, index) => {
    const gaps = [...line].length - 1
    const spread = gaps > 0 ? (width - measure(line) * em) / gaps : 0
    const isLast = index === lines.length - 1
    // What is as wide as the room is drawn to its edge also where the paragraph ends.
    const full = !isLast || measure(line) * em > width
    return { text: line, spacing: full && spread <= MOST_SPREAD_EM * em ? spread : tight }
  })
}

/** A paragraph with its indent and, in 黑体, what stands before it. */
export function paragraphLines(
  lead: string,
  text: string,
  look: TextLook,
): { readonly lines: readonly TextLine[]; readonly lead: string } {
  // The lead is drawn over blanks that are as wide as it is: one line has one typeface.
  const lines = justified(text, look, INDENT + [...lead].length)
  return { lines, lead: lead === '' ? '' : BLANK.repeat(INDENT) + lead }
}

/** A line where the layout puts it. */
export const placed = (
  { text, spacing }: TextLine,
  y: number,
  { pt, face, x, width }: Pick<TextLook, 'pt' | 'face' | 'x' | 'width'>,
  align: PlacedLine['align'] = 'left',
  height: number = linePt,
): PlacedLine => ({ text, x, y, width, align, pt, linePt: height, face, spacing })

/** A title in lines of about the same length, the longest in the middle: no word of a short title is divided by chance. */
export function titleLines(title: string, most: number): string[] {
  const characters = [...title]
  const count = Math.ceil(characters.length / most)
  const each = Math.ceil(characters.length / count)
  return Array.from({ length: count }, (_, index) => characters.slice(index * each, (index + 1) * each).join(''))
}
