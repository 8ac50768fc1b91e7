import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './paper.css'

interface PaperListProps {
  title: string
  /** Right end of the head: mark, number, time. */
  note: string
  /** Below each page. */
  foot: string
  columns: readonly string[]
  /** Rows of the table. */
  children: ReactNode
}

/**
 * A list on as many sheets as it takes, seen only by the printer. Head and foot of a table are repeated on every page, so
 * the blank in them is the page's margin.
 */
export function PaperList({ title, note, foot, columns, children }: PaperListProps) {
  return createPortal(
    <article className="dd-paper dd-paper-list" aria-hidden="true">
      <table>
        <thead>
          <tr>
            <th colSpan={columns.length} className="dd-paper-head">
              {title}
              <span>{note}</span>
            </th>
          </tr>
          <tr>
            {columns.map(column => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tfoot>
          <tr>
            <td colSpan={columns.length} className="dd-paper-foot">
              {foot}
            </td>
          </tr>
        </tfoot>
        <tbody>{children}</tbody>
      </table>
    </article>,
    document.body,
  )
}
