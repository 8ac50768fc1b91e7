/** The longest text that a cell holds. Source: ECMA-376, the limit of Excel, in UTF-16 units. */
const MOST_UNITS = 32_767
const NOTE_UNITS = 40

/** What a cell shows, and whether something had to be left out of it. */
export interface CellText {
  readonly text: string
  readonly cut: boolean
}

/**
 * A text as a cell holds it, the same to whoever reads it. Source: security design T6.
 *
 * Nothing is put in front of = + - @ and their like: every cell is a string cell of the number format Text, which no
 * spreadsheet reads as a formula, neither when the file is opened nor when somebody edits the cell. So the text that is
 * read back is the text that was stored, but for what nobody can read: line ends are one LF, control characters but TAB
 * are gone, halves of characters and the two non-characters that XML forbids become U+FFFD. A text beyond the limit of a
 * cell is cut, and says so.
 */
export function cellText(stored: string): CellText {
  const text = stored
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cc}]/gu, character => (character === '\t' || character === '\n' ? character : ''))
    .replaceAll(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
  if (text.length <= MOST_UNITS) return { text, cut: false }
  const head = text.slice(0, MOST_UNITS - NOTE_UNITS).replace(/[\uD800-\uDBFF]$/, '')
  return { text: `${head}……（后面还有 ${text.length - head.length} 字，一格放不下）`, cut: true }
}

/** `_x000D_` is how the format writes a character by its number: text that looks like that is written so that it stays text. */
export const escapedForXml = (text: string): string => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
