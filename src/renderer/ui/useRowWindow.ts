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
  readonly top: number
  /** Call on every scroll of the box. */
  measure(): void
  /** Scrolls just as far as is needed. The box has a sticky head of one row's height. */
  reveal(index: number): void
}

/** Only the rows in sight exist, so a hundred thousand rows scroll like twenty. */
export function useRowWindow<E extends HTMLElement>(options: RowWindowOptions): RowWindow<E> {
  const { rowPx, count, spareRows = 10, startTop = 0 } = options
  const box = useRef<E>(null)
  const [view, setView] = useState({ top: startTop, height: 600 })
  const start = useRef(startTop)

  useEffect(() => {
    const element = box.current
    if (!element) return
    element.scrollTop = start.current
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setView(({ top }) => ({ top, height: element.clientHeight })))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  return {
    box,
    first: Math.min(count, Math.max(0, Math.floor(view.top / rowPx) - spareRows)),
    last: Math.min(count, Math.ceil((view.top + view.height) / rowPx) + spareRows),
    pageRows: Math.max(1, Math.floor(view.height / rowPx) - 2),
    top: view.top,
    measure: () => {
      if (box.current) setView({ top: box.current.scrollTop, height: box.current.clientHeight })
    },
    reveal: index => {
      const element = box.current
      if (!element) return
      const top = index * rowPx
      const room = element.clientHeight - rowPx
      if (top < element.scrollTop) element.scrollTop = top
      else if (top + rowPx > element.scrollTop + room) element.scrollTop = top + rowPx - room
    },
  }
}
