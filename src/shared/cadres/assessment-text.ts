import type { YearlyAssessment } from './cadres'

/** What the form says where there is nothing to say. */
export const NOTHING = '无'
/** 无 as people and programs write it: (无), 无。, empty. */
export const isNothing = (text: string): boolean => /^[([（]?无?[)\]）]?[。.]?$/.test(text.replaceAll(/\s/g, ''))

export interface ParsedAssessments {
  /** By year; the first grade that the text gives a year counts. */
  readonly rows: YearlyAssessment[]
  /** Parts of the text in which a year or a grade found no partner, as written. */
  readonly unread: readonly string[]
}

/** Longest first: 基本称职 is not 称职. Source: ZB18, and the words used before and beside it. */
const gradePattern =
  '基本称职|不称职|基本合格|不合格|优秀|良好|称职|合格|' +
  '不确定等次|不定等次|未定等次|未确定等次|不评定等次|' +
  '(?:不进行|不参加|未参加|未进行|免予|不予)(?:年度)?考核'
const token = new RegExp(`(?<!\\d)((?:19|20)\\d{2})(?!\\d)|([-~—–－～至到])|(${gradePattern})`, 'g')

/** A range of years longer than this is a slip of the pen. */
const longestRange = 30

/**
 * Reads 年度考核结果: `2021年年度考核优秀；2022年年度考核称职。`, several years with one grade (2021、2022年均称职) and
 * ranges (2019—2021年度考核为称职) too. Source: the form's convention and what the national system's import accepts.
 */
export function parseAssessments(text: string): ParsedAssessments {
  const grades = new Map<number, string>()
  const unread: string[] = []
  if (isNothing(text)) return { rows: [], unread }
  for (const part of text.split(/[;；。\n]/).filter(piece => piece.trim() !== '')) {
    const { pairs, complete } = readPart(part)
    let settled = complete
    for (const [year, grade] of pairs) {
      if (!grades.has(year)) grades.set(year, grade)
      else if (grades.get(year) !== grade) settled = false
    }
    if (!settled) unread.push(part.trim())
  }
  const rows = [...grades].map(([year, grade]) => ({ year, grade })).toSorted((a, b) => a.year - b.year)
  return { rows, unread }
}

/** Every grade goes to the years that stand before it and have none yet. */
function readPart(part: string): { pairs: [number, string][]; complete: boolean } {
  const pairs: [number, string][] = []
  let waiting: number[] = []
  let rangeFrom: number | undefined
  let lastEnd = 0
  for (const match of part.matchAll(token)) {
    const [written, year, dash, grade] = match
    const between = part.slice(lastEnd, match.index)
    lastEnd = match.index + written.length
    if (year !== undefined) {
      const number = Number(year)
      const first = rangeFrom === undefined || number - rangeFrom > longestRange ? number : rangeFrom + 1
      rangeFrom = undefined
      for (let each = Math.min(first, number); each <= number; each += 1) waiting.push(each)
    } else if (dash !== undefined) {
      rangeFrom = /^年?度?$/.test(between.trim()) ? waiting.at(-1) : undefined
    } else if (grade !== undefined && waiting.length > 0) {
      for (const each of waiting) pairs.push([each, grade])
      waiting = []
    }
  }
  return { pairs, complete: pairs.length > 0 && waiting.length === 0 }
}

const clause = ({ year, grade }: YearlyAssessment): string =>
  grade.endsWith('考核') ? `${year}年${grade}` : `${year}年年度考核${grade}`

/** The last `years` of the rows, oldest first, or all of them; 无 when there are none. */
export function printAssessments(rows: readonly YearlyAssessment[], years = rows.length): string {
  const shown = rows.toSorted((a, b) => a.year - b.year).slice(Math.max(0, rows.length - years))
  return shown.length === 0 ? NOTHING : `${shown.map(clause).join('；')}。`
}
