import { isNothing, NOTHING } from '../../shared/cadres/assessment-text'
import { FamilyMember, FormTexts } from '../../shared/cadres/cadres'
import { ImportedFields } from '../../shared/cadres/imported'
import { parsePartyText, printPartyText } from '../../shared/cadres/party-text'
import { type PartialDate, parsePartialDate } from '../../shared/dates/partial-date'
import type { TextField } from './form-fields'

/** Line ends of every kind become \n; empty lines at the beginning and blanks at the end go. */
export const cleanLines = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
    .replace(/^\uFEFF?(?:[^\S\n]*\n)+/, '')
    .trimEnd()

/** The editor allows no line end here: where one crept in, Chinese closes up and other words keep a blank. */
export const cleanLine = (text: string): string =>
  cleanLines(text)
    .trim()
    .replaceAll(/(?<!\s)\s*\n\s*/g, (_gap, at: number, whole: string) => (/[!-~]/.test(whole[at - 1] ?? '') ? ' ' : ''))

/** 王  芳 is padded for the paper; names in other letters keep their single blanks. */
export const cleanName = (text: string): string =>
  /\p{Script=Han}/u.test(text) ? text.replaceAll(/\s/g, '') : text.trim().replaceAll(/\s+/g, ' ')

const cleanId = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()

/** What is understood is stored in the form's own way, digits first; anything else as written. */
const cleanParty = (text: string): string => {
  const meaning = parsePartyText(text)
  return meaning ? printPartyText(meaning) : cleanLine(text)
}

const cleanNone = (text: string): string => {
  const lines = cleanLines(text)
  return lines !== '' && isNothing(lines) ? NOTHING : lines
}

const cleaners: Readonly<Record<TextField['clean'], (text: string) => string>> = {
  line: cleanLine,
  lines: cleanLines,
  name: cleanName,
  id: cleanId,
  party: cleanParty,
  none: cleanNone,
}
export const cleanText = (field: TextField, text: string): string => cleaners[field.clean](text)

export const longestOf = (field: TextField): number =>
  (field.of === 'form' ? FormTexts.shape[field.key] : ImportedFields.shape[field.key]).maxLength ?? 0
export const longestOfMember = (key: 'title' | 'name' | 'politics' | 'unitAndPost' | 'birthText'): number =>
  FamilyMember.shape[key].maxLength ?? 0

/** The first `most` characters, never half of one. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')

/**
 * A date as files write it. 197200 and 19720400 mean that the rest is not known; dots twice, blanks and vertical tabs
 * are slips. @returns undefined for anything else: nothing is guessed
 */
export function readDate(text: string): PartialDate | undefined {
  const date = parsePartialDate(text)
  if (date) return date
  const bare = text.normalize('NFKC').replaceAll(/[\s\v]/g, '')
  if (!/^\d[\d.,、。·\-/—年月日]{3,14}$/.test(bare)) return undefined
  const digits = bare
    .replaceAll(/\D/g, '')
    .replace(/^(\d{4})0000$/, '$1')
    .replace(/^(\d{4}(?:\d{2})?)00$/, '$1')
  return /^(\d{4}|\d{6}|\d{8})$/.test(digits) ? parsePartialDate(digits) : undefined
}

export function readSex(text: string): '男' | '女' | undefined {
  const bare = text.replaceAll(/\s/g, '')
  if (/^(男性?|1)$/.test(bare)) return '男'
  return /^(女性?|2)$/.test(bare) ? '女' : undefined
}
