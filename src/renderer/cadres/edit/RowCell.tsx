import { useCall } from '../../api/query'
import { TextField } from '../../ui/TextField'
import { ChoiceField } from './ChoiceField'
import type { RawRow, RowColumn, RowsFieldName } from './edit.rows'
import { isBlankRow, wrongInCell } from './edit.values'

interface RowCellProps {
  field: RowsFieldName
  column: RowColumn
  row: RawRow
  /** From 0. */
  at: number
  /** Whether the column's name stands above the cell; in a line it stands above all rows. */
  labelled: boolean
  /** What changes in the row, by column. */
  onChange: (cells: RawRow) => void
}

/** One place of a row, by what its column holds. */
export function RowCell({ field, column, row, at, labelled, onChange }: RowCellProps) {
  const { key, kind, options, suggestions, hint } = column
  const label = labelled ? column.label : `第${at + 1}行${column.label}`
  const value = row[key] ?? ''
  const put = (text: string): void => onChange({ [key]: text })
  if (kind === 'unit') return <UnitCell column={column} row={row} label={label} onChange={onChange} />
  if (kind === 'choice')
    return <ChoiceField label={label} value={value} onChange={put} options={options ?? []} always />
  return (
    <TextField
      label={label}
      hideLabel={!labelled}
      value={value}
      onChange={put}
      nfkc={kind === 'date' || kind === 'number' || column.nfkc === true}
      multiline={kind === 'long'}
      rows={1}
      suggestions={typeof suggestions === 'function' ? suggestions(row) : suggestions}
      {...(labelled && {
        error: isBlankRow(field, row) ? undefined : wrongInCell(field, column, row),
        placeholder: hint ?? (kind === 'date' ? '1984.03' : ''),
      })}
    />
  )
}

/** A unit of the tree. Its name is written as on paper too, unless something else stands there already. */
function UnitCell({
  column,
  row,
  label,
  onChange,
}: Pick<RowCellProps, 'column' | 'row' | 'onChange'> & { label: string }) {
  const units = useCall('units', 'tree', {})
  const { key, names } = column
  const nameOf = (id: string | undefined): string => units.data?.find(unit => unit.id === id)?.name ?? ''
  const choose = (id: string): void => {
    const written = names === undefined ? '' : (row[names] ?? '')
    const follows = names !== undefined && id !== '' && (written.trim() === '' || written === nameOf(row[key]))
    onChange({ [key]: id, ...(follows && { [names]: nameOf(id) }) })
  }
  return <ChoiceField label={label} value={row[key] ?? ''} onChange={choose} />
}
