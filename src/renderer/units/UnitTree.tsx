import { type CSSProperties, Fragment, type KeyboardEvent, useEffect, useRef } from 'react'
import type { Unit, UnitId } from '../../shared/units/units'
import { mayAdd, mayRename } from '../../shared/units/units.rules'
import { api } from '../api/client'
import { Icon } from '../ui/icons'
import { NameField } from './NameField'
import { useUnitsStore } from './units.store'
import type { TreeRow } from './units.tree'
import type { UnitActs } from './useUnitActs'

interface UnitTreeProps {
  rows: readonly TreeRow[]
  units: readonly Unit[]
  selected: UnitId
  acts: UnitActs
}

/** The tree by the keys of a tree: arrows walk and fold, F2 renames, Insert adds below, Alt with arrows moves, Delete removes. */
export function UnitTree({ rows, units, selected, acts }: UnitTreeProps) {
  const { editing, select, fold, edit } = useUnitsStore()
  const tree = useRef<HTMLUListElement>(null)
  const wantsFocus = useRef(false)
  const focus = (id: UnitId): void => tree.current?.querySelector<HTMLElement>(`[data-unit="${id}"]`)?.focus()

  useEffect(() => {
    // After a field in the tree is gone, the keys must reach the tree again.
    if (editing === null && wantsFocus.current) {
      wantsFocus.current = false
      focus(selected)
    }
  })

  const at = rows.findIndex(({ unit }) => unit.id === selected)
  const go = (index: number): void => {
    const unit = rows[Math.max(0, Math.min(index, rows.length - 1))]?.unit
    if (!unit) return
    select(unit.id)
    focus(unit.id)
  }
  const end = (byKey: boolean): void => {
    wantsFocus.current = byKey
    edit(null)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at]
    if (!row || event.ctrlKey || event.metaKey) return
    const { unit, open, children } = row
    const keys: Record<string, (() => void) | undefined> = event.altKey
      ? { ArrowUp: () => acts.step(unit.id, -1), ArrowDown: () => acts.step(unit.id, 1) }
      : {
          ArrowUp: () => go(at - 1),
          ArrowDown: () => go(at + 1),
          Home: () => go(0),
          End: () => go(rows.length - 1),
          ArrowRight: () => (children > 0 && !open ? fold(unit.id, true) : children > 0 && go(at + 1)),
          ArrowLeft: () => (open ? fold(unit.id, false) : go(rows.findIndex(other => other.unit.id === unit.parentId))),
          F2: () => edit({ kind: 'rename', id: unit.id }),
          Insert: () => edit({ kind: 'add', parentId: unit.id }),
          Delete: () => acts.remove(unit),
        }
    const writes = event.altKey || ['F2', 'Insert', 'Delete'].includes(event.key)
    const act = keys[event.key]
    if (!act || (writes && !acts.edits)) return
    event.preventDefault()
    act()
  }

  const parent = editing?.kind === 'add' ? rows.find(({ unit }) => unit.id === editing.parentId) : undefined

  return (
    <ul ref={tree} role="tree" aria-label="单位" className="unit-tree" onKeyDown={onKeyDown}>
      {rows.map((row, index) => (
        <Fragment key={row.unit.id}>
          <Line
            row={row}
            selected={row.unit.id === selected}
            renaming={editing?.kind === 'rename' && editing.id === row.unit.id}
            units={units}
            onSelect={() => select(row.unit.id)}
            onFold={() => fold(row.unit.id, !row.open)}
            onRename={() => acts.edits && edit({ kind: 'rename', id: row.unit.id })}
            onEnd={end}
          />
          {parent && index === lastWithin(rows, parent) && <NewLine parent={parent} units={units} onEnd={end} />}
        </Fragment>
      ))}
    </ul>
  )
}

/** The last line below a unit, where a new one will stand. */
function lastWithin(rows: readonly TreeRow[], parent: TreeRow): number {
  const from = rows.indexOf(parent)
  const next = rows.findIndex(({ level }, index) => index > from && level <= parent.level)
  return next === -1 ? rows.length - 1 : next - 1
}

interface LineProps {
  row: TreeRow
  units: readonly Unit[]
  selected: boolean
  renaming: boolean
  onSelect: () => void
  onFold: () => void
  onRename: () => void
  onEnd: (byKey: boolean) => void
}

function Line({ row, units, selected, renaming, onSelect, onFold, onRename, onEnd }: LineProps) {
  const { unit, level, position, sisters, open } = row
  return (
    <li
      role="treeitem"
      data-unit={unit.id}
      tabIndex={selected ? 0 : -1}
      aria-level={level}
      aria-posinset={position + 1}
      aria-setsize={sisters}
      aria-expanded={row.children > 0 ? open : undefined}
      aria-selected={selected}
      style={{ '--level': level } as CSSProperties}
      onClick={onSelect}
      onDoubleClick={onRename}
    >
      <span
        className="unit-fold"
        aria-hidden="true"
        onClick={event => {
          event.stopPropagation()
          if (row.children > 0) onFold()
        }}
      >
        {row.children > 0 && <Icon name={open ? 'down' : 'right'} size={14} />}
      </span>
      {renaming ? (
        <NameField
          label={`${unit.name}的新名称`}
          initial={unit.name}
          judge={name => mayRename(units, unit.id, name)}
          onDone={async (name, byKey) => {
            await api.units.rename({ id: unit.id, name })
            onEnd(byKey)
          }}
          onCancel={onEnd}
        />
      ) : (
        <span className="unit-name">{unit.name}</span>
      )}
      {row.children > 0 && !renaming && <span className="unit-count">{row.children}</span>}
    </li>
  )
}

/** The line of a unit that is being added. It stays for the next one until Esc, since units come in numbers. */
function NewLine({
  parent,
  units,
  onEnd,
}: {
  parent: TreeRow
  units: readonly Unit[]
  onEnd: (byKey: boolean) => void
}) {
  const parentId = parent.unit.id
  return (
    <li
      role="treeitem"
      aria-level={parent.level + 1}
      aria-selected={false}
      className="unit-new"
      style={{ '--level': parent.level + 1 } as CSSProperties}
    >
      <NameField
        label={`${parent.unit.name}下的新单位`}
        initial=""
        judge={name => mayAdd(units, parentId, name)}
        onDone={async (name, byKey) => {
          await api.units.add({ parentId, name })
          if (!byKey) onEnd(false)
        }}
        onCancel={onEnd}
      />
      <span className="unit-hint">回车保存并接着建下一个，Esc 结束</span>
    </li>
  )
}
