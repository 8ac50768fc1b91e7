import { RESUME_INDENT } from './form-geometry'
import { type Measure, type SetLine, type Setter, setParagraph } from './text-fit.rules'

const datedLine = /^(\d{4}(?:\.\d{2})?--(?:\d{4}(?:\.\d{2})?)?)\s*(.*)$/
/** From here on an indented line belongs to the entry above it. Source: formats 1.5. */
const hanging = /^[\s\u3000]{4,}/

/** A paragraph of the résumé: two months and a text beside them, a text that hangs below, or one from edge to edge. */
export interface ResumeParagraph {
  readonly lead: string
  readonly text: string
  readonly hangs: boolean
}

/** The lines of a 简历 as the form sets them. Source: formats 1.5. */
export function resumeParagraphs(text: string): ResumeParagraph[] {
  return text.split(/\r?\n/).map(line => {
    const [, lead, words = ''] = datedLine.exec(line.trim()) ?? []
    // A dated line that is indented is a sub-experience: its months are words.
    if (lead !== undefined && !hanging.test(line)) return { lead, text: words, hangs: true }
    return { lead: '', text: line.trim(), hangs: hanging.test(line) }
  })
}

/** Eighteen half-width columns for the two months, the text hanging beside them. */
export const resumeLines: Setter = (text, width, measure): SetLine[] =>
  resumeParagraphs(text).flatMap(({ lead, text: words, hangs }) => {
    const indent = hangs ? indentIn(measure) : 0
    const [first, ...others] = setParagraph(words, Math.max(2, width - indent), measure, indent)
    return first ? [lead === '' ? first : { ...first, lead }, ...others] : []
  })

/** In a font with wide figures the months need more than their nine em. */
const indentIn = (measure: Measure): number => Math.max(RESUME_INDENT, measure('2000.00--2000.00') + 0.5)
