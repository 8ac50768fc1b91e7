import { EmptyState } from '../../ui/states'

interface RowsTableProps {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  empty: string
}

/** Rows of a file, to be read. They are changed in the editing mode. */
export function RowsTable({ columns, rows, empty }: RowsTableProps) {
  if (rows.length === 0) return <EmptyState title={empty} hint="在“编辑”里逐行填写。" />
  return (
    <div className="cdr-table">
      <table>
        <thead>
          <tr>
            {columns.map(title => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${index}-${row.join()}`}>
              {row.map((text, column) => (
                <td key={columns[column]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The form's own text beside the rows: neither replaces the other by itself. */
export function WrittenText({ title, text }: { title: string; text: string }) {
  if (text === '') return null
  return (
    <section className="cdr-written">
      <h3>{title}</h3>
      <p>{text}</p>
    </section>
  )
}
