import { type PartialDate, parsePartialDate, showDate } from '../dates/partial-date'
import type { ResumeEntry } from './cadres'

/** A line that could not be read as an entry. It is kept as an entry without dates. */
export interface ResumeProblem {
  /** From 1, as counted in the text. */
  readonly line: number
  readonly text: string
}
export interface ParsedResume {
  readonly entries: ResumeEntry[]
  readonly problems: readonly ResumeProblem[]
}

/** Half-width columns before the text of an entry: two months, the dashes and two spaces. */
const prefixColumns = 18
/** From here on a dated line belongs to the entry above it: it is what follows （其间：. */
const continuationColumns = 8
/** Blanks that stand for the missing end of an entry that lasts. Fewer are a slip before the end. */
const openEndBlanks = 7

// A month is never followed by another digit: otherwise 1990-1994 would be the month 19.
const dateForm = String.raw`(\d{4}[.\-/年] ?\d{1,2}(?!\d)(?:[.\-/月] ?\d{1,2}(?!\d)日?|月)?|\d{8}(?!\d)|\d{6}(?!\d)|\d{4}(?!\d)年?)`
const dashForm = String.raw`(?:-{1,6}|~{1,2}|至|到)`
const datedLine = new RegExp(`^${dateForm} *${dashForm}( *)(.*)$`)
const lineWithEndAlone = new RegExp(`^ *${dashForm} *${dateForm} *(.*)$`)
const endThenText = new RegExp(`^${dateForm} *(.*)$`)
const lasting = /^(?:至今|迄今|现在|今(?= |$)) *(.*)$/
const subExperience = /^[([]?(?:其间|其中|期间)/

/** One half-width form of every dot, dash, digit and blank, the length unchanged so that places in the text still agree. */
const halfWidth = (line: string): string =>
  line
    .replaceAll(/[\uFF01-\uFF5E]/g, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\s\u3000]/g, ' ')
    .replaceAll(/[—–−─━‐‑‒―]/g, '-')
    .replaceAll(/[～〜∼]/g, '~')
    .replaceAll(/[·。](?=\d)/g, '.')

/** Half-width columns that a line is indented by. */
function indentOf(line: string): number {
  let columns = 0
  for (const character of line) {
    if (character === '\u3000') columns += 2
    else if (character === '\t') columns += 8
    else if (/\s/.test(character)) columns += 1
    else break
  }
  return columns
}

const entryOf = (from: PartialDate | null, to: PartialDate | null, text: string): ResumeEntry => ({
  from,
  to,
  text: text.trim(),
  level: '',
})

/** @returns undefined when the line bears no dates or bears dates that do not exist */
function readDatedLine(line: string): ResumeEntry | undefined {
  const written = line.trim()
  const plain = halfWidth(written)
  const textAfter = (rest: string): string => written.slice(written.length - rest.length)
  const [matched, start, blanks = '', rest = ''] = datedLine.exec(plain) ?? []
  if (matched === undefined || start === undefined) {
    const [, end, text = ''] = lineWithEndAlone.exec(plain) ?? []
    const to = end === undefined ? undefined : parsePartialDate(end)
    return to && entryOf(null, to, textAfter(text))
  }
  const from = parsePartialDate(start)
  if (!from) return undefined
  if (blanks.length >= openEndBlanks) return entryOf(from, null, textAfter(rest))
  const still = lasting.exec(rest)
  if (still) return entryOf(from, null, textAfter(still[1] ?? ''))
  const [, end, text = ''] = endThenText.exec(rest) ?? []
  if (end === undefined) return entryOf(from, null, textAfter(rest))
  const to = parsePartialDate(end)
  return to && entryOf(from, to, textAfter(text))
}

/**
 * Reads the rows out of a 简历. The text itself stays what counts; nothing here is written back by itself.
 * A sub-experience stays a line of its entry; a line broken for want of room is joined again; what stands apart after a
 * blank line (posts in congresses and committees) becomes entries without dates.
 * Source: formats of the official editor and what other programs write (one dash, 至, full-width blanks, 201207--201606 …).
 */
export function parseResume(text: string): ParsedResume {
  const entries: ResumeEntry[] = []
  const problems: ResumeProblem[] = []
  let base: number | undefined
  let afterBlank = true
  for (const [index, raw] of text.split(/\r\n|[\n\r\v\f\u2028\u2029]/).entries()) {
    const line = raw.trim()
    if (line === '') {
      afterBlank = true
      continue
    }
    const last = entries.at(-1)
    const indent = indentOf(raw)
    const dated = readDatedLine(raw)
    const below = last !== undefined && indent - (base ?? 0) >= continuationColumns
    if (dated && !below) {
      base ??= indent
      entries.push(dated)
    } else if (last && (dated || subExperience.test(halfWidth(line)))) {
      last.text = last.text === '' ? line : `${last.text}\n${line}`
    } else if (last && !looksDated(line) && (below || !(afterBlank || isUndated(last)))) {
      last.text += line
    } else {
      entries.push(entryOf(null, null, line))
      if (looksDated(line) || base === undefined) problems.push({ line: index + 1, text: line })
    }
    afterBlank = false
  }
  return { entries, problems }
}

const isUndated = ({ from, to }: ResumeEntry): boolean => from === null && to === null
const looksDated = (line: string): boolean => /^[12]\d{3}/.test(halfWidth(line))

/** The month, or the year alone where no more is known. A day has no place in the form's column. */
const monthOf = (date: PartialDate | null): string => (date ? showDate(date).slice(0, 7) : '').padEnd(7)

/**
 * Writes rows in the form's exact columns: `YYYY.MM--YYYY.MM` and two spaces, seven spaces in place of an end that is not
 * there, sub-experiences below the text; rows without dates at the end, apart.
 */
export function printResume(entries: readonly ResumeEntry[]): string {
  const indent = ' '.repeat(prefixColumns)
  const below = (text: string): string => text.replaceAll('\n', `\n${indent}`)
  const dated = entries.filter(entry => !isUndated(entry))
  const apart = entries.filter(isUndated)
  const lines = dated.map(({ from, to, text }) => `${monthOf(from)}--${monthOf(to)}  ${below(text)}`)
  return [
    ...lines,
    ...(lines.length > 0 && apart.length > 0 ? [''] : []),
    ...apart.map(({ text }) => below(text)),
  ].join('\n')
}
