import type { ReactNode } from 'react'

interface PageProps {
  title: string
  /** One quiet line beside the title: a count, a date. */
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A page of the workspace: the title row stays, what is below scrolls. Children fill the height that is left. */
export function Page({ title, note, actions, children }: PageProps) {
  return (
    <div className="dd-page">
      <header className="dd-page-head">
        <h1 tabIndex={-1}>{title}</h1>
        {note !== undefined && <div className="dd-page-note">{note}</div>}
        {actions !== undefined && <div className="dd-page-actions">{actions}</div>}
      </header>
      <div className="dd-page-body">{children}</div>
    </div>
  )
}
