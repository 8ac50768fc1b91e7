import { Checkbox } from 'antd'
import type { ReactNode } from 'react'

/** A name on the left, what is chosen on the right; below one another where it is narrow. */
export const FieldRow = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="itv-field-row">
    <span className="dd-label">{label}</span>
    <div>{children}</div>
  </div>
)

interface YesNoProps {
  readonly label: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}
export const YesNo = ({ label, value, onChange }: YesNoProps) => (
  <Checkbox checked={value} onChange={event => onChange(event.target.checked)}>
    {label}
  </Checkbox>
)
