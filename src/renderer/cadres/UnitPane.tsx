import { type CSSProperties, type KeyboardEvent, useMemo, useRef } from 'react'
import type { Unit } from '../../shared/units/units'
import { useCall } from '../api/query'
import { Icon } from '../ui/icons'
import { ErrorNote, Loading } from '../ui/states'
import { rowsOf } from '../units/units.tree'
import { useCadresStore } from './cadres.store'

/** The units as a filter: the one chosen with everything below it. */
export function UnitPane() {
  const units = useCall('units', 'tree', {})
  return (
    <nav className="cad-units" aria-label="按单位看">
      {units.isPending && <Loading />}
      {units.isError && <ErrorNote error={units.error} onRetry={() => void units.refetch()} />}
      {units.data && <Tree units={units.data} />}
    </nav>
  )
}

function Tree({ units }: { units: readonly Unit[] }) {
  const { filter, folds, narrow, fold } = useCadresStore()
  const tree = useRef<HTMLUListElement>(null)
  const rows = useMemo(() => rowsOf(units, folds), [units, folds])
  const at = rows.findIndex(({ unit }) => unit.id === filter.unitId)

  const go = (index: number): void => {
    const next = Math.max(-1, Math.min(index, rows.length - 1))
    narrow({ unitId: rows[next]?.unit.id ?? null })
    tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[next + 1]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at]
    const keys: Record<string, (() => void) | undefined> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(-1),
      End: () => go(rows.length - 1),
      ArrowRight: () => row && row.children > 0 && (row.open ? go(at + 1) : fold(row.unit.id, true)),
      ArrowLeft: () =>
        row && (row.open ? fold(row.unit.id, false) : go(rows.findIndex(({ unit }) => unit.id === row.unit.parentId))),
    }
    const act = keys[event.key]
    if (!act || event.ctrlKey || event.altKey) return
    event.preventDefault()
    act()
  }
  return (
    <ul ref={tree} role="tree" aria-label="单位" className="cad-tree" onKeyDown={onKeyDown}>
      <li
        role="treeitem"
        aria-level={1}
        aria-selected={at === -1}
        tabIndex={at === -1 ? 0 : -1}
        style={{ '--level': 0 } as CSSProperties}
        onClick={() => narrow({ unitId: null })}
      >
        <span className="cad-fold" />
        <span className="cad-unit">全部单位</span>
      </li>
      {rows.map(({ unit, level, open, children }) => (
        <li
          key={unit.id}
          role="treeitem"
          aria-level={level}
          aria-expanded={children > 0 ? open : undefined}
          aria-selected={unit.id === filter.unitId}
          tabIndex={unit.id === filter.unitId ? 0 : -1}
          style={{ '--level': level - 1 } as CSSProperties}
          onClick={() => narrow({ unitId: unit.id })}
        >
          <span
            className="cad-fold"
            aria-hidden="true"
            onClick={event => {
              event.stopPropagation()
              if (children > 0) fold(unit.id, !open)
            }}
          >
            {children > 0 && <Icon name={open ? 'down' : 'right'} size={14} />}
          </span>
          <span className="cad-unit">{unit.name}</span>
        </li>
      ))}
    </ul>
  )
}
