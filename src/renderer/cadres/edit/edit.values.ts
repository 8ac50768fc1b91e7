import * as z from 'zod'
import { Cadre, type FormTexts, type PostRow } from '../../../shared/cadres/cadres'
import { type CadreField, isDateField } from '../../../shared/cadres/field-labels'
import { mayKeepPosts } from '../../../shared/cadres/held-posts.rules'
import { type PartialDate, parsePartialDate, showDate } from '../../../shared/dates/partial-date'
import { type RawRow, type RowColumn, type RowsFieldName, rowsSpecs } from './edit.rows'

/** A field as it is typed: unfinished dates and all. Drafts keep this. */
export type Raw = string | readonly RawRow[]
export type Edited = { readonly value: unknown } | { readonly wrong: string }

const WRONG_DATE = '日期写作 1984、1984.03 或 1984.03.15'

/** What is wrong with a date as it is typed; nothing is wrong with none at all. */
export const wrongDate = (text: string): string | undefined =>
  text.trim() === '' || parsePartialDate(text) ? undefined : WRONG_DATE

const isRows = (field: CadreField): field is RowsFieldName => Object.hasOwn(rowsSpecs, field)
const dateText = (date: PartialDate | null): string => (date ? showDate(date) : '')

type Cell = string | number | null
const shown = ({ kind }: RowColumn, value: Cell | undefined): string =>
  kind === 'date' ? dateText(value as PartialDate | null) : String(value ?? '')

function rawRow(field: RowsFieldName, row: Readonly<Record<string, Cell>>): RawRow {
  const cells = rowsSpecs[field].columns.map(column => [column.key, shown(column, row[column.key])] as const)
  const raw = Object.fromEntries(cells)
  // What is no date, such as 不详, stands in the same place as one.
  return field === 'family'
    ? { ...raw, birth: dateText(row.birth as PartialDate | null) || (row.birthText as string) }
    : raw
}

/** A field of the file as it would be typed. */
export function rawOf(cadre: Cadre, field: CadreField): Raw {
  if (field.startsWith('form.')) return cadre.form[field.slice('form.'.length) as keyof FormTexts]
  if (isRows(field)) return cadre[field].map(row => rawRow(field, row))
  if (field === 'tags') return cadre.tags.join('、')
  const value = cadre[field as keyof Cadre]
  if (value === null || value === undefined) return ''
  if (isDateField(field)) return showDate(value as PartialDate)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const at = (row: RawRow, key: string): string => row[key] ?? ''
const dateOr = (text: string): PartialDate | null => parsePartialDate(text) ?? null
function numberOr(text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  return plain === '' ? null : /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN
}

function cellOf({ kind }: RowColumn, text: string): Cell {
  if (kind === 'date') return dateOr(text)
  if (kind === 'number') return numberOr(text)
  return kind === 'unit' && text === '' ? null : text
}

function modelRow(field: RowsFieldName, row: RawRow): unknown {
  const cells = rowsSpecs[field].columns.map(column => [column.key, cellOf(column, at(row, column.key))] as const)
  if (field !== 'family') return Object.fromEntries(cells)
  const birth = dateOr(at(row, 'birth'))
  return { ...Object.fromEntries(cells), birth, birthText: birth ? '' : at(row, 'birth').trim() }
}

const modelOf = (field: RowsFieldName, key: string): z.ZodType | undefined =>
  (Cadre.shape[field].element.shape as Readonly<Record<string, z.ZodType>>)[key]

/** What is wrong with what stands in one place of a row. */
export function wrongInCell(field: RowsFieldName, column: RowColumn, row: RawRow): string | undefined {
  const text = at(row, column.key)
  if (column.kind === 'date') return wrongDate(text)
  const model = modelOf(field, column.key)
  if (column.kind === 'number') return model?.safeParse(numberOr(text)).success ? undefined : (column.wrong ?? '写整数')
  const most = model instanceof z.ZodString ? model.maxLength : null
  return most !== null && text.length > most ? `最多 ${most} 个字，现有 ${text.length} 个` : undefined
}

/** What is wrong in a row, in words that name the place. */
export function wrongInRow(field: RowsFieldName, row: RawRow): string | undefined {
  for (const column of rowsSpecs[field].columns) {
    const wrong = wrongInCell(field, column, row)
    if (wrong !== undefined) return `${column.label}：${wrong}`
  }
  return undefined
}

/** A choice that stands in every new row says nothing yet. */
export const isBlankRow = (field: RowsFieldName, row: RawRow): boolean =>
  rowsSpecs[field].columns.every(({ key, kind }) => kind === 'choice' || at(row, key).trim() === '')

/** A new row. Where one post in office is the 主职 already, the next is 兼职. */
export function blankRow(field: RowsFieldName, rows: readonly RawRow[]): RawRow {
  const row = Object.fromEntries(rowsSpecs[field].columns.map(({ key, options }) => [key, options?.[0] ?? '']))
  const taken = field === 'posts' && rows.some(({ role, status }) => role === '主职' && status === '在任')
  return taken ? { ...row, role: '兼职' } : row
}

/** What is stored for what was typed. Blank rows are left out. */
export function editedOf(field: CadreField, raw: Raw): Edited {
  if (typeof raw !== 'string') {
    if (!isRows(field)) return { wrong: '内容不对' }
    const wrong = raw.findIndex(row => !isBlankRow(field, row) && wrongInRow(field, row) !== undefined)
    const row = raw[wrong]
    if (row) return { wrong: `第${wrong + 1}行${wrongInRow(field, row)}` }
    const value = raw.filter(each => !isBlankRow(field, each)).map(each => modelRow(field, each))
    const verdict = field === 'posts' ? mayKeepPosts(value as PostRow[]) : undefined
    return verdict?.allowed === false ? { wrong: verdict.reason } : { value }
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
