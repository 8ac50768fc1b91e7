import type { ReactNode } from 'react'
import { Button } from './Button'
import { describeError } from './errorWords'

/** A page with nothing on it yet: says what to do first and offers it. */
export function EmptyState({ title, hint, action }: { title: string; hint?: ReactNode; action?: ReactNode }) {
  return (
    <div className="dd-empty">
      <p className="dd-empty-title">{title}</p>
      {hint !== undefined && <p className="dd-empty-hint">{hint}</p>}
      {action !== undefined && <div className="dd-empty-action">{action}</div>}
    </div>
  )
}

/** What happened, that nothing is lost, and the one next step. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { what, next } = describeError(error)
  return (
    <div className="dd-error" role="alert">
      <div>
        <p className="dd-error-what">{what}</p>
        {next !== undefined && <p className="dd-error-next">{next}</p>}
      </div>
      {onRetry !== undefined && <Button onClick={onRetry}>再试一次</Button>}
    </div>
  )
}

/** Keeps the page's shape. CSS shows it only after 200 ms, so that a quick answer does not flicker. */
export function Loading() {
  return (
    <div className="dd-loading" role="status" aria-label="正在读取">
      <i style={{ width: '28%' }} />
      <i style={{ width: '86%' }} />
      <i style={{ width: '74%' }} />
      <i style={{ width: '81%' }} />
    </div>
  )
}
