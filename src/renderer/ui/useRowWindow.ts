import { type RefObject, useEffect, useRef, useState } from 'react'

interface RowWindowOptions {
  readonly rowPx: number
  readonly count: number
  /** Rows kept above and below what is in sight, so that scrolling shows no gap. */
  readonly spareRows?: number
  /** Where the box stood when it was last shown. */
  readonly startTop?: number
}

export interface RowWindow<E extends HTMLElement> {
  readonly box: RefObject<E | null>
  /** The rows that exist now: from `first` up to but not including `last`. */
  readonly first: number
  readonly last: number
  /** How far the page keys go. */
  readonly pageRows: number
  /** Where the box stands, also after it is gone. */
  readonly top: RefObject<number>
  /** Call on every scroll of the box. */
  measure(): void
  /** Scrolls just as far as is needed. The box has a sticky head of one row's height. */
  reveal(index: number): void
}

/** The window moves by as many rows at once: between two steps scrolling renders nothing. */
const STEP_ROWS = 5

/** Only the rows in sight exist, so a hundred thousand rows scroll like twenty. */
export function useRowWindow<E extends HTMLElement>(options: RowWindowOptions): RowWindow<E> {
  const { rowPx, count, spareRows = 10, startTop = 0 } = options
  const box = useRef<E>(null)
  const top = useRef(startTop)
  const stepOf = (px: number): number => Math.floor(px / rowPx / STEP_ROWS) * STEP_ROWS
  const [view, setView] = useState(() => ({ row: stepOf(startTop), height: 600 }))
  const start = useRef(startTop)

  useEffect(() => {
    const element = box.current
    if (!element) return
    element.scrollTop = start.current
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setView(({ row }) => ({ row, height: element.clientHeight })))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  return {
    box,
    first: Math.min(count, Math.max(0, view.row - spareRows)),
    last: Math.min(count, view.row + STEP_ROWS + Math.ceil(view.height / rowPx) + spareRows),
    pageRows: Math.max(1, Math.floor(view.height / rowPx) - 2),
    top,
    measure: () => {
      const element = box.current
      if (!element) return
      top.current = element.scrollTop
      const next = { row: stepOf(element.scrollTop), height: element.clientHeight }
      setView(now => (now.row === next.row && now.height === next.height ? now : next))
    },
    reveal: index => {
      const element = box.current
      if (!element) return
      const from = index * rowPx
      const room = element.clientHeight - rowPx
      if (from < element.scrollTop) element.scrollTop = from
      else if (from + rowPx > element.scrollTop + room) element.scrollTop = from + rowPx - room
    },
  }
}

/** What keys do in a list that is walked row by row, with the arrows or as in vi. */
export const walkingKeys = (
  at: number,
  count: number,
  pageRows: number,
  go: (index: number) => void,
): Record<string, () => void> => ({
  ArrowDown: () => go(at + 1),
  j: () => go(at + 1),
  ArrowUp: () => go(at - 1),
  k: () => go(at - 1),
  PageDown: () => go(at + pageRows),
  PageUp: () => go(at - pageRows),
  Home: () => go(0),
  End: () => go(count - 1),
})
