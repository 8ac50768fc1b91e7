import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'

/** The list with one of its items at another place. */
export function movedTo<T>(items: readonly T[], from: number, to: number): T[] {
  const next = [...items]
  const [item] = next.splice(from, 1)
  return item === undefined ? next : [...next.slice(0, to), item, ...next.slice(to)]
}

/** Rows that are put in order by dragging their grips, and by arrows on a grip. Without `onOrder` they stay as they are. */
export function useDragOrder<T>(items: readonly T[], onOrder: ((next: T[]) => void) | undefined) {
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<number>()
  const [over, setOver] = useState<number>()
  const focusNext = useRef<number>(undefined)
  // A row that moves in the document loses the focus.
  useEffect(() => {
    if (focusNext.current === undefined) return
    list.current?.querySelector<HTMLElement>(`[data-grip="${focusNext.current}"]`)?.focus()
    focusNext.current = undefined
  })
  function move(from: number, to: number): void {
    const place = Math.max(0, Math.min(items.length - 1, to))
    if (onOrder && place !== from) onOrder(movedTo(items, from, place))
  }
  const rowProps = (index: number) => ({
    'data-over': over === index && dragged !== index ? ((dragged ?? 0) < index ? 'below' : 'above') : undefined,
    onDragOver: (event: DragEvent) => {
      if (dragged === undefined) return
      event.preventDefault()
      setOver(index)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      if (dragged !== undefined) move(dragged, index)
      setDragged(undefined)
      setOver(undefined)
    },
  })
  const gripProps = (index: number) => ({
    'data-grip': index,
    draggable: onOrder !== undefined,
    onDragStart: (event: DragEvent) => {
      // Nothing of the page may be dropped elsewhere.
      event.dataTransfer.setData('text/plain', '')
      event.dataTransfer.effectAllowed = 'move'
      setDragged(index)
    },
    onDragEnd: () => {
      setDragged(undefined)
      setOver(undefined)
    },
    onKeyDown: (event: KeyboardEvent) => {
      const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: items.length - 1 }[event.key]
      if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      focusNext.current = Math.max(0, Math.min(items.length - 1, to))
      move(index, to)
    },
  })
  return { list, rowProps, gripProps }
}
