import { MM_PER_PT } from './form-geometry'

/** Width of a text in em of the font that it is set in. */
export type Measure = (text: string) => number

/** 宋体: half an em for Latin letters, digits and their marks, one em for everything else; what only marks a character has none. */
export const songti: Measure = text => {
  let width = 0
  for (const character of text) {
    if (/[\u0020-\u007E\uFF61-\uFF9F]/.test(character)) width += 0.5
    else if (!/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) width += 1
  }
  return width
}

/** What may not begin a line, and what may not end one. Source: GB/T 15834, what typesetting programs do. */
const closing = /^[，。、；：？！）》〉】〕」』”’…—·％‰℃,.;:?!)\]}%]/u
const opening = /[（《〈【〔「『“‘([{]$/u
const latin = /[!-~]/

interface Unit {
  text: string
  /** With the blanks at its end, and without. */
  whole: number
  width: number
}

/** The parts of a paragraph that a line end cannot divide: characters with their marks, words of Latin letters. */
function unitsOf(paragraph: string, measure: Measure): Unit[] {
  const units: Unit[] = []
  let last = ''
  for (const character of paragraph) {
    const unit = units.at(-1)
    const joins =
      unit !== undefined &&
      (character === ' ' ||
        /[\p{Mn}\p{Me}\p{Cf}]/u.test(character) ||
        closing.test(character) ||
        opening.test(unit.text) ||
        (latin.test(character) && latin.test(last)))
    if (joins) unit.text += character
    else units.push({ text: character, whole: 0, width: 0 })
    last = character
  }
  for (const unit of units) {
    unit.width = measure(unit.text.trimEnd())
    unit.whole = unit.text.endsWith(' ') ? measure(unit.text) : unit.width
  }
  return units
}

/** A unit that is wider than the line is divided anywhere. */
function pieces(text: string, width: number, measure: Measure): string[] {
  const found: string[] = []
  let piece = ''
  let used = 0
  for (const character of text) {
    const more = measure(character)
    if (piece !== '' && used + more > width) {
      found.push(piece)
      piece = ''
      used = 0
    }
    piece += character
    used += more
  }
  return [...found, piece]
}

/** Lines of one paragraph, each at most `width` em wide but for the blanks at its end, which are kept. */
export function breakLine(paragraph: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const unit of unitsOf(paragraph, measure)) {
    if (line !== '' && used + unit.width > width) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += unit.text
    used += unit.whole
    if (unit.width > width) {
      const parts = pieces(line, width, measure)
      line = parts.pop() ?? ''
      used = measure(line)
      lines.push(...parts)
    }
  }
  return [...lines, line]
}

/** A line of fewer parts than this has nothing to give. */
const LEAST_PARTS = 4
/** A part that is wider than this share of the line leaves a hole where it stood. */
const MOST_SHARE = 1 / 3
const marks = /[\s\p{P}]/gu

/**
 * As `breakLine`, but no paragraph ends with one character alone on its line (孤字): the line before gives its last one to it.
 * The number of lines stays the same.
 */
export function breakWithCompany(paragraph: string, width: number, measure: Measure): string[] {
  const lines = breakLine(paragraph, width, measure)
  const [before, last] = lines.slice(-2)
  if (before === undefined || last === undefined || [...last.replace(marks, '')].length !== 1) return lines
  const parts = unitsOf(before, measure)
  const given = parts.at(-1)
  if (!given || parts.length < LEAST_PARTS || given.width > width * MOST_SHARE) return lines
  if (measure((given.text + last).trimEnd()) > width) return lines
  return [...lines.slice(0, -2), before.slice(0, -given.text.length), given.text + last]
}

/** A line as it is set: where it begins, and for a dated line of the résumé its two months in front. */
export interface SetLine {
  readonly text: string
  /** In em of the text's size. */
  readonly indent: number
  readonly lead?: string
  /** Where the line only begins because the one before it was full: the blanks that stood between them. */
  readonly after?: string
}

/** Lines of one paragraph that begin at one place. */
export const setParagraph = (paragraph: string, width: number, measure: Measure, indent = 0): SetLine[] => {
  const lines = breakLine(paragraph, width, measure)
  return lines.map((line, index) => {
    const before = lines[index - 1]
    const text = line.trimEnd()
    return before === undefined ? { text, indent } : { text, indent, after: before.slice(before.trimEnd().length) }
  })
}

/** How a text is divided into lines at a width in em. */
export type Setter = (text: string, width: number, measure: Measure) => SetLine[]

export const plainLines: Setter = (text, width, measure) =>
  text.split('\n').flatMap(paragraph => setParagraph(paragraph, width, measure))

/** The text again that lines were made from. */
export const joinLines = (lines: readonly SetLine[]): string =>
  lines
    .map(({ text, lead, indent, after }, index) => {
      if (after !== undefined && index > 0) return after + text
      const words = lead === undefined ? `${indent > 0 ? ' '.repeat(18) : ''}${text}` : `${lead.padEnd(16)}  ${text}`
      return index === 0 ? words : `\n${words}`
    })
    .join('')

/** A size with the height of its lines, both in points. */
export interface Step {
  readonly pt: number
  readonly linePt: number
}
const step = (pt: number, spacing: number): Step => ({ pt, linePt: Math.round(pt * spacing * 100) / 100 })

/**
 * Sizes that a text steps down through until it fits. 14 pt with room between the lines first, then without it (23 lines
 * of 30 characters in the official cell), then the sizes of the
 * official shrink ladder (14 to 9.5), and below them what keeps sixty lines of a résumé on its page.
 * Source: formats 3; the steps under 9.5 are this program's own.
 */
export const longLadder: readonly Step[] = [
  step(14, 1.3),
  step(14, 1.2),
  step(14, 1.09),
  ...[13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6].map(pt => step(pt, 1.1)),
  step(5.5, 1.05),
  step(5, 1.05),
]
/** A short cell is never continued elsewhere: it shrinks as far as a printer can still draw. */
export const cellLadder: readonly Step[] = [
  ...[14, 13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5].map(pt => step(pt, 1.12)),
  step(4.5, 1.05),
  step(4, 1.05),
  step(3.5, 1),
]

export interface Room {
  /** Millimetres that text may take. */
  readonly width: number
  readonly height: number
}

export interface Fitted extends Step {
  readonly lines: readonly SetLine[]
  /** What is left of a text that does not fit even at the last step; elsewhere to be continued. */
  readonly rest: readonly SetLine[]
}

/** How many lines of a step a height takes. A hair's breadth is forgiven: heights are sums of fractions. */
const roomFor = (height: number, linePt: number): number => Math.floor(height / (linePt * MM_PER_PT) + 1e-6)

/** The first step of the ladder at which the text fits its room. Nothing is ever cut: what is over stands in `rest`. */
export function fitText(
  text: string,
  room: Room,
  measure: Measure,
  ladder: readonly Step[] = cellLadder,
  setter: Setter = plainLines,
): Fitted {
  let last: Fitted = { pt: 0, linePt: 0, lines: [], rest: [] }
  for (const each of ladder) {
    const lines = setter(text, room.width / (each.pt * MM_PER_PT), measure)
    const most = roomFor(room.height, each.linePt)
    last = { ...each, lines: lines.slice(0, most), rest: lines.slice(most) }
    if (last.rest.length === 0) break
  }
  return last
}
