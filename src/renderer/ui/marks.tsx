import type { ReactNode } from 'react'

export type MarkState = 'late' | 'today' | 'soon' | 'done'

/** Shape and word for a state: a triangle is late, a full dot today, a ring to come, a tick done. */
export function StateMark({ state, children }: { state: MarkState; children: ReactNode }) {
  return <span className={`dd-mark dd-mark-${state}`}>{children}</span>
}

/** A one-character square for a kind of matter, such as 谈 or 访. The word itself stands beside it. */
export function Stamp({ children }: { children: ReactNode }) {
  return (
    <span className="dd-stamp" aria-hidden="true">
      {children}
    </span>
  )
}

/** The seal-like logo: the one place besides honours and alarms that is vermilion. */
export function Seal() {
  return (
    <span className="dd-seal" role="img" aria-label="担当">
      <b aria-hidden="true">担当</b>
    </span>
  )
}
