import type { ReactNode } from 'react'

interface RowsTableProps {
  columns: readonly string[]
  rows: readonly (readonly ReactNode[])[]
}

/** Rows of a file, to be read. They are changed in the editing mode. */
export function RowsTable({ columns, rows }: RowsTableProps) {
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
            // Rows that are only read have no names: their place is what they are.
            <tr key={`${index}`}>
              {row.map((cell, column) => (
                <td key={columns[column]}>{cell}</td>
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
