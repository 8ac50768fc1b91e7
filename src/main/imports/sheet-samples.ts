import { SensitiveField } from '../../shared/cadres/cadres.contract'
import type { RosterColumns } from '../../shared/imports/sheets'
import type { ImportedTable } from '../../shared/imports/table'

/** As many as tell what a column is, looked for in so many lines. */
const samples = { each: 3, lines: 200, text: 40 }
const hidden = '＊＊＊'
/** Columns that are not read as a sensitive field may hold one all the same. */
const sensitiveHeading = /身份证|证件|电话|手机|健康|身体|病|家庭|配偶|子女|父母|信访|举报|住址|账号|密码/

/** Numbers of persons and phones, wherever they stand. */
export const masked = (text: string): string =>
  text.replaceAll(/\d{6,}[\dXx]/g, digits => `${digits.slice(0, 2)}${'*'.repeat(digits.length - 4)}${digits.slice(-2)}`)

/** Hides what a column holds when it is, was or looks like something sensitive. */
export function maskOf(labels: readonly string[], matchings: readonly RosterColumns[]) {
  const isSensitive = labels.map(
    (label, column) =>
      sensitiveHeading.test(label) || matchings.some(columns => SensitiveField.safeParse(columns[column]).success),
  )
  return (text: string, column: number): string => {
    const shown = masked(text)
    return isSensitive[column] && shown === text && text !== '' ? hidden : shown
  }
}

/** For each column the first texts that differ, of lines that have a name where that is known. */
export function samplesOf(
  { lines }: ImportedTable,
  body: number,
  nameColumn: number,
  width: number,
  mask: (text: string, column: number) => string,
): string[][] {
  const found: string[][] = Array.from({ length: width }, () => [])
  for (const { cells } of lines.slice(body, body + samples.lines)) {
    if (nameColumn >= 0 && (cells[nameColumn]?.trim() ?? '') === '') continue
    for (const [column, own] of found.entries()) {
      const text = mask(cells[column]?.trim() ?? '', column).slice(0, samples.text)
      if (text !== '' && own.length < samples.each && !own.includes(text)) own.push(text)
    }
  }
  return found
}
