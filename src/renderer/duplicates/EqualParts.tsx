import { useState } from 'react'
import type { Unit } from '../../shared/units/units'
import { Button } from '../ui/Button'
import { type Comparison, equalOf } from './differences'

/** What both files say alike, folded away. */
export function EqualParts({ compared, units }: { compared: Comparison; units: readonly Unit[] }) {
  const [open, setOpen] = useState(false)
  const equal = equalOf(compared, units)
  if (equal.length === 0) return null
  return (
    <section className="mrg-equal" aria-label="相同的内容">
      <Button kind="link" size="small" onClick={() => setOpen(!open)}>
        {open ? '收起' : '展开'}相同的 {equal.length} 项
      </Button>
      {open && (
        <dl>
          {equal.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
