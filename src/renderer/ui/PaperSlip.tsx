import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './paper.css'

interface PaperSlipProps {
  title: string
  /** The lines for signatures at the foot. */
  signatures: readonly string[]
  children: ReactNode
}

/** A paper for the files: seen only by the printer, and alone on its sheet. */
export function PaperSlip({ title, signatures, children }: PaperSlipProps) {
  return createPortal(
    <article className="dd-paper" aria-hidden="true">
      <h1>{title}</h1>
      {children}
      <p className="dd-paper-sign">
        {signatures.map(line => (
          <span key={line}>{line}</span>
        ))}
      </p>
    </article>,
    document.body,
  )
}
