import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { type KeyboardEvent, useEffect } from 'react'
import { showDate } from '../../shared/dates/partial-date'
import { type BatchId, type ImportItem, ItemState } from '../../shared/imports/imports'
import { api } from '../api/client'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { useRowWindow, walkingKeys } from '../ui/useRowWindow'
import { useImportsStore } from './imports.store'
import { fateWords, sliceWords } from './imports.words'

const ROW_PX = 44
const PAGE_ROWS = 200
/** As many as one call takes. */
const MOST_PICKED = 500

/** The people of a batch that are in the slice, a page at a time. Arrows or J and K walk, the space bar and Ctrl+A pick. */
export function ItemList({ batchId }: { batchId: BatchId }) {
  const { slice, text, place, walk, picked, pick, toggle } = useImportsStore()
  const filter = {
    state: ItemState.safeParse(slice).data ?? null,
    warned: slice === 'warned',
    text: [...text].slice(0, 60).join(''),
  }
  const found = useInfiniteQuery({
    queryKey: ['imports', 'items', batchId, filter],
    queryFn: ({ pageParam }) => api.imports.items({ batchId, filter, offset: pageParam, limit: PAGE_ROWS }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, { rows }) => sum + rows.length, 0)
      return read < last.total ? read : undefined
    },
    placeholderData: keepPreviousData,
  })
  const rows: readonly ImportItem[] = found.data?.pages.flatMap(page => page.rows) ?? []
  const { box, first, last, pageRows, measure, reveal } = useRowWindow<HTMLDivElement>({
    rowPx: ROW_PX,
    count: rows.length,
  })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found
  useEffect(() => {
    if (last >= rows.length && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage])

  const at = rows.findIndex(row => row.place === place)
  const go = (index: number): void => {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))]
    if (!row) return
    walk(row.place)
    reveal(rows.indexOf(row))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey && event.key === 'a') {
      event.preventDefault()
      return pick(rows.slice(0, MOST_PICKED).map(row => row.place))
    }
    if (event.altKey || event.ctrlKey) return
    const keys: Record<string, (() => void) | undefined> = {
      ...walkingKeys(at, rows.length, pageRows, go),
      ' ': () => (at >= 0 ? toggle(rows[at]?.place ?? 0) : undefined),
      Escape: () => (picked.size > 0 ? pick([]) : walk(null)),
    }
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  if (found.isPending) return <Loading />
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  if (rows.length === 0)
    return (
      <div className="imp-list">
        <EmptyState title={text === '' ? '这一类里没有人' : '没有找到'} hint="换一类看看，或改查找的文字。" />
      </div>
    )
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label="读入的人员"
      aria-activedescendant={at >= 0 ? `imp-${rows[at]?.place}` : undefined}
      className="imp-list"
      onScroll={measure}
      onKeyDown={onKeyDown}
    >
      <div className="imp-rows" style={{ height: rows.length * ROW_PX }}>
        {rows.slice(first, last).map((row, offset) => (
          <div
            key={row.place}
            id={`imp-${row.place}`}
            role="option"
            aria-selected={row.place === place}
            className="imp-row"
            style={{ transform: `translateY(${(first + offset) * ROW_PX}px)` }}
            onClick={() => walk(row.place)}
          >
            <Checkbox
              aria-label={`选中${row.name}`}
              tabIndex={-1}
              checked={picked.has(row.place)}
              onClick={event => event.stopPropagation()}
              onChange={() => toggle(row.place)}
            />
            <b>{row.name}</b>
            <span className="imp-row-born">{row.birth ? showDate(row.birth) : ''}</span>
            <span className="imp-row-post">
              {row.currentPost || row.unitName}
              <small>{row.fileName}</small>
            </span>
            {row.unit === '' && row.fate !== 'skip' ? (
              <span className="imp-row-unit imp-row-homeless">没有单位</span>
            ) : (
              <span className="imp-row-unit">{row.unit}</span>
            )}
            <span className={`imp-state imp-state-${row.state}`}>{sliceWords[row.state]}</span>
            <span className="imp-row-fate">
              {fateWords(row)}
              {row.warnings > 0 && <small>提醒 {row.warnings}</small>}
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}
