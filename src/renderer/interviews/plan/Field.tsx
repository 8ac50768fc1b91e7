import type { ReactNode } from 'react'

/** A select with its name above it, as the text fields beside it have. */
export const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  <label className="dd-field itv-field">
    <span className="dd-label">{label}</span>
    {children}
  </label>
)
