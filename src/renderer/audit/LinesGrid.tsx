import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import type { AuditEntry } from '../../shared/audit/audit'
import { StateMark } from '../ui/marks'
import { useRowWindow } from '../ui/useRowWindow'
import {
  accountWords,
  count,
  type Facets,
  instantWords,
  outcomeTitles,
  rolesWords,
  subjectWords,
  whyWords,
} from './audit.words'

const ROW_PX = 34
/** Older lines are fetched when this many rows or fewer are left below the window. */
const AHEAD_ROWS = 60

interface LinesGridProps {
  lines: readonly AuditEntry[]
  total: number
  facets: Facets | undefined
  selected: number | null
  onSelect: (seq: number) => void
  onNearEnd: () => void
}

/** Only the rows in sight exist, so a hundred thousand lines scroll like twenty. Arrows, page keys, Home and End walk. */
export function LinesGrid({ lines, total, facets, selected, onSelect, onNearEnd }: LinesGridProps) {
  const rows = useRowWindow<HTMLDivElement>({ rowPx: ROW_PX, count: lines.length })
  const { box, first, last, pageRows } = rows
  const firstSeq = lines[0]?.seq
  const lastFirst = useRef(firstSeq)

  useLayoutEffect(() => {
    // Lines written meanwhile come in above; whoever reads further down must not lose the place.
    const was = lastFirst.current
    lastFirst.current = firstSeq
    if (was === undefined || firstSeq === was || !box.current || box.current.scrollTop === 0) return
    const added = lines.findIndex(({ seq }) => seq === was)
    if (added > 0) box.current.scrollBy({ top: added * ROW_PX })
  }, [lines, firstSeq, box])

  useEffect(() => {
    if (last >= lines.length - AHEAD_ROWS) onNearEnd()
  }, [last, lines.length, onNearEnd])

  const at = selected === null ? -1 : lines.findIndex(({ seq }) => seq === selected)
  const go = (index: number): void => {
    const line = lines[Math.max(0, Math.min(index, lines.length - 1))]
    if (!line) return
    onSelect(line.seq)
    rows.reveal(lines.indexOf(line))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Record<string, number | undefined> = {
      ArrowDown: at + 1,
      ArrowUp: Math.max(0, at - 1),
      PageDown: at + pageRows,
      PageUp: at - pageRows,
      Home: 0,
      End: lines.length - 1,
    }
    const index = steps[event.key]
    if (index === undefined || event.altKey || event.ctrlKey) return
    event.preventDefault()
    go(index)
  }

  return (
    <div
      ref={box}
      role="grid"
      tabIndex={0}
      aria-label="审计日志"
      aria-rowcount={total + 1}
      aria-activedescendant={at >= first && at < last ? `aud-${selected}` : undefined}
      className="aud-grid"
      onScroll={rows.measure}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className="aud-row aud-head">
        {['序号', '时间', '账户', '角色', '事项', '对象', '结果', '原因'].map(title => (
          <span key={title} role="columnheader">
            {title}
          </span>
        ))}
      </div>
      <div role="rowgroup" className="aud-body" style={{ height: lines.length * ROW_PX }}>
        {lines.slice(first, last).map((line, offset) => (
          <Line
            key={line.seq}
            line={line}
            index={first + offset}
            facets={facets}
            selected={line.seq === selected}
            onSelect={onSelect}
          />
        ))}
      </div>
    </div>
  )
}

interface LineProps {
  line: AuditEntry
  index: number
  facets: Facets | undefined
  selected: boolean
  onSelect: (seq: number) => void
}

function Line({ line, index, facets, selected, onSelect }: LineProps) {
  return (
    <div
      role="row"
      id={`aud-${line.seq}`}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className="aud-row"
      style={{ transform: `translateY(${index * ROW_PX}px)` }}
      onClick={() => onSelect(line.seq)}
    >
      <span role="gridcell">{count(line.seq)}</span>
      <span role="gridcell">{instantWords(line.at)}</span>
      <span role="gridcell">{accountWords(line)}</span>
      <span role="gridcell">{rolesWords(line.roles)}</span>
      <span role="gridcell">{line.title}</span>
      <span role="gridcell">{subjectWords(line.subject, facets)}</span>
      <span role="gridcell">
        <OutcomeMark outcome={line.outcome} />
      </span>
      <span role="gridcell">{whyWords(line)}</span>
    </div>
  )
}

/** What was done needs no mark; what was not, does. */
export function OutcomeMark({ outcome }: { outcome: AuditEntry['outcome'] }) {
  const words = outcomeTitles[outcome]
  return outcome === 'done' ? <span>{words}</span> : <StateMark state="late">{words}</StateMark>
}
