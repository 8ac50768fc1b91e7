import { type ReactNode, useId } from 'react'

interface CardProps {
  title?: string
  note?: ReactNode
  /** Right end of the head: a link or a small button. */
  more?: ReactNode
  className?: string
  children: ReactNode
}

/** White ground with a hairline. The body has no padding of its own, so that rows and tables reach the edges. */
export function Card({ title, note, more, className, children }: CardProps) {
  const heading = useId()
  return (
    <section className={className ? `dd-card ${className}` : 'dd-card'} aria-labelledby={title ? heading : undefined}>
      {title !== undefined && (
        <header className="dd-card-head">
          <h2 id={heading}>{title}</h2>
          {note !== undefined && <span className="dd-card-note">{note}</span>}
          {more !== undefined && <span className="dd-card-more">{more}</span>}
        </header>
      )}
      {children}
    </section>
  )
}
