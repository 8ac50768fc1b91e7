import { type CSSProperties, type KeyboardEvent, memo, useEffect, useRef, useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import type { CadreRow, CadreSort } from '../../shared/cadres/cadres.contract'
import type { PartialDate } from '../../shared/dates/partial-date'
import { Icon } from '../ui/icons'
import { useRowWindow } from '../ui/useRowWindow'
import { type Column, nameColumn } from './columns'
import type { ListState } from './list.state'
import type { CadreRows } from './useCadreRows'

const ROW_PX = 36

interface CadresGridProps {
  rows: CadreRows
  list: ListState
  total: number
  columns: readonly Column[]
  on: PartialDate
  /** What is found by words comes the best first, so its order is not the person's to choose. */
  sortable: boolean
  onSpan: (first: number, last: number) => void
  onOpen: (id: CadreId) => void
  onCopy: () => void
}

/** The list of people. Arrows, page keys, Home and End walk, Space picks, Enter opens the file, Ctrl+C copies the picked. */
export function CadresGrid({ rows, list, total, columns, on, sortable, onSpan, onOpen, onCopy }: CadresGridProps) {
  const { cursor, beside, picked, walk, pick, leaveAt } = list
  const [startTop] = useState(list.top)
  const view = useRowWindow<HTMLDivElement>({ rowPx: ROW_PX, count: total, startTop })
  const { box, first, last, pageRows, top, measure, reveal } = view
  useEffect(() => onSpan(first, last), [first, last, onSpan])
  // Whoever comes back from a file finds the list where it stood.
  useEffect(() => () => leaveAt(top.current), [leaveAt, top])
  const acts = useLineActs({ walk, pick, onOpen })

  const go = (index: number): void => {
    const next = Math.max(0, Math.min(index, total - 1))
    const row = rows.rowAt(next)
    // The pane beside follows the keys once it is open; the keys alone do not open it.
    walk(next, beside !== null && row ? row.id : undefined)
    reveal(next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows.rowAt(cursor)
    if (event.ctrlKey && event.key === 'c' && picked.size > 0) {
      event.preventDefault()
      return onCopy()
    }
    if (event.altKey || event.ctrlKey || event.target !== event.currentTarget) return
    const keys: Record<string, (() => void) | undefined> = {
      ArrowDown: () => go(cursor + 1),
      ArrowUp: () => go(cursor - 1),
      PageDown: () => go(cursor + pageRows),
      PageUp: () => go(cursor - pageRows),
      Home: () => go(0),
      End: () => go(total - 1),
      Enter: () => row && onOpen(row.id),
      ' ': () => row && pick(row),
      ArrowRight: () => row && walk(cursor, row.id),
      Escape: () => walk(cursor, null),
    }
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  const tracks = [nameColumn, ...columns].map(({ track }) => track).join(' ')
  const least = [nameColumn, ...columns].reduce((sum, { leastPx }) => sum + leastPx, 0)
  return (
    <div
      ref={box}
      role="grid"
      tabIndex={0}
      aria-label="干部名单"
      aria-rowcount={total + 1}
      aria-multiselectable="true"
      aria-activedescendant={cursor >= first && cursor < last ? `cad-${cursor}` : undefined}
      className="cad-grid"
      style={{ '--tracks': tracks, '--least': `${least}px` } as CSSProperties}
      onScroll={measure}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className="cad-row cad-head">
        {[nameColumn, ...columns].map(column => (
          <HeadCell key={column.key} column={column} list={list} sortable={sortable} />
        ))}
      </div>
      <div role="rowgroup" className="cad-body" style={{ height: total * ROW_PX }}>
        {Array.from({ length: Math.max(0, last - first) }, (_, offset) => {
          const index = first + offset
          const row = rows.rowAt(index)
          // A line that leaves the window is filled anew where one comes into it: no element is made or thrown away.
          const slot = index % (last - first)
          return row ? (
            <Line
              key={slot}
              index={index}
              row={row}
              columns={columns}
              on={on}
              isOpen={row.id === beside}
              isHere={index === cursor}
              isPicked={picked.has(row.id)}
              acts={acts}
            />
          ) : (
            <div key={slot} role="row" aria-rowindex={index + 2} className="cad-row" style={placeOf(index)}>
              <span role="gridcell" className="cad-gap" />
            </div>
          )
        })}
      </div>
    </div>
  )
}

interface HeadCellProps {
  column: Column
  list: ListState
  sortable: boolean
}

function HeadCell({ column, list: { sort, order }, sortable }: HeadCellProps) {
  const by: CadreSort['by'] | undefined = sortable ? column.sort : undefined
  if (by === undefined) return <span role="columnheader">{column.title}</span>
  const active = sort.by === by
  return (
    <span role="columnheader" aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="cad-sort" onClick={() => order(by)}>
        {column.title}
        {active && <Icon name={sort.descending ? 'down' : 'up'} size={14} />}
      </button>
    </span>
  )
}

type LineActs = Pick<ListState, 'walk' | 'pick'> & Pick<CadresGridProps, 'onOpen'>

/** The same object for ever, so that a line that does not change is not rendered. */
function useLineActs(now: LineActs): LineActs {
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })
  const [acts] = useState<LineActs>(() => ({
    walk: (cursor, id) => latest.current.walk(cursor, id),
    pick: row => latest.current.pick(row),
    onOpen: id => latest.current.onOpen(id),
  }))
  return acts
}

const placeOf = (index: number): CSSProperties => ({ transform: `translateY(${index * ROW_PX}px)` })

interface LineProps {
  row: CadreRow
  index: number
  columns: readonly Column[]
  on: PartialDate
  isOpen: boolean
  isHere: boolean
  isPicked: boolean
  acts: LineActs
}

const Line = memo(function Line({ row, index, columns, on, isOpen, isHere, isPicked, acts }: LineProps) {
  return (
    <div
      role="row"
      id={`cad-${index}`}
      aria-rowindex={index + 2}
      aria-selected={isPicked}
      data-open={isOpen || undefined}
      data-here={isHere || undefined}
      className="cad-row"
      style={placeOf(index)}
      onClick={() => acts.walk(index, row.id)}
      onDoubleClick={() => acts.onOpen(row.id)}
    >
      <span role="rowheader" className="cad-name">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isPicked}
          aria-label={`选中${row.name}`}
          onChange={() => acts.pick(row)}
          onClick={event => event.stopPropagation()}
          onDoubleClick={event => event.stopPropagation()}
        />
        <b>{row.name}</b>
      </span>
      {columns.map(({ key, text, parts }) => {
        const [main, quiet] = parts?.(row, on) ?? [text(row, on)]
        return (
          <span key={key} role="gridcell">
            {main}
            {quiet !== undefined && <i>{quiet}</i>}
          </span>
        )
      })}
    </div>
  )
})
