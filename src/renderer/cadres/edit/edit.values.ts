import type { Cadre, FormTexts } from '../../../shared/cadres/cadres'
import { type CadreField, isDateField } from '../../../shared/cadres/field-labels'
import { type PartialDate, parsePartialDate, showDate } from '../../../shared/dates/partial-date'
import { type RowsFieldName, rowColumns } from './edit.fields'

export type RawRow = Readonly<Record<string, string>>
/** A field as it is typed: unfinished dates and all. Drafts keep this. */
export type Raw = string | readonly RawRow[]
export type Edited = { readonly value: unknown } | { readonly wrong: string }

const WRONG_DATE = '日期写作 1984、1984.03 或 1984.03.15'

/** What is wrong with a date as it is typed; nothing is wrong with none at all. */
export const wrongDate = (text: string): string | undefined =>
  text.trim() === '' || parsePartialDate(text) ? undefined : WRONG_DATE

const isRows = (field: CadreField): field is RowsFieldName => Object.hasOwn(rowColumns, field)
const dateText = (date: PartialDate | null): string => (date ? showDate(date) : '')

/** A field of the file as it would be typed. */
export function rawOf(cadre: Cadre, field: CadreField): Raw {
  if (field.startsWith('form.')) return cadre.form[field.slice('form.'.length) as keyof FormTexts]
  switch (field) {
    case 'resume':
      return cadre.resume.map(row => ({ ...row, from: dateText(row.from), to: dateText(row.to) }))
    case 'family':
      return cadre.family.map(({ birth, birthText, ...row }) => ({ ...row, birth: dateText(birth) || birthText }))
    case 'assessments':
      return cadre.assessments.map(({ year, grade }) => ({ year: String(year), grade }))
    case 'rewards':
      return cadre.rewards.map(row => ({ ...row, on: dateText(row.on) }))
    case 'tags':
      return cadre.tags.join('、')
    default: {
      const value = cadre[field as keyof Cadre]
      if (value === null || value === undefined) return ''
      if (isDateField(field)) return showDate(value as PartialDate)
      return typeof value === 'string' ? value : JSON.stringify(value)
    }
  }
}

const at = (row: RawRow, key: string): string => row[key] ?? ''
const dateOr = (text: string): PartialDate | null => parsePartialDate(text) ?? null

const modelRow: Readonly<Record<RowsFieldName, (row: RawRow) => unknown>> = {
  resume: row => ({
    from: dateOr(at(row, 'from')),
    to: dateOr(at(row, 'to')),
    text: at(row, 'text'),
    level: at(row, 'level'),
  }),
  family: row => {
    const birth = dateOr(at(row, 'birth'))
    // What is no date, such as 不详, is kept as it is written.
    return {
      title: at(row, 'title'),
      name: at(row, 'name'),
      birth,
      birthText: birth ? '' : at(row, 'birth').trim(),
      politics: at(row, 'politics'),
      unitAndPost: at(row, 'unitAndPost'),
    }
  },
  assessments: row => ({ year: Number(at(row, 'year').normalize('NFKC')), grade: at(row, 'grade') }),
  rewards: row => ({ on: dateOr(at(row, 'on')), authority: at(row, 'authority'), name: at(row, 'name') }),
}

/** What is wrong in a row, in words that name the place. */
export function wrongInRow(field: RowsFieldName, row: RawRow): string | undefined {
  for (const { key, label, date } of rowColumns[field])
    if (date && wrongDate(at(row, key))) return `${label}：${WRONG_DATE}`
  if (field === 'assessments' && !/^(19|20|21)\d{2}$/.test(at(row, 'year').normalize('NFKC').trim()))
    return '年度写作四位数字，如 2025'
  return undefined
}

const isBlank = (row: RawRow): boolean => Object.values(row).every(text => text.trim() === '')

/** What is stored for what was typed. Blank rows are left out. */
export function editedOf(field: CadreField, raw: Raw): Edited {
  if (typeof raw !== 'string') {
    if (!isRows(field)) return { wrong: '内容不对' }
    const rows = raw.filter(row => !isBlank(row))
    const wrong = raw.findIndex(row => !isBlank(row) && wrongInRow(field, row) !== undefined)
    const row = raw[wrong]
    if (row) return { wrong: `第${wrong + 1}行${wrongInRow(field, row)}` }
    return { value: rows.map(modelRow[field]) }
  }
  if (isDateField(field)) {
    const wrong = wrongDate(raw)
    return wrong === undefined ? { value: dateOr(raw) } : { wrong }
  }
  if (field === 'tags') return { value: raw.split(/[、，,；;\s]+/).filter(tag => tag !== '') }
  if (field === 'name' && raw.trim() === '') return { wrong: '姓名不能空着' }
  if (field === 'sex' || field === 'unitId') return { value: raw === '' ? null : raw }
  return { value: field === 'name' ? raw.trim() : raw }
}

export const sameRaw = (a: Raw, b: Raw): boolean => JSON.stringify(a) === JSON.stringify(b)
