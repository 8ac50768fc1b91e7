import { PartialDate, showDate } from '../dates/partial-date'
import type { CadreChange } from './diff.rules'
import { type CadreField, type FieldPath, fieldLabels, isDateField } from './field-labels'

/** One difference as the officer reads it. */
export interface ChangeWords {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** How a field that holds nothing is shown. */
export const NOTHING = '（空）'

/** A value as the forms write it: dates with dots, nothing as （空）. */
export function showValue(path: FieldPath, value: string | number | null): string {
  if (value === null || value === '') return NOTHING
  if (typeof value === 'number') return String(value)
  const date = isDateField(path) ? PartialDate.safeParse(value) : undefined
  return date?.success ? showDate(date.data) : value
}

type Row = Extract<CadreChange, { kind: 'row-added' }>['row']
const columnOf = (table: CadreField, column: string): FieldPath => `${table}.${column}` as FieldPath

/** A number says nothing without its name, but a year does. */
const cellText = (path: FieldPath, value: string | number | null): string =>
  typeof value === 'number' && path !== 'assessments.year' ? `${fieldLabels[path]}${value}` : showValue(path, value)

/** The unit of a post is told by its name as written; which unit of the tree that is nobody reads. */
const isTold = (path: FieldPath): boolean => path !== 'posts.unitId'

/** What a row holds, column by column as the forms write it; what is empty is left out. */
export function rowCells(table: CadreField, row: Row): { readonly column: string; readonly text: string }[] {
  if (typeof row === 'string') return [{ column: '', text: row }]
  return Object.entries(row)
    .filter(([column, value]) => value !== null && value !== '' && isTold(columnOf(table, column)))
    .map(([column, value]) => ({ column, text: cellText(columnOf(table, column), value) }))
}

const showRow = (table: CadreField, row: Row): string =>
  rowCells(table, row)
    .map(({ text }) => text)
    .join('，') || NOTHING

/** The columns that differ alone: 出生年月 1950，政治面貌 群众. */
function showDifference(table: CadreField, row: Row, other: Row): string {
  if (typeof row === 'string' || typeof other === 'string') return showRow(table, row)
  const differing = Object.entries(row).filter(([column, value]) => value !== other[column])
  const told = differing.filter(([column]) => isTold(columnOf(table, column)))
  if (told.length === 0) return row['unitId'] === null ? '没有对应单位' : '对应的单位'
  return told
    .map(([column, value]) => `${fieldLabels[columnOf(table, column)]} ${showValue(columnOf(table, column), value)}`)
    .join('，')
}

/** Words for one change. A row is counted as it stood before the change. */
export function describeChange(change: CadreChange): ChangeWords {
  const label = fieldLabels[change.field]
  if (change.kind === 'value')
    return { label, before: showValue(change.field, change.before), after: showValue(change.field, change.after) }
  const row = `${label}第${change.at + 1}行`
  switch (change.kind) {
    case 'row-added':
      return { label: `${label}增加一行`, before: NOTHING, after: showRow(change.field, change.row) }
    case 'row-removed':
      return { label: `${row}删除`, before: showRow(change.field, change.row), after: NOTHING }
    case 'row-changed':
      return {
        label: row,
        before: showDifference(change.field, change.before, change.after),
        after: showDifference(change.field, change.after, change.before),
      }
  }
}
