import { type CSSProperties, useMemo, useState } from 'react'
import type { Unit } from '../../shared/units/units'
import { SearchField } from '../ui/TextField'
import { levelsOf, normaliseUnits } from './accounts.form'

/** Fewer units than this are found by eye. */
const SEARCH_FROM = 12

interface UnitChecksProps {
  units: readonly Unit[]
  chosen: readonly string[]
  describedBy: string
  onChange: (chosen: string[]) => void
}

/** The tree of units as boxes to tick. What stands below a ticked unit is covered by it, and shown so. */
export function UnitChecks({ units, chosen, describedBy, onChange }: UnitChecksProps) {
  const [text, setText] = useState('')
  const rows = useMemo(() => levelsOf(units), [units])
  const wanted = text.trim()
  const isCovered = (above: readonly string[]): boolean => above.some(id => chosen.includes(id))
  const shown = wanted === '' ? rows : rows.filter(({ unit }) => unit.name.includes(wanted))
  return (
    <>
      {units.length > SEARCH_FROM && (
        <SearchField
          label="按名称查找单位"
          placeholder="单位名称"
          value={text}
          onChange={setText}
          // Enter here must not hand in the form around it.
          onEnter={setText}
        />
      )}
      <div className="acc-units" role="group" aria-label="可以查看的单位" aria-describedby={describedBy}>
        {shown.map(({ unit, above }) => (
          <label key={unit.id} style={{ '--level': wanted === '' ? above.length : 0 } as CSSProperties}>
            <input
              type="checkbox"
              checked={chosen.includes(unit.id) || isCovered(above)}
              disabled={isCovered(above)}
              onChange={event =>
                onChange(
                  event.target.checked
                    ? normaliseUnits([...chosen, unit.id], units)
                    : chosen.filter(id => id !== unit.id),
                )
              }
            />
            {unit.name}
          </label>
        ))}
        {shown.length === 0 && (
          <p className="acc-hint">{units.length === 0 ? '还没有单位，由组织干事建立。' : '没有这个名称的单位'}</p>
        )}
      </div>
    </>
  )
}
