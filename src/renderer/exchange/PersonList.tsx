import { type KeyboardEvent, useEffect } from 'react'
import { PartialDate, showDate } from '../../shared/dates/partial-date'
import type { ArrivalId, ArrivalItem } from '../../shared/exchange/exchange'
import { useRows } from '../api/query'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { useRowWindow, walkingKeys } from '../ui/useRowWindow'
import { useExchange } from './exchange.store'
import { itemWords, stateWords } from './exchange.words'

const ROW_PX = 40
const PAGE_ROWS = 200

const bornWords = (birth: string | null): string => {
  const date = birth === null ? undefined : PartialDate.safeParse(birth)
  return date?.success ? showDate(date.data) : ''
}

/** The people of a package that are in the slice, a page at a time. Arrows or J and K walk. */
export function PersonList({ id }: { id: ArrivalId }) {
  const { state, text, place, walk } = useExchange()
  const found = useRows('exchange', 'items', { id, state, text: [...text].slice(0, 60).join('') }, PAGE_ROWS)
  const rows: readonly ArrivalItem[] = found.rows
  const { box, first, last, pageRows, measure, reveal } = useRowWindow<HTMLDivElement>({
    rowPx: ROW_PX,
    count: rows.length,
  })
  const { more } = found
  useEffect(() => {
    if (last >= rows.length) more?.()
  }, [last, rows.length, more])
  const at = rows.findIndex(row => row.place === place)
  const go = (index: number): void => {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))]
    if (!row) return
    walk(row.place)
    reveal(rows.indexOf(row))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey) return
    const keys: Record<string, (() => void) | undefined> = {
      ...walkingKeys(at, rows.length, pageRows, go),
      Escape: () => walk(null),
    }
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  if (found.isPending) return <Loading />
  if (found.error) return <ErrorNote error={found.error} onRetry={found.retry} />
  if (rows.length === 0)
    return (
      <div className="exc-list">
        <EmptyState title={text === '' ? '这一类里没有人' : '没有找到'} hint="换一类看看，或改查找的文字。" />
      </div>
    )
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label="数据包里的人员"
      aria-activedescendant={at >= 0 ? `exc-${rows[at]?.place}` : undefined}
      className="exc-list"
      onScroll={measure}
      onKeyDown={onKeyDown}
    >
      <div className="exc-rows" style={{ height: rows.length * ROW_PX }}>
        {rows.slice(first, last).map((row, offset) => (
          <div
            key={row.place}
            id={`exc-${row.place}`}
            role="option"
            aria-selected={row.place === place}
            className="exc-row"
            style={{ transform: `translateY(${(first + offset) * ROW_PX}px)` }}
            onClick={() => walk(row.place)}
          >
            <b>{row.name}</b>
            <span>{bornWords(row.birth)}</span>
            <span>{row.unitName}</span>
            <span className={`exc-state exc-state-${row.state}`}>{stateWords[row.state]}</span>
            <span>{itemWords(row)}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
