import type { CSSProperties, ReactNode } from 'react'
import { fitPt } from './fit'

interface CellProps {
  text: string
  /** Room in millimetres, from the official blank. */
  width: number
  height: number
  colSpan?: number
  rowSpan?: number
  align?: 'start'
  children?: ReactNode
}

/** A filled cell: as large as it fits, never cut. */
export function Cell({ text, width, height, colSpan, rowSpan, align, children }: CellProps) {
  const style: CSSProperties = { fontSize: `${fitPt(text, width, height)}pt` }
  return (
    <td colSpan={colSpan} rowSpan={rowSpan} className={align === 'start' ? 'cdr-sheet-start' : undefined} style={style}>
      {children ?? text}
    </td>
  )
}

/** A printed label. A line end is where the form breaks it. */
export function Label({
  text,
  colSpan,
  rowSpan,
  tall,
}: {
  text: string
  colSpan?: number
  rowSpan?: number
  tall?: boolean
}) {
  return (
    <th scope="row" colSpan={colSpan} rowSpan={rowSpan} className={tall ? 'cdr-sheet-tall' : undefined}>
      {text}
    </th>
  )
}
